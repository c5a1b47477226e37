using System.Data.Common;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Offices;
using Fadu.Core.Storage;
using Fadu.Rules.Expressions;
using Fadu.Rules.Expressions.Sql;
using Fadu.Rules.Measures;
using Fadu.Rules.Registers;
using SqlQuery = Fadu.Rules.Measures.SqlQuery;

namespace Fadu.Core.Measures;

/// <summary>Computes measures: one query per fact table, in total and by office, never beyond what the actor may see.</summary>
public sealed partial class MeasureService(Database database, LawStore law, OfficeDirectory offices, DefinitionBook definitions, TimeProvider time)
{
    // Until this month people look at the year before: its annual reports are published by 1 April.
    private const int ReportMonth = 4;

    private SqlDialect Dialect => database.Dialect;

    /// <summary>The definitions chosen per office and year.</summary>
    public DefinitionBook Definitions => definitions;

    /// <summary>What is wrong with a request: an unknown measure or filter; none = fine.</summary>
    public string? Problem(MeasureRequest request) => new MeasureCheck(law.Current.Measures, law.Current.FindFacts).Request(request);

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
        IReadOnlyList<MeasureRequest> requests, MeasureQuestion question, Actor actor, DefinitionChoices? choices = null, CancellationToken cancel = default)
    {
        var plan = await PlanAsync(requests, question, actor, choices, cancel);
        var (context, covered) = (Context(question.Period), Covered(question, actor));
        List<MeasureResults> results = [];
        await using var connection = await database.OpenAsync(cancel);
        foreach (var pass in plan.Passes)
        {
            var query = pass.Sql(Dialect, context, actor.Region, covered);
            await foreach (var row in RowsAsync(connection, new(query.Text, query.Parameters), cancel))
            {
                query.Add(row);
            }

            results.Add(query.Results);
        }

        return new(question, plan, results);
    }

    /// <summary>The last year in which anything was opened; this year where nothing was. Until the annual reports of the year before are due, that year, if it has anything.</summary>
    public async Task<int> LatestYearAsync(string region, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        var last = Today.Year - 1;
        return Today.Month < ReportMonth && (await LastOpenedAsync(connection, region, new(last, 12, 31), cancel))?.Year == last
            ? last
            : (await LastOpenedAsync(connection, region, Today, cancel) ?? Today).Year;
    }

    private async Task<DateOnly?> LastOpenedAsync(DbConnection connection, string region, DateOnly until, CancellationToken cancel)
    {
        var query = string.Join(" union all ", law.Current.Newest.Select(r => $"select max(opened_on) from {FactTable.TableName(r.Id)} where region = @region and opened_on <= @until"));
        DateOnly? latest = null;
        await foreach (var row in RowsAsync(connection, new(query, new Dictionary<string, object> { ["region"] = region, ["until"] = database.Value(until) }), cancel))
        {
            latest = ColumnValues.Day(row[0]) is { } day && (latest is null || day > latest) ? day : latest;
        }

        return latest;
    }

    /// <summary>Today in China.</summary>
    public DateOnly Today => time.Today();

    private EvaluationContext Context(Period period) => new(Today, period, new Dictionary<string, object>(), law.Current.Calendar);

    private async Task<MeasurePlan> PlanAsync(
        IReadOnlyList<MeasureRequest> requests, MeasureQuestion question, Actor actor, DefinitionChoices? choices, CancellationToken cancel)
    {
        choices ??= await definitions.OfYearAsync(actor.Region, question.Period.Start.Year, cancel);
        return new(law.Current.Measures, law.Current.FindFacts, requests, SeenFrom(choices, question.Office));
    }

    /// <summary>The total of one office is counted by its own definition, not by the district's.</summary>
    private static DefinitionChoices SeenFrom(DefinitionChoices choices, string? office)
    {
        if (office is null || !choices.Offices.Keys.Any(k => k.Office == office))
        {
            return choices;
        }

        var district = choices.District.ToDictionary();
        foreach (var ((_, measure), definition) in choices.Offices.Where(c => c.Key.Office == office))
        {
            district[measure] = definition;
        }

        return choices with { District = district };
    }

    private static IAsyncEnumerable<object?[]> RowsAsync(DbConnection connection, SqlQuery query, CancellationToken cancel) => SqlRows.ReadAsync(connection, null, query, cancel);
}
