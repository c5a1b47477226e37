namespace Fadu.Core.Lists;

/// <summary>How far a search looks before it changes its way. The pages are the same whatever these say.</summary>
internal sealed record SearchEffort
{
    /// <summary>From this share on, asking the search index for a pair costs more than the rows that it spares.</summary>
    public const double Dear = 0.25;
    /// <summary>From this share on, the search index is of no help.</summary>
    public double Common { get; init; } = Dear;
    /// <summary>From this share on, the order of a list soon comes to a match.</summary>
    public double Frequent { get; init; } = 0.02;
    /// <summary>Below this share, the search index is asked for <see cref="RareDays"/> at first.</summary>
    public double Rare { get; init; } = 0.0001;
    /// <summary>Days that the search index is asked for first, where hardly any matter has the words.</summary>
    public int RareDays { get; init; } = 61;
    /// <summary>Below this share, but not without any sign of the words, it is asked for all days at once.</summary>
    public double Single { get; init; } = 0.00002;
    /// <summary>Matches read in the usual order of a list, before the walk of another index is tried.</summary>
    public int MatchesByDay { get; init; } = 3_000;
    /// <summary>Rows of the order looked at before anything is counted: for a common word they fill the page.</summary>
    public int FirstWalk { get; init; } = 1_000;
    /// <summary>Rows of the order looked at where the first ones promise to fill the page.</summary>
    public int LongWalk { get; init; } = 8_000;
    /// <summary>Up to so many matches are put in order; with more, they are met in the order of the list.</summary>
    public int FewMatches { get; init; } = 4_000;
    /// <summary>Matters of the order that are compared with the matches before all are.</summary>
    public int FirstMeeting { get; init; } = 20_000;

    /// <summary>Days that the search index is asked for first.</summary>
    public int FirstDays(double share) => share >= Rare ? 1 : share > 0 && share < Single ? Lists.MatchesByDay.LongestSpan : RareDays;
}
