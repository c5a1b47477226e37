using Fadu.Core.Matters;
using Fadu.Core.Measures;
using Fadu.Rules.Coverage;
using Fadu.Rules.Expressions;
using Fadu.Rules.Measures;

namespace Fadu.Core.Replays;

/// <summary>One figure of a report beside what the generated matters give.</summary>
/// <param name="Agrees">Missing where the report masks the number.</param>
public sealed record ComparedFigure(PrintedFigure Printed, CoverageEntry Entry, decimal? Computed, string Shown, bool? Agrees);

/// <summary>Regenerates a report: its matters through the front door, its figures by the measures.</summary>
public static class ReplayComparison
{
    /// <summary>Fills an empty store with the matters of a replay.</summary>
    /// <exception cref="StoreException">A recipe is wrong, or asks for what a gate refuses.</exception>
    public static async Task FillAsync(FaduOptions options, Replay replay, TimeProvider time, Action<int, int>? progress, CancellationToken cancel = default)
    {
        var district = DemonstrationDistrict.Read(options).With(replay.Departments, replay.Towns);
        await using var system = await district.SetUpAsync(options, time, [], cancel);
        await new ReplayRunner(system).RunAsync(replay, district, progress, cancel);
    }

    /// <summary>Computes the figures that the coverage maps, in the period and by the definition that it names.</summary>
    public static async Task<IReadOnlyList<ComparedFigure>> CompareAsync(FaduSystem system, Replay replay, CoverageFiles coverage, string? module = null, CancellationToken cancel = default)
    {
        List<ComparedFigure> compared = [];
        var mapped = from figure in coverage.Figures
                     where figure.Report == replay.Report && figure.Computable && coverage.Book.Entries.ContainsKey(figure.Id)
                     let entry = coverage.Book.Entries[figure.Id]
                     where system.Measures.Problem(entry.Request) is null && (module is null || system.Law.Current.Measures[entry.Request.Measure].Module == module)
                     select (Figure: figure, Entry: entry);
        foreach (var group in mapped.GroupBy(m => (m.Entry.Period, m.Entry.Office, Chosen: m.Entry.Definition is null ? null : m.Entry.Request.Measure, m.Entry.Definition)))
        {
            var choices = group.Key.Chosen is { } measure ? DefinitionChoices.Default.Only(measure, group.Key.Definition!) : DefinitionChoices.Default;
            var question = new MeasureQuestion(group.Key.Period ?? Period.Year(replay.Year), group.Key.Office);
            var figures = await system.Measures.EvaluateAsync([.. group.Select(g => g.Entry.Request)], question, Actor.System(system.District.Region), choices, cancel);
            foreach (var (figure, entry) in group)
            {
                var (definition, value) = (system.Law.Current.Measures[entry.Request.Measure], figures.Total(entry.Request).Value);
                compared.Add(new(figure, entry, value, MeasureFormat.PrintWithUnit(value, definition.Unit, definition.Decimals), FigureAgreement.Holds(figure, value)));
            }
        }

        return [.. compared.OrderBy(c => c.Printed.Id, StringComparer.Ordinal)];
    }
}
