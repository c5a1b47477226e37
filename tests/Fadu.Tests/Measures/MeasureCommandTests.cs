using System.Diagnostics;
using System.Text.Json;
using Fadu.Rules.Expressions;
using Fadu.Rules.Measures;
using Fadu.Tests.Databases;

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

    private static async Task<(int Code, string Output, string Error)> RunAsync(DemonstrationStore store, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "fadu.dll"));
        List<string> all = [.. arguments, "--data", store.System.Options.Data, .. store.System.Options.Database is { } connection ? new[] { "--database", connection } : []];
        all.ForEach(start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }
}
