using System.Text.Json;
using Fadu.Rules.Expressions;
using Fadu.Rules.Measures;
using Fadu.Tests.Databases;
using Fadu.Tests.Faults;

namespace Fadu.Tests.Measures;

[Collection(DemonstrationCollection.Name)]
public sealed class MeasureCommandTests(DemonstrationStores stores)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Measure_AsJson_IsTheArrayOfItsContract(DatabaseKind kind)
    {
        var store = await stores.On(kind);
        var (code, output, _) = await RunAsync(store, "measure", "penalty.filed", "reconsideration.correction_rate", "--period", "2024", "--json");

        code.ShouldBe(0);
        var lines = JsonDocument.Parse(output).RootElement.EnumerateArray().ToList();
        lines.ForEach(l => l.EnumerateObject().Select(p => p.Name).ShouldBe(["id", "title", "unit", "value", "numerator", "denominator", "definition", "office", "period"]));
        lines.Select(l => l.GetProperty("id").GetString()).ShouldBe(["penalty.filed", "reconsideration.correction_rate"]);
        var filed = new MeasureRequest("penalty.filed");
        lines[0].GetProperty("value").GetDecimal().ShouldBe((await store.System.Measures.EvaluateAsync([filed], new(Period.Year(2024)), store.Everybody)).Total(filed).Value!.Value);
        lines[0].GetProperty("period").GetString().ShouldBe("2024");
        lines[1].GetProperty("denominator").ValueKind.ShouldBe(JsonValueKind.Number);
    }

    [Fact]
    public async Task Measure_Unknown_NamesTheNearestAndFails()
    {
        var (code, _, error) = await RunAsync(await stores.On(DatabaseKind.Sqlite), "measure", "penalty.filled", "--period", "2024", "--json");

        code.ShouldBe(1);
        error.ShouldContain("penalty.filed");
    }

    [Fact]
    public async Task Measure_PeriodThatIsNone_SaysHowToWriteOne()
    {
        var (code, _, error) = await RunAsync(await stores.On(DatabaseKind.Sqlite), "measure", "--period", "24");

        code.ShouldBe(1);
        error.ShouldContain("2024Q3");
    }

    private static Task<(int Code, string Output, string Error)> RunAsync(DemonstrationStore store, params string[] arguments) => FaduCommand.RunAsync(store.System.Options, arguments);
}
