using System.Collections.Immutable;
using Dapper;
using Fadu.Core;
using Fadu.Core.Districts;
using Fadu.Core.Ledger;
using Fadu.Core.Matters;
using Fadu.Core.Offices;
using Fadu.Core.Storage;
using Fadu.Rules.Ledger;
using Fadu.Rules.Procedures;
using Fadu.Tests.Databases;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Fadu.Tests.Ledger;

/// <summary>A store of its own with the law of this repository, one office and a few mediation cases; copied for each tampering.</summary>
internal sealed class LedgerStore : IAsyncDisposable
{
    public const string Region = "330199";
    private readonly string? database;

    private LedgerStore(FaduOptions options, string? database) => (Options, this.database) = (options, database);

    public FaduOptions Options { get; }

    public FaduSystem System { get; private set; } = null!;

    public static string Law { get; } = Installation.Law;

    public static Actor Clerk { get; } = Actor.System(Region) with { Account = "zhang", Name = "张三", Office = "tj" };

    public static async Task<LedgerStore> CreateAsync(DatabaseKind kind, string? law = null)
    {
        var store = await EmptyAsync(kind, null, law);
        await DistrictSetup.CreateAsync(store.Options, new(Region, "云溪区", "云溪", [], false), [new Office("tj", "云溪街道", "云街", "street", null, 0, 1, true)]);
        store.System = await FaduSystem.OpenAsync(store.Options, TimeProvider.System);
        return store;
    }

    /// <summary>A folder with mediation and what it needs only: quick to load, where many processes start.</summary>
    public static string SmallLaw()
    {
        var folder = Directory.CreateTempSubdirectory("fadu-law-").FullName;
        foreach (var part in new[] { "calendar", "codes", "statutes", "shared", Path.Combine("registers", "mediation", "mediation") })
        {
            CopyFolder(Path.Combine(Law, part), Path.Combine(folder, part));
        }

        File.Copy(Path.Combine(Law, "roles.yaml"), Path.Combine(folder, "roles.yaml"));
        return folder;
    }

    /// <summary>A copy to be spoiled; the original must not be in use.</summary>
    public async Task<LedgerStore> CopyAsync()
    {
        if (database is not null)
        {
            // A template must have no connections.
            await OnServer($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{database}'");
        }

        var copy = await EmptyAsync(database is null ? DatabaseKind.Sqlite : DatabaseKind.Postgres, database);
        if (database is null)
        {
            await using var source = await System.Database.OpenAsync();
            await source.ExecuteAsync("vacuum into @target", new { target = Path.Combine(copy.Options.Data, "fadu.db") });
        }

        foreach (var folder in new[] { "keys", "files" }.Where(f => Directory.Exists(Path.Combine(Options.Data, f))))
        {
            CopyFolder(Path.Combine(Options.Data, folder), Path.Combine(copy.Options.Data, folder));
        }

        return copy;
    }

    /// <summary>Verifies a copy with the law that the original has loaded.</summary>
    public async Task<LedgerReport> VerifyAsync(LedgerStore original, VerifyOptions? options = null)
    {
        await using var opened = Database.Open(Options.Connection);
        var reader = new MatterReader(opened, original.System.Law);
        var key = await LedgerKey.OpenAsync(Options, opened);
        return await new LedgerVerifier(Options, opened, Region, key, original.System.Law, reader).VerifyAsync(options);
    }

    public async Task ExecuteAsync(string sql, object? parameters = null)
    {
        await using var opened = Database.Open(Options.Connection);
        await using var connection = await opened.OpenAsync();
        (await connection.ExecuteAsync(sql, parameters)).ShouldBeGreaterThan(0, "the tampering must change something");
    }

    /// <summary>A mediation case with six entries, rows and a file.</summary>
    public async Task<long> RecordAsync(string applicant = "赵某", decimal amount = 5000m)
    {
        var id = Recorded(await System.Matters.RecordAsync(Apply(applicant, amount), Clerk)).Id;
        await StepAsync(id, 1, "accept", ("both_agree", true));
        await StepAsync(id, 2, "mediate", ("sessions", new List<RowValue> { Session("2024-03-06", "双方核对账目") }));
        await StepAsync(id, 3, "mediate", ("sessions", new List<RowValue> { Session("2024-03-07", "达成一致") }));
        var outcome = await System.Matters.RecordAsync(Step(id, 4, "agree", ("agreement_text", "分两期支付"), ("settled_amount", 4000m)) with { Files = [StoreFile("人民调解协议书", "协议.pdf", $"协议 {id}")] }, Clerk);
        Recorded(outcome);
        await StepAsync(id, 5, "perform", ("performance", "performed"));
        return id;
    }

    public async Task StepAsync(long id, int seen, string step, params (string, object?)[] values) =>
        Recorded(await System.Matters.RecordAsync(Step(id, seen, step, values), Clerk));

    public static StepRequest Apply(string applicant, decimal amount) => new()
    {
        Register = "mediation",
        Step = "apply",
        On = new(2024, 3, 4),
        Values = new Dictionary<string, object?>
        {
            ["applicant"] = new Party(applicant, "natural", null),
            ["opponent"] = new Party("钱某", "natural", null),
            ["people"] = 2L,
            ["channel"] = "parties",
            ["dispute_type"] = "damages",
            ["body_kind"] = "village",
            ["body_name"] = "某村人民调解委员会",
            ["amount"] = amount,
        },
    };

    public static StepRequest Step(long id, int seen, string step, params (string Id, object? Value)[] values) => new()
    {
        Register = "mediation",
        Matter = id,
        SeenVersion = seen,
        Step = step,
        On = new(2024, 3, 8),
        Values = values.ToDictionary(v => v.Id, v => v.Value),
    };

    public AttachedFile StoreFile(string instrument, string name, string content)
    {
        var bytes = global::System.Text.Encoding.UTF8.GetBytes(content);
        var sm3 = Sm3.Hash(bytes).ToString();
        var path = Core.Files.FileStore.PathOf(Options.Data, sm3);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return new(instrument, name, sm3, bytes.Length);
    }

    public static MatterOutcome.Recorded Recorded(MatterOutcome outcome) => outcome as MatterOutcome.Recorded
        ?? throw new InvalidOperationException(outcome is MatterOutcome.Refused refused ? string.Join("；", refused.Refusals.Select(r => r.Says)) : outcome.ToString());

    public async ValueTask DisposeAsync()
    {
        if (System is not null)
        {
            await System.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(Options.Data, recursive: true);
        if (database is not null)
        {
            await OnServer($"drop database if exists {database} with (force)");
        }
    }

    private static RowValue Session(string day, string text) =>
        new(ImmutableDictionary<string, object?>.Empty.Add("held_on", DateOnly.ParseExact(day, "yyyy-MM-dd", global::System.Globalization.CultureInfo.InvariantCulture)).Add("session_text", text));

    public static async Task<LedgerStore> EmptyAsync(DatabaseKind kind, string? template, string? law = null)
    {
        var name = "fadu_test_" + Guid.NewGuid().ToString("N");
        var data = Path.Combine(Path.GetTempPath(), name);
        Directory.CreateDirectory(data);
        if (kind == DatabaseKind.Sqlite)
        {
            return new(new() { Data = data, Law = law ?? Law }, null);
        }

        await OnServer(template is null ? $"create database {name}" : $"create database {name} template {template}");
        return new(new() { Data = data, Law = law ?? Law, Database = new NpgsqlConnectionStringBuilder(TestDatabases.Server) { Database = name, Pooling = template is null }.ToString() }, name);
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(TestDatabases.Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
