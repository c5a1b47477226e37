using Fadu.Rules.Expressions;
using Fadu.Rules.Measures;
using Fadu.Rules.Registers;
using Fadu.Tests.Databases;

namespace Fadu.Tests.Differential;

/// <summary>Every expression and measure of the law folder means the same in memory and in each database.</summary>
public sealed class LawDifferentialTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly string[] Offices = ["justice", "market", "land"];
    private static readonly Law Law = LawExpressions.Law;

    [Theory, OnSqlite, OnPostgres]
    public async Task Law_OnGeneratedFacts_MeansTheSameInMemoryAndInTheDatabase(DatabaseKind kind)
    {
        var facts = new RandomFacts(new Random(31), Offices);
        var matters = Law.Newest.ToDictionary(r => r.Id, r => facts.Matters(Law.Facts(r.Id), 50));
        await using var connection = await databases.Open(kind);
        var database = new FactDatabase(connection, kind);
        foreach (var (register, rows) in matters)
        {
            await database.Fill(Law.Facts(register), rows);
        }

        await database.FillWorkingDays(Law.Calendar);
        var context = new EvaluationContext(new(2024, 3, 15), Period.Year(2024), new Dictionary<string, object>(), Law.Calendar)
        {
            References = (register, id) => matters[register].ElementAtOrDefault((int)id - 1),
        };

        await Expressions(database, matters, context);
        await Measures(database, matters, context);
    }

    private static async Task Expressions(FactDatabase database, Dictionary<string, IReadOnlyList<FactRow>> matters, EvaluationContext context)
    {
        var compared = 0;
        foreach (var (register, expression, place) in LawExpressions.All().DistinctBy(e => (e.Register, e.Expression.Text, e.Expression.Type)))
        {
            var found = await database.Values(expression, Law.Facts(register).Name, context);
            foreach (var matter in matters[register])
            {
                var expected = ExpressionDifferentialTests.Comparable(expression.Evaluate(matter, context));
                var actual = found[(long)matter["matter_id"]!];
                ExpressionDifferentialTests.Same(expected, actual).ShouldBeTrue(
                    $"{place}: {expression}\nmatter {matter["matter_id"]}: in memory {expected ?? "missing"}, in the database {actual ?? "missing"}");
            }

            expression.Explain().ShouldNotBeEmpty();
            compared++;
        }

        compared.ShouldBeGreaterThan(50);
    }

    private static async Task Measures(FactDatabase database, Dictionary<string, IReadOnlyList<FactRow>> matters, EvaluationContext context)
    {
        var check = new MeasureCheck(Law.Measures, Law.FindFacts);
        check.All().ShouldBeEmpty();
        List<MeasureRequest> requests = [.. Law.Measures.Keys.Select(m => new MeasureRequest(m)), .. Law.Measures.Values.SelectMany(Splits)];
        requests.Select(check.Request).OfType<string>().ShouldBeEmpty();
        var plan = new MeasurePlan(Law.Measures, Law.Facts, requests);
        List<MeasureResults> found = [];
        List<MeasureResults> expected = [];
        foreach (var pass in plan.Passes)
        {
            found.Add(await database.Results(pass, context, null));
            expected.Add(MeasureInMemory.Compute(pass, matters[pass.Table.Register], context));
        }

        foreach (var request in requests)
        {
            foreach (var office in Offices.Append(null))
            {
                plan.Value(request, office, found).ShouldBe(plan.Value(request, office, expected), $"{request} of {office ?? "all"}");
            }
        }

        requests.Count(r => plan.Value(r, null, expected).Value > 0).ShouldBeGreaterThan(requests.Count / 4);
    }

    private static IEnumerable<MeasureRequest> Splits(Measure measure)
    {
        if (measure.Register.Length == 0 || measure.Definitions.Any(d => d.Kind is MeasureKind.Ratio or MeasureKind.Value))
        {
            yield break;
        }

        var table = Law.Facts(measure.Register);
        foreach (var field in measure.By)
        {
            var column = (measure.RowsField is null ? null : table.FindRows(measure.RowsField)!.Find(field)) ?? table.Find(field)!;
            foreach (var code in column.Codes?.Codes.Select(c => c.Id).Take(3) ?? (column.Type == ColumnType.YesNo ? ["true", "false"] : Offices))
            {
                yield return new(measure.Id, [new(field, code)]);
            }
        }
    }
}
