using Fadu.Core.Tables;
using Fadu.Rules.Registers;

namespace Fadu.Core.Imports;

/// <summary>What a column of an import says.</summary>
public enum ImportColumnKind
{
    /// <summary>Number of the matter in the system it comes from: the key, together with the name of that system.</summary>
    External,
    /// <summary>Number of the matter on its documents.</summary>
    Number,
    /// <summary>Office that handles it.</summary>
    Office,
    /// <summary>Day of a step; a step that repeats may give several.</summary>
    StepDate,
    /// <summary>Number of the instrument of a step.</summary>
    StepNumber,
    /// <summary>Value of a field; of a party its name.</summary>
    Value,
    /// <summary>Kind of a party.</summary>
    PartyKind,
    /// <summary>Identifier of a party.</summary>
    PartyId,
}

/// <summary>One column of the table that an import reads and the template shows.</summary>
/// <param name="Group">Step (or 事项) under which it stands.</param>
public sealed record ImportColumn(string Heading, ImportColumnKind Kind, string Group)
{
    /// <summary>Step of a date or number.</summary>
    public Step? Step { get; init; }
    /// <summary>Field of a value.</summary>
    public Field? Field { get; init; }
    /// <summary>No row can do without it.</summary>
    public bool Required { get; init; }
    /// <summary>Must be given where its step is done.</summary>
    public bool RequiredAtStep { get; init; }

    /// <summary>How the template types it.</summary>
    public TableColumn ToTableColumn(IReadOnlyList<string> offices) => new(Heading, Type, Choices: Choices(offices), Required: Required);

    private Tables.ColumnType Type => Kind switch
    {
        ImportColumnKind.External or ImportColumnKind.Number or ImportColumnKind.StepNumber or ImportColumnKind.PartyId => Tables.ColumnType.Code,
        ImportColumnKind.StepDate => Tables.ColumnType.Date,
        ImportColumnKind.Value => Field!.Type switch
        {
            FieldType.WholeNumber when !Field.IsYear => Tables.ColumnType.WholeNumber,
            FieldType.Decimal => Tables.ColumnType.Decimal,
            FieldType.Money => Tables.ColumnType.Money,
            FieldType.Date => Tables.ColumnType.Date,
            FieldType.YesNo => Tables.ColumnType.YesNo,
            FieldType.Identifier => Tables.ColumnType.Code,
            _ => Tables.ColumnType.Text,
        },
        _ => Tables.ColumnType.Text,
    };

    private IReadOnlyList<string>? Choices(IReadOnlyList<string> offices) => Kind switch
    {
        ImportColumnKind.Office => offices,
        ImportColumnKind.PartyKind => [.. Matters.FieldParsing.PartyText.Kinds.Select(k => k.Title)],
        ImportColumnKind.Value when Field!.Type == FieldType.Code => [.. Field.Codes!.Codes.Select(c => c.Title)],
        ImportColumnKind.Value when Field!.Type == FieldType.Office => offices,
        _ => null,
    };
}
