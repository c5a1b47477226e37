using System.Diagnostics;
using Dapper;
using Fadu.Core;
using Fadu.Core.Matters;
using Fadu.Core.Replays;
using Fadu.Core.Storage;
using Fadu.Core.Districts;
using Fadu.Rules.Procedures;
using Npgsql;

namespace Fadu.Bench;

/// <summary>Steps recorded in a second, beside a bare durable transaction that writes as many rows of the same width.</summary>
internal static class RecordBench
{
    private const string Register = "mediation";
    private const double Target = 0.5;

    public static async Task<int> RunAsync(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0]) : 4_000;
        var met = await MeasureAsync("SQLite, 1 client", null, 1, Math.Min(count, 1_500));
        if (Environment.GetEnvironmentVariable("FADU_TEST_POSTGRES") is { Length: > 0 } server)
        {
            met &= await MeasureAsync("PostgreSQL, 16 clients", server, 16, count);
        }
        else
        {
            Console.WriteLine("PostgreSQL: skipped, set FADU_TEST_POSTGRES to a connection string");
        }

        return met ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(string name, string? server, int clients, int count)
    {
        var folder = Directory.CreateTempSubdirectory("fadu-record-").FullName;
        var database = "fadu_record_" + Guid.NewGuid().ToString("N");
        try
        {
            if (server is not null)
            {
                await using var admin = new NpgsqlConnection(server);
                await admin.ExecuteAsync($"create database {database}");
            }

            var options = new FaduOptions
            {
                Data = folder,
                Law = Installation.Law,
                Database = server is null ? null : new NpgsqlConnectionStringBuilder(server) { Database = database }.ToString(),
            };
            var demonstration = DemonstrationDistrict.Read(options);
            await using var system = await demonstration.SetUpAsync(options, TimeProvider.System, []);
            var matters = await PrepareAsync(system, demonstration, count);
            await BareTablesAsync(system.Database);
            var sample = await SampleAsync(system, matters[0]);

            // Bare first on a quarter of the count, then ours, then bare again: the better of the two bare runs is the baseline.
            var first = await BareAsync(system.Database, clients, count / 4, sample, 0);
            var ours = await StepsAsync(system, clients, matters);
            var second = await BareAsync(system.Database, clients, count / 4, sample, 1);
            var bare = Math.Max(first, second);
            Console.WriteLine($"{name}: {await DurabilityAsync(system.Database)}; {BenchStore.Load}");
            Console.WriteLine($"{name}: {ours,8:F0} steps/s; bare transaction with {sample.Count} rows {bare,8:F0}/s; ratio {ours / bare:F2} (target {Target:F2}: {(ours / bare >= Target ? "met" : "MISSED")})");
            return ours / bare >= Target;
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
            if (server is not null)
            {
                await using var admin = new NpgsqlConnection(server);
                await admin.ExecuteAsync($"drop database {database} with (force)");
            }
        }
    }

    /// <summary>What a commit promises on this server: without it the figure says nothing about durable steps.</summary>
    private static async Task<string> DurabilityAsync(Database database)
    {
        await using var connection = await database.OpenAsync();
        if (database is SqliteDatabase)
        {
            return $"journal {await connection.QuerySingleAsync<string>("pragma journal_mode")}, synchronous {await connection.QuerySingleAsync<long>("pragma synchronous")} (2 = every commit on disk)";
        }

        var (fsync, commit) = (await connection.QuerySingleAsync<string>("show fsync"), await connection.QuerySingleAsync<string>("show synchronous_commit"));
        return $"fsync {fsync}, synchronous_commit {commit}{(fsync == "on" && commit == "on" ? "" : " — NOT DURABLE, the figure does not count")}";
    }

    private static async Task<IReadOnlyList<long>> PrepareAsync(FaduSystem system, DemonstrationDistrict demonstration, int count)
    {
        var recipe = new Recipe
        {
            Register = Register,
            Count = count,
            Offices = ["chx"],
            From = new(2024, 1, 2),
            Until = new(2024, 6, 28),
            Place = "bench",
            Steps = [new("apply", 0, 0, false)],
            Values = new Dictionary<string, IReadOnlyList<string>> { ["people"] = ["2"], ["amount"] = ["1000"] },
            Rows = new Dictionary<string, RecipeRows>(),
            Phrases = new Dictionary<string, IReadOnlyList<string>>(),
        };
        var replay = new Replay("bench", "bench", 2024, 1, 0, 0, [recipe]);
        await new ReplayRunner(system).RunAsync(replay, demonstration, null);
        await using var connection = await system.Database.OpenAsync();
        return [.. await connection.QueryAsync<long>("select id from matters order by id")];
    }

    private static async Task<double> StepsAsync(FaduSystem system, int clients, IReadOnlyList<long> matters)
    {
        var actor = Actor.System(system.District.Region);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(c => Task.Run(async () =>
        {
            for (var i = c; i < matters.Count; i += clients)
            {
                var outcome = await system.Matters.RecordAsync(
                    new() { Register = Register, Matter = matters[i], SeenVersion = 1, Step = "accept", On = new(2024, 7, 1), Values = new Dictionary<string, object?> { ["both_agree"] = true } }, actor);
                if (outcome is not MatterOutcome.Recorded)
                {
                    throw new InvalidOperationException(outcome.ToString());
                }
            }
        })));
        return matters.Count / clock.Elapsed.TotalSeconds;
    }

    /// <summary>The rows that one step writes, with their columns and values: entry, matter, facts.</summary>
    private static async Task<IReadOnlyList<(string Table, IReadOnlyList<(string Column, object? Value)> Row)>> SampleAsync(FaduSystem system, long matter)
    {
        await using var connection = await system.Database.OpenAsync();
        List<(string, IReadOnlyList<(string, object?)>)> rows = [];
        foreach (var (table, id) in new[] { ("entries", "matter_id"), ("matters", "id"), ("fact_" + Register, "matter_id") })
        {
            var row = (IDictionary<string, object?>)await connection.QueryFirstAsync($"select * from {table} where {id} = @matter", new { matter });
            rows.Add(("bare_" + table, [.. row.Select(c => (c.Key, c.Value))]));
        }

        return rows;
    }

    private static async Task BareTablesAsync(Database database)
    {
        await using var connection = await database.OpenAsync();
        foreach (var table in new[] { "entries", "matters", "fact_" + Register })
        {
            await connection.ExecuteAsync($"create table bare_{table} as select * from {table} where 1 = 0");
            await connection.ExecuteAsync($"create unique index bare_{table}_key on bare_{table}({(table == "matters" ? "region, id" : table == "entries" ? "region, matter_id, sequence" : "region, matter_id")})");
        }
    }

    private static async Task<double> BareAsync(
        Database database, int clients, int count, IReadOnlyList<(string Table, IReadOnlyList<(string Column, object? Value)> Row)> sample, int run)
    {
        var statements = sample.Select(s => $"insert into {s.Table}({string.Join(", ", s.Row.Select(c => c.Column))}) values ({string.Join(", ", s.Row.Select((_, i) => "@p" + i))})").ToArray();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(c => Task.Run(async () =>
        {
            for (var i = c; i < count; i += clients)
            {
                var id = ((long)run * 10_000_000) + i;
                await database.WriteAsync(async (connection, transaction) =>
                {
                    for (var s = 0; s < sample.Count; s++)
                    {
                        await using var command = connection.CreateCommand();
                        command.Transaction = transaction;
                        command.CommandText = statements[s];
                        for (var p = 0; p < sample[s].Row.Count; p++)
                        {
                            var parameter = command.CreateParameter();
                            parameter.ParameterName = "p" + p;
                            parameter.Value = sample[s].Row[p].Column is "id" or "matter_id" ? id : sample[s].Row[p].Value ?? DBNull.Value;
                            command.Parameters.Add(parameter);
                        }

                        await command.ExecuteNonQueryAsync();
                    }

                    return 0;
                });
            }
        })));
        return count / clock.Elapsed.TotalSeconds;
    }
}
