using Fadu.Rules.Measures;

namespace Fadu.Core.Measures;

/// <summary>One matter behind a figure.</summary>
/// <param name="Share">What it adds: 1 of a count of matters, its rows of a count of rows, its amount of a sum.</param>
public sealed record MatterShare(
    long Id, decimal Share, string Register, string? Number, string Title, string Office, string? Handler, string Status, DateOnly OpenedOn, DateOnly? ClosedOn);

/// <summary>A page of the matters behind a figure.</summary>
/// <param name="Measure">The count or sum that is listed.</param>
/// <param name="Count">All matters behind it.</param>
/// <param name="Total">Sum of all shares: the figure itself, of a count or sum.</param>
/// <param name="Kind">How the figure counts.</param>
/// <param name="ByRows">Rows are counted, not matters.</param>
public sealed record MatterShares(MeasureRequest Measure, long Count, decimal Total, MeasureKind Kind, bool ByRows, IReadOnlyList<MatterShare> Matters)
{
    /// <summary>Each matter counts for one, so that the shares need no column.</summary>
    public bool OneEach => Kind == MeasureKind.Count && !ByRows;
}
