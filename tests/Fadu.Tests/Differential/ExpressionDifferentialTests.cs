using Fadu.Rules.Expressions;
using Fadu.Rules.Registers;
using Fadu.Rules.Tests.Expressions;
using Fadu.Tests.Databases;

namespace Fadu.Tests.Differential;

/// <summary>An expression means the same in memory and in each database.</summary>
public sealed class ExpressionDifferentialTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly string[] Offices = ["justice", "market", "land"];

    [Theory, OnSqlite, OnPostgres]
    public async Task Expression_OnGeneratedFacts_MeansTheSameInMemoryAndInTheDatabase(DatabaseKind kind)
    {
        var facts = new RandomFacts(new Random(71), Offices);
        var others = facts.Matters(SampleRegister.Other, 60);
        var matters = facts.Matters(SampleRegister.Table, 80);
        await using var connection = await databases.Open(kind);
        var database = new FactDatabase(connection, kind);
        await database.Fill(SampleRegister.Other, others);
        await database.Fill(SampleRegister.Table, matters);
        await database.FillWorkingDays(SampleRegister.Calendar);
        var context = SampleRegister.Context(new(2024, 3, 15)) with { References = (_, id) => others.ElementAtOrDefault((int)id - 1) };

        var texts = new RandomExpressions(new Random(2024));
        var (compared, known) = (0, 0);
        for (var i = 0; i < 1_000; i++)
        {
            var (text, codes) = (i % 5) switch
            {
                0 => (texts.Number(3), null),
                1 => (texts.Date(3), null),
                2 => (texts.Code(3), SampleRegister.Kinds),
                _ => (texts.Condition(4), (CodeList?)null),
            };
            if (!Expression.TryParse(text, SampleRegister.Scope, ExpressionType.Any, out var expression, out var error, codes))
            {
                error.Message.ShouldContain("太", customMessage: text);
                continue;
            }

            var found = await database.Values(expression, SampleRegister.Table.Name, context);
            foreach (var matter in matters)
            {
                var expected = Comparable(expression.Evaluate(matter, context));
                Same(expected, found[(long)matter["matter_id"]!]).ShouldBeTrue($"{text}\nmatter {matter["matter_id"]}: in memory {expected ?? "missing"}, in {kind} {found[(long)matter["matter_id"]!] ?? "missing"}");
                compared++;
                known += expected is null ? 0 : 1;
            }
        }

        compared.ShouldBeGreaterThan(50_000);
        known.ShouldBeGreaterThan(compared / 3);
    }

    internal static object? Comparable(object? value) => value switch
    {
        long or decimal => Convert.ToDouble(value, null),
        IEnumerable<string> list => $"|{string.Join('|', list)}|",
        _ => value,
    };

    internal static bool Same(object? a, object? b) => (a, b) switch
    {
        (double x, double y) => Math.Abs(x - y) <= 1e-9 * Math.Max(1, Math.Abs(x)),
        _ => Equals(a, b),
    };
}
