using System.Globalization;
using Fadu.Core.Reports;
using Fadu.Rules.Checking;

namespace Fadu.Core.Checking;

/// <summary>The frozen report beside which a text is checked.</summary>
/// <param name="Known">Its figures with the words that lead to them.</param>
/// <param name="Previous">Text of the same report as it was frozen for the year before, where there is one.</param>
public sealed record FrozenComparison(SnapshotHead Head, IReadOnlyList<KnownFigure> Known, string? Previous);

/// <summary>Finds the frozen report (定稿) that a text can be compared with, and last year's.</summary>
public sealed class FrozenReports(SnapshotStore snapshots)
{
    private const int TitleWithin = 400;

    /// <summary>The newest frozen report of the year that the text names in its title: the one of that title, else the whole district's.</summary>
    /// <returns>Null where the text names no year or nothing is frozen for it.</returns>
    public async Task<FrozenComparison?> OfAsync(string region, string text, CancellationToken cancel = default)
    {
        if (ReportChecker.YearOf(text) is not { } year)
        {
            return null;
        }

        var heads = await snapshots.OfYearAsync(region, year, cancel);
        var opening = string.Concat(text.Take(TitleWithin).Where(c => !char.IsWhiteSpace(c)));
        var head = heads.FirstOrDefault(h => opening.Contains(h.Title, StringComparison.Ordinal)) ?? heads.FirstOrDefault(h => h.Office.Length == 0);
        return head is null || await snapshots.FindAsync(region, head.Id, cancel) is not { } snapshot
            ? null : new(head, Known(snapshot), await PreviousAsync(region, head.Report, head.Year, cancel));
    }

    /// <summary>Text of the newest freeze of the same report for the year before, or null.</summary>
    public async Task<string?> PreviousAsync(string region, string report, int year, CancellationToken cancel = default)
    {
        var own = year.ToString(CultureInfo.InvariantCulture);
        if (!report.StartsWith(own, StringComparison.Ordinal))
        {
            return null;
        }

        var before = (year - 1).ToString(CultureInfo.InvariantCulture) + report[own.Length..];
        var newest = (await snapshots.OfAsync(region, before, cancel)).FirstOrDefault();
        return newest is not null && await snapshots.FindAsync(region, newest.Id, cancel) is { } snapshot ? PlainText.Of(snapshot.Document) : null;
    }

    private static IReadOnlyList<KnownFigure> Known(Snapshot snapshot)
    {
        List<FigurePlace> places = [];
        var text = PlainText.Of(snapshot.Document, (offset, length, id) =>
        {
            if (snapshot.Figure(id) is { } figure)
            {
                places.Add(new(offset, offset + length, figure.Title, figure.Typed));
            }
        });
        return KnownFigure.Read(text, places);
    }
}
