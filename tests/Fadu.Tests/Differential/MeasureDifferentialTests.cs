using Fadu.Rules.Expressions;
using Fadu.Rules.Measures;
using Fadu.Rules.Registers;
using Fadu.Rules.Tests.Expressions;
using Fadu.Rules.Tests.Measures;
using Fadu.Tests.Databases;

namespace Fadu.Tests.Differential;

/// <summary>A measure has the same value in memory and in each database, per office and in total, with the same matters behind it.</summary>
public sealed class MeasureDifferentialTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly string[] Offices = ["justice", "market", "land"];

    [Theory, OnSqlite, OnPostgres]
    public async Task Measures_OnGeneratedFacts_AreTheSameInMemoryAndInTheDatabase(DatabaseKind kind)
    {
        RandomFacts facts = new(new Random(9), Offices);
        var others = facts.Matters(SampleRegister.Other, 60);
        var matters = facts.Matters(SampleRegister.Table, 300);
        await using var connection = await databases.Open(kind);
        var database = new FactDatabase(connection, kind);
        await database.Fill(SampleRegister.Table, matters);
        await database.Fill(SampleRegister.Other, others);
        var context = SampleRegister.Context(new(2024, 3, 15)) with { References = (_, id) => others.ElementAtOrDefault((int)id - 1) };
        var measures = SampleMeasures.All;
        MeasureRequest[] requests =
        [
            .. measures.Keys.Select(m => new MeasureRequest(m)),
            new("sample.decided", [new("result", "uphold")]), new("sample.rate", [new("procedure", "summary")]), new("sample.fines", [new("kinds", "closure")]),
            new("sample.decided", [new("vetoed", "true")]), new("sample.item_value", [new("returned", "false")]), new("sample.item_value", [new("procedure", "ordinary")]),
        ];
        var plan = new MeasurePlan(measures, r => r == "sample-case" ? SampleRegister.Table : null, requests);
        plan.Passes.Count.ShouldBe(3);

        foreach (var scope in new IReadOnlyCollection<string>?[] { null, ["justice", "land"], [] })
        {
            List<MeasureResults> found = [];
            List<MeasureResults> expected = [];
            foreach (var pass in plan.Passes)
            {
                found.Add(await database.Results(pass, context, scope));
                expected.Add(MeasureInMemory.Compute(pass, matters, context, scope));
            }

            foreach (var request in requests)
            {
                foreach (var office in Offices.Append("").Append(null))
                {
                    plan.Value(request, office, found).ShouldBe(plan.Value(request, office, expected), $"{request} of {office ?? "all"} in {kind}");
                }

                foreach (var leaf in plan.Leaves(request, null))
                {
                    var pass = plan.Passes[leaf.Pass];
                    var sql = pass.MatterIdsSql(leaf.Atom, database.Dialect, context, FactDatabase.Region, scope);
                    var ids = (await database.Query(sql.Text, sql.Parameters)).Select(r => Convert.ToInt64(r[0], null));
                    ids.ShouldBe(MeasureInMemory.Matters(pass, leaf.Atom, matters, context, scope).Select(m => (long)m["matter_id"]!), $"{request} in {kind}");
                }
            }
        }
    }
}
