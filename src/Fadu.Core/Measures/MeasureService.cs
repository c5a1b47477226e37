using Fadu.Core.Law;
using Fadu.Core.Ledger;
using Fadu.Core.Matters;
using Fadu.Core.Offices;
using Fadu.Core.Storage;
using Fadu.Rules.Expressions;
using Fadu.Rules.Measures;

namespace Fadu.Core.Measures;

/// <summary>Computes measures: one query per fact table, in total and by office, never beyond what the actor may see.</summary>
public sealed partial class MeasureService(Database database, LawStore law, OfficeDirectory offices, DefinitionBook definitions, RegisterPositions positions, MeasureRunner runner)
{
    // Until this month people look at the year before: its annual reports are published by 1 April.
    private const int ReportMonth = 4;

    // Earlier figures are asked for by their address.
    private const int FirstYear = 2018;

    private readonly KeptFigures kept = new(database, positions, runner);
    private readonly LastOpened opened = new(database, positions);

    /// <summary>The definitions chosen per office and year.</summary>
    public DefinitionBook Definitions => definitions;

    /// <summary>Today in China.</summary>
    public DateOnly Today => runner.Today;

    /// <summary>Years to choose from, newest first, with the one that is shown.</summary>
    public IEnumerable<int> YearsWith(int shown) => Enumerable.Range(FirstYear, Today.Year - FirstYear + 1).Append(shown).Distinct().OrderDescending();

    /// <summary>What is wrong with a request: an unknown measure or filter; none = fine.</summary>
    public string? Problem(MeasureRequest request) => runner.Problem(request);

    /// <summary>Offices that a question of this actor covers; none = the whole district.</summary>
    public IReadOnlyCollection<string>? Covered(MeasureQuestion question, Actor actor)
    {
        IReadOnlySet<string>? allowed = actor.Scope switch
        {
            DataScope.District => null,
            DataScope.OwnMatters => new HashSet<string>(),
            _ => actor.Offices,
        };
        if (question.Office is not { } office)
        {
            return (IReadOnlyCollection<string>?)allowed;
        }

        IReadOnlySet<string> asked = question.Below ? offices.AndBelow(actor.Region, office) : new HashSet<string> { office };
        return [.. asked.Where(o => allowed is null || allowed.Contains(o))];
    }

    /// <summary>Answers a question.</summary>
    /// <param name="requests">Measures; <see cref="Problem"/> has found nothing in them.</param>
    /// <param name="choices">Other definitions than those chosen for the year, to compare them.</param>
    public async Task<MeasureFigures> EvaluateAsync(
        IReadOnlyList<MeasureRequest> requests, MeasureQuestion question, Actor actor, DefinitionChoices? choices = null, CancellationToken cancel = default) =>
        (await kept.AnswerAsync(actor.Region, requests, [await ScopeAsync(question, actor, choices, cancel)], cancel))[0];

    /// <summary>Answers a question and the same question a year before; of registers in which nothing stood by then, the earlier figure is not known.</summary>
    public async Task<(MeasureFigures Now, MeasureFigures Before)> WithPreviousAsync(
        IReadOnlyList<MeasureRequest> requests, MeasureQuestion question, Actor actor, DefinitionChoices? choices = null, CancellationToken cancel = default)
    {
        var both = await kept.AnswerAsync(actor.Region, requests, [await ScopeAsync(question, actor, choices, cancel), await ScopeAsync(question.Previous, actor, choices, cancel)], cancel);
        var last = await opened.EachUntilAsync(actor.Region, both[1].Registers, question.Previous.Period.End, cancel);
        return (both[0], both[1].Since(last.Where(r => r.Value is not null).Select(r => r.Key).ToHashSet(StringComparer.Ordinal)));
    }

    /// <summary>What is shown of all fields together: the measures that the assessment asks for.</summary>
    public IReadOnlyList<MeasureRequest> Starred => [.. law.Current.Measures.Values.Where(m => m.Star).Select(m => new MeasureRequest(m.Id))];

    /// <summary>Brings the figures that were asked last up to the records; where nothing was asked yet, those of the first page.</summary>
    public async Task RefreshAsync(string region, CancellationToken cancel = default)
    {
        if (await kept.RefreshAsync(region, cancel) == 0)
        {
            MeasureQuestion year = new(Period.Year(await LatestYearAsync(region, cancel)));
            await kept.AnswerAsync(region, Starred, [await WholeAsync(year), await WholeAsync(year.Previous)], cancel);
        }

        async Task<ScopedQuestion> WholeAsync(MeasureQuestion question) =>
            new(question, null, (await definitions.OfYearAsync(region, question.Period.Start.Year, cancel)).SeenFrom(null));
    }

    /// <summary>Figures of the months of a year that have begun, for lines.</summary>
    public async Task<IReadOnlyList<MeasureFigures>> MonthsAsync(
        IReadOnlyList<MeasureRequest> requests, int year, string? office, bool below, Actor actor, CancellationToken cancel = default)
    {
        var choices = await definitions.OfYearAsync(actor.Region, year, cancel);
        List<ScopedQuestion> months = [];
        for (var month = 1; month <= 12 && new DateOnly(year, month, 1) <= Today; month++)
        {
            months.Add(await ScopeAsync(new(Period.Month(year, month), office, below), actor, choices, cancel));
        }

        return await kept.AnswerAsync(actor.Region, requests, months, cancel);
    }

    /// <summary>The last year in which anything was opened; this year where nothing was. Until the annual reports of the year before are due, that year, if it has anything.</summary>
    public async Task<int> LatestYearAsync(string region, CancellationToken cancel = default)
    {
        var last = Today.Year - 1;
        return Today.Month < ReportMonth && (await LastOpenedAsync(region, new(last, 12, 31), cancel))?.Year == last
            ? last
            : (await LastOpenedAsync(region, Today, cancel) ?? Today).Year;
    }

    private Task<DateOnly?> LastOpenedAsync(string region, DateOnly until, CancellationToken cancel) => opened.UntilAsync(region, law.Current.Newest.Select(r => r.Id), until, cancel);

    private async Task<ScopedQuestion> ScopeAsync(MeasureQuestion question, Actor actor, DefinitionChoices? choices, CancellationToken cancel) => new(
        question, Covered(question, actor), (choices ?? await definitions.OfYearAsync(actor.Region, question.Period.Start.Year, cancel)).SeenFrom(question.Office));
}
