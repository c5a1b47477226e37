namespace Fadu.Rules.Checking;

/// <summary>
/// One relation that was recomputed, with its verdict.
/// The span is kept tight (the statement that is judged, not its distant base) so that a mark on a page covers what a reader has to look at.
/// </summary>
public sealed record CheckedRelation
{
    /// <summary>What kind of relation was checked.</summary>
    public required RelationKind Kind { get; init; }

    /// <summary>What the checker says of it.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>First character of the span, an offset into the text as given.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last character of the span.</summary>
    public required int End { get; init; }

    /// <summary>Line of <see cref="Start"/>, counted from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The text between <see cref="Start"/> and <see cref="End"/>.</summary>
    public required string Quote { get; init; }

    /// <summary>The numbers of the relation as printed, without their units; a total or a reported rate stands first.</summary>
    public required IReadOnlyList<string> Numbers { get; init; }

    /// <summary>The value that would make the relation hold, or null where no single value would.</summary>
    public string? Expected { get; init; }

    /// <summary>Chinese: the arithmetic, the bases tried, what would make it true.</summary>
    public required string Says { get; init; }

    /// <summary>Identifiers of the figures that took part, for coverage.</summary>
    public IReadOnlyList<int> FigureIds { get; init; } = [];

    /// <summary>True for what is shown as a finding; consistent relations are shown on request only.</summary>
    public bool IsFinding => Verdict is not (Verdict.Consistent or Verdict.Rounding);

    /// <summary>True for an accusation.</summary>
    public bool IsAlarm => Verdict is Verdict.Contradiction or Verdict.Doubtful;
}
