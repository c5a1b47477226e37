using System.Diagnostics;
using Dapper;
using Fadu.Core;
using Fadu.Core.Districts;
using Fadu.Core.Imports;
using Fadu.Tests.Databases;
using Fadu.Tests.Host;
using Fadu.Tests.Imports;

namespace Fadu.Tests.Faults;

/// <summary>kill -9 while <c>fadu import</c> runs: all of a table or nothing of it, what was acknowledged is there, the ledger verifies.</summary>
/// <remarks><c>FADU_TEST_KILLS</c> says how often; few times suffice where everything is tested.</remarks>
public sealed class KilledImportTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private const int Rows = 1500;
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("FADU_TEST_KILLS"), out var given) ? given : 6;

    [Theory, OnSqlite, OnPostgres]
    public async Task Import_KilledAtRandomMoments_LeavesAllOrNothing(DatabaseKind kind)
    {
        var folder = Directory.CreateTempSubdirectory("fadu-import-").FullName;
        FaduOptions options = new() { Data = Path.Combine(folder, "data"), Law = Installation.Law, Database = kind == DatabaseKind.Postgres ? await databases.ConnectionString(kind) : null };
        try
        {
            await using var system = await DistrictSetup.OpenAsync(options, TimeProvider.System, TestDistrict.District, TestDistrict.Offices, [], TestDistrict.Officers);
            var random = new Random(20240907);
            var whole = await ImportAsync(system, folder, 0, null);
            (whole.Code, whole.Matters).ShouldBe((0, Rows));
            List<string> left = [];
            for (var round = 1; round <= Kills; round++)
            {
                // From the moment at which the table is taken to a little after all should be done.
                var killed = await ImportAsync(system, folder, round, round == 1 ? TimeSpan.Zero : whole.Took * (random.NextDouble() * 1.1));
                var all = killed.Status == ImportStatus.Imported;
                killed.Matters.ShouldBe(all ? Rows : 0, $"round {round}, left as {killed.Status}");
                (killed.Code == 0 && !all).ShouldBeFalse($"round {round}: what was acknowledged is there");
                await VerifyAsync(system, $"round {round}");
                left.Add(killed.Status);
            }

            left.ShouldContain(s => s != ImportStatus.Imported, "some must have been killed at work");
            var last = await ImportAsync(system, folder, left.FindLastIndex(s => s != ImportStatus.Imported) + 1, null);
            (last.Code, last.Matters).ShouldBe((0, Rows), "the same table is taken again, once");
            await VerifyAsync(system, "at the end");
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task VerifyAsync(FaduSystem system, string when)
    {
        var report = await system.Verifier.VerifyAsync();
        report.Faults.Select(f => f.Sentence).ShouldBeEmpty(when);
        await using var connection = await system.Database.OpenAsync();
        report.Rows.ShouldBe(await connection.QuerySingleAsync<long>("select count(*) from matters"));
    }

    /// <summary>Imports the table of a round; killed so long after it was taken, or never.</summary>
    private static async Task<(int Code, string Status, long Matters, TimeSpan Took)> ImportAsync(FaduSystem system, string folder, int round, TimeSpan? kill)
    {
        var (source, file) = ($"系统{round}", Path.Combine(folder, $"{round}.csv"));
        if (!File.Exists(file))
        {
            var table = new PenaltyTable();
            for (var i = 0; i < Rows; i++)
            {
                table.Add($"R{round}-{i}");
            }

            await File.WriteAllBytesAsync(file, table.Csv(new System.Text.UTF8Encoding(true)));
        }

        await using var connection = await system.Database.OpenAsync();
        var before = await connection.QuerySingleAsync<long>("select count(*) from imports");
        using var process = FaduCommand.Start(system.Options, "import", "penalty", file, "--source", source);
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        while (!process.HasExited && await connection.QuerySingleAsync<long>("select count(*) from imports") == before)
        {
            await Task.Delay(2);
        }

        var clock = Stopwatch.StartNew();
        if (kill is { } after)
        {
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(after));
            process.Kill();
        }

        await process.WaitForExitAsync();
        var took = clock.Elapsed;
        (process.ExitCode is 0 or 137).ShouldBeTrue(string.Concat(await output));
        // A server may still carry out the last word of a client that is dead.
        while (system.Options.Database is not null && await connection.QuerySingleAsync<long>(
            "select count(*) from pg_stat_activity where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()") > 0)
        {
            await Task.Delay(20);
        }

        return (process.ExitCode,
            await connection.QueryFirstAsync<string>("select status from imports where source = @source order by id desc", new { source }),
            await connection.QuerySingleAsync<long>("select count(*) from matters where source = @source", new { source }), took);
    }
}
