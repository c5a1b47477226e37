using Fadu.Rules.Expressions;

namespace Fadu.Rules.Registers;

/// <summary>What a field holds. Stored names are those of the definition language (<c>long-text</c> …).</summary>
public enum FieldType
{
    /// <summary>One line of text.</summary>
    Text,
    /// <summary>Several lines of text.</summary>
    LongText,
    /// <summary>Whole number.</summary>
    WholeNumber,
    /// <summary>Decimal number, at most four decimals.</summary>
    Decimal,
    /// <summary>Amount in 元 with two decimals.</summary>
    Money,
    /// <summary>Calendar day.</summary>
    Date,
    /// <summary>Day and time, minutes.</summary>
    Time,
    /// <summary>是/否.</summary>
    YesNo,
    /// <summary>One code of a list.</summary>
    Code,
    /// <summary>Several codes of a list.</summary>
    Codes,
    /// <summary>One office, by its code.</summary>
    Office,
    /// <summary>Several offices.</summary>
    Offices,
    /// <summary>One enforcement officer.</summary>
    Officer,
    /// <summary>Several enforcement officers.</summary>
    Officers,
    /// <summary>Name of a person.</summary>
    Person,
    /// <summary>Natural or legal person with identifier.</summary>
    Party,
    /// <summary>Checked identifier.</summary>
    Identifier,
    /// <summary>Address or place.</summary>
    Place,
    /// <summary>Attached file.</summary>
    File,
    /// <summary>Another matter.</summary>
    Reference,
    /// <summary>Small table inside the matter.</summary>
    Rows,
}

/// <summary>One field of a register, or one column of a rows field.</summary>
public sealed record Field
{
    /// <summary>Identifier, unique in the register.</summary>
    public required string Id { get; init; }
    /// <summary>Chinese label.</summary>
    public required string Title { get; init; }
    /// <summary>What it holds.</summary>
    public required FieldType Type { get; init; }
    /// <summary>Code list of a code or codes field.</summary>
    public CodeList? Codes { get; init; }
    /// <summary>Register that a reference points to.</summary>
    public string? Register { get; init; }
    /// <summary>Kind of an identifier field, e.g. <c>social-credit-code</c>, or <c>year</c> of a whole number.</summary>
    public string? Kind { get; init; }
    /// <summary>A calendar year: written without separators, never summed.</summary>
    public bool IsYear => Type == FieldType.WholeNumber && Kind == Loading.FieldTypes.Year;
    /// <summary>Must be given at the step that sets it.</summary>
    public bool Required { get; init; }
    /// <summary>Personal data: masked unless the reader may unmask.</summary>
    public bool Personal { get; init; }
    /// <summary>Unit shown behind the value.</summary>
    public string? Unit { get; init; }
    /// <summary>Least value of a number.</summary>
    public decimal? Min { get; init; }
    /// <summary>Greatest value of a number.</summary>
    public decimal? Max { get; init; }
    /// <summary>Regular expression that a text must match as a whole.</summary>
    public string? Pattern { get; init; }
    /// <summary>One Chinese line beside the input.</summary>
    public string? Help { get; init; }
    /// <summary>Sample value of the import template.</summary>
    public string? Example { get; init; }
    /// <summary>Computed value; never typed in.</summary>
    public Expression? Derive { get; init; }
    /// <summary>Value offered when the form opens.</summary>
    public Expression? Default { get; init; }
    /// <summary>The field only applies where this holds.</summary>
    public Expression? When { get; init; }
    /// <summary>Columns of a rows field; empty for all others.</summary>
    public IReadOnlyList<Field> Columns { get; init; } = [];
    /// <summary>Code list whose codes each start one row.</summary>
    public CodeList? Prefill { get; init; }
    /// <summary>Article that asks for this field, where one does.</summary>
    public Basis? Basis { get; init; }
    /// <summary>Where it is defined.</summary>
    public required Position Position { get; init; }
}
