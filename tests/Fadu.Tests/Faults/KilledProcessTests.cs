using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Dapper;
using Fadu.Core.Storage;
using Fadu.Tests.Databases;
using Fadu.Tests.Ledger;

namespace Fadu.Tests.Faults;

/// <summary>kill -9 while a process records, imports and seals: nothing acknowledged is lost, nothing is half-written, the ledger verifies.</summary>
public abstract class KilledProcessTests(DatabaseKind kind)
{
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("FADU_TEST_KILLS"), out var given) ? given : 25;

    private protected async Task KillAndCheckAsync()
    {
        await using var store = await LedgerStore.CreateAsync(kind, LedgerStore.SmallLaw());
        var random = new Random(20240907);
        var acknowledged = 0;
        for (var round = 1; round <= Kills; round++)
        {
            var lines = await RunAndKillAsync(store, TimeSpan.FromMilliseconds(random.Next(5, 250)));
            acknowledged += lines.Count;
            await CheckAsync(store, lines, round);
        }

        acknowledged.ShouldBeGreaterThan(Kills, "the processes must have been killed at work");
    }

    private static async Task CheckAsync(LedgerStore store, IReadOnlyList<(long Id, int Version)> acknowledged, int round)
    {
        await using var database = Database.Open(store.Options.Connection);
        await using var connection = await database.OpenAsync();
        var versions = (await connection.QueryAsync<(long Id, int Version)>("select id, version from matters")).ToDictionary(m => m.Id, m => m.Version);
        foreach (var (id, version) in acknowledged)
        {
            versions.GetValueOrDefault(id).ShouldBeGreaterThanOrEqualTo(version, $"round {round}: matter {id} was acknowledged");
        }

        var report = await store.VerifyAsync(store);
        report.Faults.Select(f => f.Sentence).ShouldBeEmpty($"round {round}");
        report.Rows.ShouldBe(versions.Count);
    }

    private static async Task<IReadOnlyList<(long Id, int Version)>> RunAndKillAsync(LedgerStore store, TimeSpan work)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { typeof(FaultProgram).Assembly.Location, "write", store.Options.Data, store.Options.Law, store.Options.Database }.OfType<string>())
        {
            start.ArgumentList.Add(argument);
        }

        // The quickest start: what is compiled well later is killed before.
        start.Environment["DOTNET_TieredPGO"] = "0";
        using var process = new Process { StartInfo = start };
        ConcurrentQueue<string> lines = [];
        TaskCompletionSource ready = new();
        process.OutputDataReceived += (_, e) =>
        {
            if (e.Data is not null)
            {
                lines.Enqueue(e.Data);
                ready.TrySetResult();
            }
        };
        process.Start();
        process.BeginOutputReadLine();
        var errors = process.StandardError.ReadToEndAsync();
        if (await Task.WhenAny(ready.Task, process.WaitForExitAsync()) != ready.Task)
        {
            throw new InvalidOperationException(await errors);
        }

        await Task.Delay(work);
        process.Kill();
        await process.WaitForExitAsync();
        // A line that the kill cut off was not acknowledged.
        return [.. lines.Select(l => l.Split(' ')).Where(p => p.Length == 2 && p[0].Length > 12 && p[1].Length > 0)
            .Select(p => (long.Parse(p[0], CultureInfo.InvariantCulture), int.Parse(p[1], CultureInfo.InvariantCulture)))];
    }
}

public sealed class KilledProcessOnSqliteTests() : KilledProcessTests(DatabaseKind.Sqlite)
{
    [Fact]
    public Task Kill_WhileRecordingAndImporting_LosesNothingAcknowledged() => KillAndCheckAsync();
}

public sealed class KilledProcessOnPostgresTests() : KilledProcessTests(DatabaseKind.Postgres)
{
    [Theory, OnPostgres]
    public Task Kill_WhileRecordingAndImporting_LosesNothingAcknowledged(DatabaseKind kind)
    {
        kind.ShouldBe(DatabaseKind.Postgres);
        return KillAndCheckAsync();
    }
}
