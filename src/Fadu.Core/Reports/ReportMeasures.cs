using System.Data;
using System.Data.Common;
using System.Globalization;
using Fadu.Core.Law;
using Fadu.Core.Offices;
using Fadu.Core.Storage;
using Fadu.Rules.Expressions;
using Fadu.Rules.Expressions.Sql;
using Fadu.Rules.Measures;
using Fadu.Rules.Registers;
using Microsoft.Data.Sqlite;
using SqlQuery = Fadu.Rules.Measures.SqlQuery;

namespace Fadu.Core.Reports;

/// <summary>Answers the questions of a report, all from one state of the records, with the matters behind each where wanted.</summary>
/// <remarks>The figures and their lists must not come from different moments, so everything is read in one transaction.</remarks>
public sealed class ReportMeasures(Database database, LawStore law, OfficeDirectory offices, TimeProvider time)
{
    private SqlDialect Dialect { get; } = database.Name == "sqlite" ? SqlDialect.Sqlite : SqlDialect.Postgres;

    /// <summary>Answers all questions.</summary>
    /// <param name="lists">Also the matters behind each figure.</param>
    public async Task<IReadOnlyDictionary<FigureQuestion, FigureAnswer>> AnswerAsync(
        string region, IReadOnlyCollection<FigureQuestion> questions, DefinitionChoices choices, bool lists, CancellationToken cancel = default)
    {
        Dictionary<FigureQuestion, FigureAnswer> answers = [];
        await using var connection = await database.OpenAsync(cancel);
        await using var transaction = Reading(connection);
        foreach (var group in questions.GroupBy(q => (q.Period, q.Office)))
        {
            var plan = new MeasurePlan(law.Current.Measures, law.Current.FindFacts, group.Select(q => q.Request).Distinct(), choices);
            var scope = new Scope(region, group.Key.Office is { } office ? offices.AndBelow(region, office) : null, Context(group.Key.Period));
            List<MeasureResults> results = [];
            foreach (var pass in plan.Passes)
            {
                var query = pass.Sql(Dialect, scope.Context, region, scope.Offices);
                await foreach (var row in RowsAsync(transaction, new(query.Text, query.Parameters), cancel))
                {
                    query.Add(row);
                }

                results.Add(query.Results);
            }

            Dictionary<MeasureLeaf, FigureList> known = [];
            foreach (var question in group)
            {
                List<FigureList> behind = [];
                foreach (var leaf in lists ? plan.Leaves(question.Request, null) : [])
                {
                    behind.Add(known.TryGetValue(leaf, out var list) ? list : known[leaf] = await ListAsync(transaction, plan, leaf, scope, cancel));
                }

                answers[question] = new(plan.Value(question.Request, null, results), behind);
            }
        }

        return answers;
    }

    /// <summary>Today in China.</summary>
    public DateOnly Today => time.Today();

    private async Task<FigureList> ListAsync(DbTransaction transaction, MeasurePlan plan, MeasureLeaf leaf, Scope scope, CancellationToken cancel)
    {
        var ids = plan.Passes[leaf.Pass].MatterIdsSql(leaf.Atom, Dialect, scope.Context, scope.Region, scope.Offices);
        Dictionary<string, object> parameters = new(ids.Parameters) { ["list_region"] = scope.Region };
        List<MatterVersion> matters = [];
        await foreach (var row in RowsAsync(transaction, new($"select m.id, m.version from ({ids.Text}) x join matters m on m.region = @list_region and m.id = x.matter_id order by m.id", parameters), cancel))
        {
            matters.Add(new(Convert.ToInt64(row[0], CultureInfo.InvariantCulture), Convert.ToInt32(row[1], CultureInfo.InvariantCulture)));
        }

        return FigureList.Of(leaf.Measure.ToString(), law.Current.Measures[leaf.Measure.Measure].Title, matters);
    }

    private static DbTransaction Reading(DbConnection connection) => connection is SqliteConnection sqlite
        ? sqlite.BeginTransaction(deferred: true)
        : connection.BeginTransaction(IsolationLevel.RepeatableRead);

    private EvaluationContext Context(Period period) => new(Today, period, new Dictionary<string, object>(), law.Current.Calendar);

    private static IAsyncEnumerable<object?[]> RowsAsync(DbTransaction transaction, SqlQuery query, CancellationToken cancel) => SqlRows.ReadAsync(transaction.Connection!, transaction, query, cancel);

    private sealed record Scope(string Region, IReadOnlyCollection<string>? Offices, EvaluationContext Context);
}
