using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking;

/// <summary>The outcome of one check: the figures that were read, the relations that were recomputed, and what follows.</summary>
public sealed record CheckResult
{
    /// <summary>Length of the text in characters.</summary>
    public required int Characters { get; init; }

    /// <summary>Every quantity that was read, in order of its place.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>Every relation that was checked, in order of its place, the consistent ones included.</summary>
    public required IReadOnlyList<CheckedRelation> Relations { get; init; }

    /// <summary>Style of rounding that holds throughout the report, or null: said once, never accused item by item.</summary>
    public string? RoundingStyle { get; init; }

    /// <summary>The relations that a reader should see.</summary>
    public IEnumerable<CheckedRelation> Findings => Relations.Where(relation => relation.IsFinding);

    /// <summary>Figures that took part in at least one check.</summary>
    public IEnumerable<Figure> CheckedFigures
    {
        get
        {
            var used = Relations.SelectMany(relation => relation.FigureIds).ToHashSet();
            return Figures.Where(figure => used.Contains(figure.Id));
        }
    }

    /// <summary>Figures that took part in no check.</summary>
    public IEnumerable<Figure> UncheckedFigures
    {
        get
        {
            var used = Relations.SelectMany(relation => relation.FigureIds).ToHashSet();
            return Figures.Where(figure => !used.Contains(figure.Id));
        }
    }
}
