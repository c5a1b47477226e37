using System.Data.Common;
using Fadu.Core.Law;
using Fadu.Core.Storage;
using Fadu.Rules.Expressions;
using Fadu.Rules.Measures;
using SqlQuery = Fadu.Rules.Measures.SqlQuery;

namespace Fadu.Core.Measures;

/// <summary>Plans measures under the law in force and runs their passes, for pages and for reports.</summary>
public sealed class MeasureRunner(Database database, LawStore law, TimeProvider time)
{
    /// <summary>The law in force.</summary>
    internal Rules.Registers.Law Law => law.Current;

    /// <summary>Today in China.</summary>
    public DateOnly Today => time.Today();

    /// <summary>What is wrong with a request: an unknown measure or filter; none = fine.</summary>
    internal string? Problem(MeasureRequest request) => new MeasureCheck(law.Current.Measures, law.Current.FindFacts).Request(request);

    /// <summary>The queries that some measures need.</summary>
    internal MeasurePlan Plan(IEnumerable<MeasureRequest> requests, DefinitionChoices choices) => new(law.Current.Measures, law.Current.FindFacts, requests, choices);

    /// <summary>What expressions about a period see.</summary>
    internal EvaluationContext Context(Period period) => new(Today, period, new Dictionary<string, object>(), law.Current.Calendar);

    /// <summary>Runs one pass.</summary>
    /// <param name="transaction">In which it is read, or none.</param>
    /// <param name="covered">Offices in scope; none = all.</param>
    internal async Task<MeasureResults> RunAsync(
        DbConnection connection, DbTransaction? transaction, MeasurePass pass, EvaluationContext context, string region, IReadOnlyCollection<string>? covered, CancellationToken cancel)
    {
        var query = pass.Sql(database.Dialect, context, region, covered);
        await foreach (var row in SqlRows.ReadAsync(connection, transaction, new SqlQuery(query.Text, query.Parameters), cancel))
        {
            query.Add(row);
        }

        return query.Results;
    }
}
