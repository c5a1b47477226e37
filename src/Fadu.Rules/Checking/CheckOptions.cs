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
