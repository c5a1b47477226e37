using Fadu.Rules.Expressions;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Measures;

/// <summary>What a definition of a measure computes.</summary>
public enum MeasureKind
{
    /// <summary>Matters (or rows) that satisfy the condition.</summary>
    Count,
    /// <summary>Sum of the operand over them; of none it is 0.</summary>
    Sum,
    /// <summary>Different values of the operand among them.</summary>
    Distinct,
    /// <summary>One measure divided by another; missing where the divisor is 0.</summary>
    Ratio,
    /// <summary>Arithmetic over measures; missing where one of them is.</summary>
    Value,
}

/// <summary>One way to compute a measure (口径).</summary>
public sealed record MeasureDefinition
{
    /// <summary>Identifier; <c>default</c> where there is only one.</summary>
    public required string Id { get; init; }
    /// <summary>Chinese text of the definition, printed with the figure.</summary>
    public required string Text { get; init; }
    /// <summary>What it computes.</summary>
    public required MeasureKind Kind { get; init; }
    /// <summary>Condition of a count, sum or distinct; none = all.</summary>
    public Expression? Where { get; init; }
    /// <summary>What is summed, or whose values are told apart.</summary>
    public Expression? Operand { get; init; }
    /// <summary>The two measures of a ratio.</summary>
    public (MeasureRequest Numerator, MeasureRequest Denominator)? Ratio { get; init; }
    /// <summary>The arithmetic of a value.</summary>
    public MeasureFormula? Formula { get; init; }
    /// <summary>The measures that a ratio or a value is computed from.</summary>
    public IReadOnlyList<MeasureRequest> Parts => Ratio is var (numerator, denominator) ? [numerator, denominator] : Formula?.Requests ?? [];
    /// <summary>Article of this definition where it differs from the measure's.</summary>
    public Basis? Basis { get; init; }
}

/// <summary>A count, sum or ratio over facts in a period and an office scope, with its definition texts.</summary>
public sealed record Measure
{
    /// <summary>Identifier, e.g. <c>reconsideration.concluded</c>.</summary>
    public required string Id { get; init; }
    /// <summary>Chinese name.</summary>
    public required string Title { get; init; }
    /// <summary>Unit as printed, e.g. 件; <c>%</c> prints the value times one hundred.</summary>
    public required string Unit { get; init; }
    /// <summary>Register whose matters are counted; empty for ratios and values.</summary>
    public required string Register { get; init; }
    /// <summary>Rows field whose rows are counted instead of matters, or none.</summary>
    public string? RowsField { get; init; }
    /// <summary>Column that decides under which office one counts: <c>office</c>, or a column of the rows.</summary>
    public string OfficeColumn { get; init; } = "office";
    /// <summary>Definitions to choose from; the first is the default.</summary>
    public required IReadOnlyList<MeasureDefinition> Definitions { get; init; }
    /// <summary>Fields by which it may be split or filtered.</summary>
    public IReadOnlyList<string> By { get; init; } = [];
    /// <summary>Decimals printed at most.</summary>
    public int Decimals { get; init; } = 2;
    /// <summary>One of the measures the central assessment asks for.</summary>
    public bool Star { get; init; }
    /// <summary>Offices may be ranked by it; never for fines and numbers of penalties (penalty-law-2021:74).</summary>
    public bool Rank { get; init; } = true;
    /// <summary>Article.</summary>
    public required Basis Basis { get; init; }
    /// <summary>Module (menu group).</summary>
    public required string Module { get; init; }
    /// <summary>Where it is defined.</summary>
    public required Position Position { get; init; }

    /// <summary>The definition with this identifier, or none.</summary>
    public MeasureDefinition? Definition(string id) => Definitions.FirstOrDefault(d => d.Id == id);
}
