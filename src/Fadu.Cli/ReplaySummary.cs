using Fadu.Core.Replays;

namespace Fadu.Cli;

/// <summary>A figure that did not come out as printed.</summary>
/// <param name="Reason">Why it cannot, where the coverage says so.</param>
internal sealed record DifferingFigure(string Id, string Meaning, string Printed, string Computed, string Measure, string? Reason);

/// <summary>What a replay printed.</summary>
/// <param name="Figures">Computable figures of the report.</param>
/// <param name="Mapped">Of them with a measure.</param>
/// <param name="Reproduced">Of them computed as printed.</param>
internal sealed record ReplaySummary(string Report, int Matters, int Figures, int Mapped, int Reproduced, IReadOnlyList<DifferingFigure> Differing, IReadOnlyList<string> Unmapped, double Seconds)
{
    public static ReplaySummary Of(Replay replay, CoverageFiles coverage, IReadOnlyList<ComparedFigure> compared, string? module, double seconds)
    {
        var computable = coverage.Figures.Where(f => f.Report == replay.Report && f.Computable).ToList();
        return new(
            replay.Report, replay.Recipes.Sum(r => r.Count), module is null ? computable.Count : compared.Count, compared.Count, compared.Count(c => c.Agrees == true),
            [.. compared.Where(c => c.Agrees != true).Select(c => new DifferingFigure(
                c.Printed.Id, c.Printed.MeaningZh, c.Printed.Text + c.Printed.Approx + (c.Printed.Text.EndsWith('%') ? "" : c.Printed.Unit), c.Shown, c.Entry.Request.ToString(),
                c.Agrees is null ? "报告隐去了数字" : c.Entry.Differs))],
            module is null ? [.. computable.Where(f => !coverage.Book.Entries.ContainsKey(f.Id)).Select(f => $"{f.Id} {f.MeaningZh}")] : [], Math.Round(seconds, 1));
    }
}
