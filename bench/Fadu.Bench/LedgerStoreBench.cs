using System.Diagnostics;
using System.Globalization;
using Dapper;
using Fadu.Core;
using Fadu.Core.Districts;
using Fadu.Core.Ledger;
using Fadu.Core.Matters;
using Fadu.Core.Offices;
using Fadu.Rules.Ledger;
using Fadu.Rules.Procedures;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Fadu.Bench;

/// <summary>Entries verified per second of processor time in a stored ledger on SQLite: the ledger alone, and with every fact computed again; beside reading the same rows and nothing else.</summary>
internal static class LedgerStoreBench
{
    private const double Target = 100_000;
    private const int EntriesPerMatter = 6;

    public static async Task<int> RunAsync(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200_000;
        var folder = Directory.CreateTempSubdirectory("fadu-ledger-").FullName;
        try
        {
            var options = new FaduOptions { Data = folder, Law = Installation.Law };
            await DistrictSetup.CreateAsync(options, new("330199", "云溪区", "云溪", [], false), [new Office("tj", "云溪街道", "云街", "street", null, 0, 1, true)]);
            await using var system = await FaduSystem.OpenAsync(options, TimeProvider.System);
            var writing = Stopwatch.StartNew();
            await FillAsync(system, count / EntriesPerMatter);
            Console.WriteLine($"{count:N0} entries written in {writing.Elapsed.TotalSeconds:F0} s");
            Console.WriteLine($"sealing                                    {count / await SecondsAsync(() => system.Sealer.SealAsync()),10:N0} entries/s");

            double read = 0, hashed = 0, ledger = 0, whole = 0, clock = 0;
            for (var round = 0; round < 3; round++)
            {
                read = Math.Max(read, count / await SecondsAsync(() => ReadAsync(system)));
                var texts = await TextsAsync(system);
                hashed = Math.Max(hashed, count / await SecondsAsync(() => Task.Run(() => Sm3.HashMany(texts, new Digest[texts.Length]))));
                var watch = Stopwatch.StartNew();
                ledger = Math.Max(ledger, count / await SecondsAsync(() => VerifyAsync(system, facts: false)));
                clock = Math.Max(clock, count / watch.Elapsed.TotalSeconds);
                whole = Math.Max(whole, count / await SecondsAsync(() => VerifyAsync(system, facts: true)));
            }

            Console.WriteLine($"baseline: reading entries, leaves, matters {read,10:N0} entries/s");
            Console.WriteLine($"baseline: hashing payloads and states      {hashed,10:N0} entries/s");
            Console.WriteLine($"both baselines one after the other         {1 / ((1 / read) + (1 / hashed)),10:N0} entries/s");
            Console.WriteLine($"verify: chains, states, log, checkpoints   {ledger,10:N0} entries/s  ({ledger / read:P0} of the reading; {clock:N0} by the clock on {Environment.ProcessorCount} cores)");
            Console.WriteLine($"verify: the same and every fact again      {whole,10:N0} entries/s  ({whole / read:P0} of the baseline)");
            Console.WriteLine($"target {Target:N0} entries/s per core for the ledger: {(ledger >= Target ? "met" : "MISSED")}; {BenchStore.Load}");
            return ledger >= Target ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task VerifyAsync(FaduSystem system, bool facts)
    {
        var report = await system.Verifier.VerifyAsync(new() { Facts = facts });
        if (!report.IsSound)
        {
            throw new InvalidOperationException(report.Faults[0].Sentence);
        }
    }

    /// <summary>The rows that a verification needs, as bytes, and nothing made of them.</summary>
    private static async Task ReadAsync(FaduSystem system)
    {
        await using var connection = (SqliteConnection)await system.Database.OpenAsync();
        foreach (var sql in new[]
        {
            "select e.*, t.hash from entries e left join tiles t on t.region = e.region and t.level = 0 and t.position = e.leaf order by e.region, e.matter_id, e.sequence",
            "select id, register, version, head, state from matters order by id", "select position, hash, matter_id, sequence from tiles where level = 0 order by position",
        })
        {
            raw.sqlite3_prepare_v2(connection.Handle, sql, out var statement);
            using (statement)
            {
                while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
                {
                    for (var i = raw.sqlite3_column_count(statement) - 1; i >= 0; i--)
                    {
                        _ = raw.sqlite3_column_blob(statement, i).Length;
                    }
                }
            }
        }
    }

    private static async Task<ReadOnlyMemory<byte>[]> TextsAsync(FaduSystem system)
    {
        await using var connection = await system.Database.OpenAsync();
        var texts = await connection.QueryAsync<string>("select payload from entries union all select state from matters");
        return [.. texts.Select(t => (ReadOnlyMemory<byte>)System.Text.Encoding.UTF8.GetBytes(t))];
    }

    private static async Task FillAsync(FaduSystem system, int matters)
    {
        var actor = Actor.System("330199") with { Account = "zhang", Name = "张三", Office = "tj" };
        foreach (var chunk in Enumerable.Range(0, matters).Chunk(500))
        {
            var results = await system.Matters.RecordManyAsync([.. chunk.Select(n => Matter(system, n))], actor);
            if (results.FirstOrDefault(r => r.Id is null) is { } refused)
            {
                throw new InvalidOperationException(string.Join("；", refused.Refusals.Select(r => r.Says)));
            }
        }
    }

    private static WholeMatter Matter(FaduSystem system, int n)
    {
        ActDraft Act(string step, int day, Dictionary<string, object?> values) => new()
        {
            Step = step,
            On = new DateOnly(2024, 1, 1).AddDays((n % 300) + day),
            RecordedAt = system.Time.GetUtcNow(),
            Account = "zhang",
            AccountName = "张三",
            Office = "tj",
            Values = values,
        };
        var session = new Dictionary<string, object?>
        {
            ["sessions"] = new List<RowValue> { new(new Dictionary<string, object?> { ["held_on"] = new DateOnly(2024, 3, 6), ["session_text"] = $"双方核对账目，第{n}号，愿意继续协商" }) },
        };
        return new("mediation", "tj",
        [
            Act("apply", 0, new()
            {
                ["applicant"] = new Party($"申请人{n}", "natural", null), ["opponent"] = new Party($"对方{n}", "natural", null), ["people"] = 2L, ["channel"] = "parties", ["dispute_type"] = "damages",
                ["body_kind"] = "village", ["body_name"] = "某村人民调解委员会", ["amount"] = (decimal)(n % 5000), ["facts"] = "因宅基地边界发生争执，双方各执一词，经村民小组多次劝解未果",
            }),
            Act("accept", 1, new() { ["both_agree"] = true }), Act("mediate", 2, session), Act("mediate", 3, session), Act("mediate", 4, session), Act("mediate", 5, session),
        ], null, null, null);
    }

    private static async Task<double> SecondsAsync(Func<Task> work)
    {
        using var process = Process.GetCurrentProcess();
        var start = process.TotalProcessorTime;
        await work();
        process.Refresh();
        return (process.TotalProcessorTime - start).TotalSeconds;
    }
}
