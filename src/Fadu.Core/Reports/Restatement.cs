using Fadu.Core.Law;
using Fadu.Core.Offices;
using Fadu.Rules.Measures;
using Fadu.Rules.Reports;

namespace Fadu.Core.Reports;

/// <summary>A frozen figure beside what the records say now. The frozen one stands as printed.</summary>
/// <param name="Now">Value by the same definition, period and office; missing where it cannot be computed.</param>
/// <param name="Printed">How it would print now.</param>
/// <param name="Added">Matters that count now and did not then.</param>
/// <param name="Removed">Matters that counted then and do not now.</param>
/// <param name="Changed">Matters that count both times, but have been worked on since.</param>
/// <param name="Gone">The law has the measure or the definition no more: it cannot be computed again.</param>
public sealed record RestatedFigure(
    ReportFigure Frozen, decimal? Now, string Printed, IReadOnlyList<MatterVersion> Added, IReadOnlyList<MatterVersion> Removed, IReadOnlyList<MatterVersion> Changed, bool Gone)
{
    /// <summary>The value is another one now.</summary>
    public bool Differs => !Gone && Now != Frozen.Value;
    /// <summary>Other matters count now, whatever the value.</summary>
    public bool Moved => Added.Count + Removed.Count > 0;
}

/// <summary>Computes the figures of a frozen report again (更正重述).</summary>
public sealed class Restatement(LawStore law, ReportMeasures measures, SnapshotStore snapshots)
{
    /// <summary>All figures with a source, in the order of the report; <see cref="ReportFigure.Form"/> 增减 is left out, because it follows from two others.</summary>
    public async Task<IReadOnlyList<RestatedFigure>> OfAsync(string region, Snapshot snapshot, CancellationToken cancel = default)
    {
        var figures = snapshot.Figures.Where(f => !f.Typed && f.Form != FigureForm.Change).ToList();
        var known = figures.Where(f => law.Current.Measures.GetValueOrDefault(f.Measure!)?.Definition(f.Definition!) is not null).ToList();
        var choices = DefinitionChoices.Default with { District = known.GroupBy(f => f.Measure!).ToDictionary(g => g.Key, g => g.First().Definition!) };
        var answers = await measures.AnswerAsync(region, [.. known.Select(Question).Distinct()], choices, lists: true, cancel);
        Dictionary<string, IReadOnlyList<MatterVersion>> lists = [];
        List<RestatedFigure> restated = [];
        foreach (var figure in figures)
        {
            if (!known.Contains(figure))
            {
                restated.Add(new(figure, null, MeasureFormat.Missing, [], [], [], Gone: true));
                continue;
            }

            var answer = answers[Question(figure)];
            List<MatterVersion> before = [];
            foreach (var list in figure.Lists)
            {
                before.AddRange(lists.TryGetValue(list.Sm3, out var read) ? read : lists[list.Sm3] = (await snapshots.WithMattersAsync(region, list, cancel)).Matters);
            }

            var (then, now) = (ById(before), ById(answer.Lists.SelectMany(l => l.Matters)));
            restated.Add(new(
                figure, answer.Value.Value, ReportJson.Shown(answer.Value.Value, figure.Unit),
                [.. now.Where(m => !then.ContainsKey(m.Key)).Select(m => new MatterVersion(m.Key, m.Value))],
                [.. then.Where(m => !now.ContainsKey(m.Key)).Select(m => new MatterVersion(m.Key, m.Value))],
                [.. then.Where(m => now.TryGetValue(m.Key, out var version) && version != m.Value).Select(m => new MatterVersion(m.Key, m.Value))],
                Gone: false));
        }

        return restated;
    }

    private static SortedDictionary<long, int> ById(IEnumerable<MatterVersion> matters)
    {
        SortedDictionary<long, int> byId = [];
        foreach (var (matter, version) in matters)
        {
            byId[matter] = version;
        }

        return byId;
    }

    private static FigureQuestion Question(ReportFigure figure) =>
        new(new MeasureRequest(figure.Measure!).With([.. figure.Filter.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Filter)]), figure.Period!, figure.Office);

    private static MeasureFilter Filter(string text) => text.Split('=') is [var field, var code] ? new(field, code) : throw new FormatException(text);
}
