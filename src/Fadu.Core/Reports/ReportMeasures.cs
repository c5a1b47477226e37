using System.Data;
using System.Data.Common;
using System.Globalization;
using Fadu.Core.Law;
using Fadu.Core.Measures;
using Fadu.Core.Offices;
using Fadu.Core.Storage;
using Fadu.Rules.Expressions;
using Fadu.Rules.Measures;
using Microsoft.Data.Sqlite;

namespace Fadu.Core.Reports;

/// <summary>Answers the questions of a report, all from one state of the records, with the matters behind each where wanted.</summary>
/// <remarks>The figures and their lists must not come from different moments, so everything is read in one transaction.</remarks>
public sealed class ReportMeasures(Database database, LawStore law, OfficeDirectory offices, MeasureRunner runner)
{
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
            var plan = runner.Plan(group.Select(q => q.Request).Distinct(), choices);
            var scope = new Scope(region, group.Key.Office is { } office ? offices.AndBelow(region, office) : null, runner.Context(group.Key.Period));
            List<MeasureResults> results = [];
            foreach (var pass in plan.Passes)
            {
                results.Add(await runner.RunAsync(connection, transaction, pass, scope.Context, region, scope.Offices, cancel));
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
    public DateOnly Today => runner.Today;

    private async Task<FigureList> ListAsync(DbTransaction transaction, MeasurePlan plan, MeasureLeaf leaf, Scope scope, CancellationToken cancel)
    {
        var ids = plan.Passes[leaf.Pass].MatterIdsSql(leaf.Atom, database.Dialect, scope.Context, scope.Region, scope.Offices);
        Dictionary<string, object> parameters = new(ids.Parameters) { ["list_region"] = scope.Region };
        List<MatterVersion> matters = [];
        await foreach (var row in SqlRows.ReadAsync(transaction.Connection!, transaction, new($"select m.id, m.version from ({ids.Text}) x join matters m on m.region = @list_region and m.id = x.matter_id order by m.id", parameters), cancel))
        {
            matters.Add(new(Convert.ToInt64(row[0], CultureInfo.InvariantCulture), Convert.ToInt32(row[1], CultureInfo.InvariantCulture)));
        }

        return FigureList.Of(leaf.Measure.ToString(), law.Current.Measures[leaf.Measure.Measure].Title, matters);
    }

    private static DbTransaction Reading(DbConnection connection) => connection is SqliteConnection sqlite
        ? sqlite.BeginTransaction(deferred: true)
        : connection.BeginTransaction(IsolationLevel.RepeatableRead);

    private sealed record Scope(string Region, IReadOnlyCollection<string>? Offices, EvaluationContext Context);
}
