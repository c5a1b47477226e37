namespace Fadu.Rules.Checking;

/// <summary>What a check may use besides the text. Every member is optional: the checker needs no data.</summary>
public sealed record CheckOptions
{
    /// <summary>Options with nothing set.</summary>
    public static CheckOptions Default { get; } = new();

    /// <summary>Text of last year's report of the same body, or null.</summary>
    public string? Previous { get; init; }

    /// <summary>Statutes whose citations are judged; empty means that no citation is judged.</summary>
    public IReadOnlyList<CitableStatute> Statutes { get; init; } = [];

    /// <summary>Figures of a frozen snapshot, or empty: a printed figure that is bound to a measure must equal it.</summary>
    public IReadOnlyList<KnownFigure> Known { get; init; } = [];
}

/// <summary>
/// A value that a data base vouches for.
/// </summary>
/// <param name="Label">The words that stand before the number in the report, for example 行政复议审结.</param>
/// <param name="Value">The frozen value.</param>
/// <param name="Unit">The printed unit, for example 件.</param>
/// <param name="Source">Name of the measure, shown to the reader.</param>
public sealed record KnownFigure(string Label, decimal Value, string Unit, string Source);
