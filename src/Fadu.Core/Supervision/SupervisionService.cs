using System.Diagnostics;
using Dapper;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Measures;
using Fadu.Core.Offices;
using Fadu.Core.Storage;
using Fadu.Rules.Calendar;
using Fadu.Rules.Supervision;

namespace Fadu.Core.Supervision;

/// <summary>What one rule came to.</summary>
public sealed record RuleRun(SupervisionRule Rule, int Hits, int Raised, int Resolved);

/// <summary>What a run came to.</summary>
/// <param name="Lapsed">Acts recorded because a limit had run out.</param>
public sealed record SupervisionRun(IReadOnlyList<RuleRun> Rules, int Lapsed, TimeSpan Took)
{
    /// <summary>New findings.</summary>
    public int Raised => Rules.Sum(r => r.Raised);
    /// <summary>Findings whose rule no longer hits.</summary>
    public int Resolved => Rules.Sum(r => r.Resolved);
}

/// <summary>Records lapsed limits and asks every supervision rule; running it again changes nothing.</summary>
public sealed class SupervisionService(Database database, LawStore law, OfficeDirectory offices, MatterReader reader, MatterService matters, MeasureService measures, RecordIds ids, TimeProvider time)
{
    private const string Job = "supervision";
    private readonly LapseRecorder lapses = new(database, law, reader, matters, time);
    private readonly FindingStore store = new(database, law, ids);
    private readonly MatterHits ofMatters = new(database, law);
    private readonly OfficeHits ofOffices = new(measures, law, offices);
    private readonly OfficerHits ofOfficers = new(database, law);

    /// <summary>Runs everything now.</summary>
    public async Task<SupervisionRun> RunAsync(string region, CancellationToken cancel = default)
    {
        var watch = Stopwatch.StartNew();
        var now = time.GetUtcNow();
        var today = now.DayInChina();
        var lapsed = await lapses.RunAsync(region, today, cancel);
        List<RuleRun> runs = [];
        foreach (var rule in law.Current.SupervisionRules.Values)
        {
            var hits = await HitsAsync(rule, region, today, cancel);
            var (raised, resolved) = await store.BringUpAsync(rule, hits, region, now, cancel);
            runs.Add(new(rule, hits.Count, raised, resolved));
        }

        var run = new SupervisionRun(runs, lapsed, watch.Elapsed);
        await NoteAsync(region, now, $"规则{runs.Count}条，命中{runs.Sum(r => r.Hits)}件，新发现{run.Raised}件，自行消除{run.Resolved}件，期限届满{lapsed}件", cancel);
        return run;
    }

    /// <summary>Runs where nobody has run today; with several web nodes only one of them does.</summary>
    public async Task<SupervisionRun?> RunDailyAsync(string region, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow();
        var midnight = ChinaTime.At(now.DayInChina());
        var claimed = await database.WriteAsync(async (connection, transaction) =>
        {
            var batch = new SqlBatch(database);
            batch.Add(
                """
                insert into jobs(region, name, last_run, last_result) values (@region, @name, @now, '正在运行')
                on conflict (region, name) do update set last_run = excluded.last_run, last_result = excluded.last_result where jobs.last_run is null or jobs.last_run < @midnight
                """,
                ("region", region), ("name", Job), ("now", now), ("midnight", midnight));
            return await batch.ExecuteAsync(connection, transaction, cancel);
        }, cancel);
        return claimed > 0 ? await RunAsync(region, cancel) : null;
    }

    /// <summary>When it last ran, and what came of it.</summary>
    public async Task<(DateTimeOffset At, string Result)?> LastRunAsync(string region, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        var row = await connection.QuerySingleOrDefaultAsync<(object? At, string? Result)>("select last_run, last_result from jobs where region = @region and name = @name", new { region, name = Job });
        return ColumnValues.Time(row.At) is { } at ? (at, row.Result ?? "") : null;
    }

    private async Task<List<RuleHit>> HitsAsync(SupervisionRule rule, string region, DateOnly today, CancellationToken cancel)
    {
        if (rule.Subject == SupervisionSubject.Offices)
        {
            return await ofOffices.FindAsync(rule, region, today, cancel);
        }

        await using var connection = await database.OpenAsync(cancel);
        return rule.Subject == SupervisionSubject.Officers
            ? await ofOfficers.FindAsync(connection, rule, region, today, cancel)
            : await ofMatters.FindAsync(connection, rule, region, today, cancel);
    }

    private Task NoteAsync(string region, DateTimeOffset now, string result, CancellationToken cancel) => database.WriteAsync(async (connection, transaction) =>
    {
        var batch = new SqlBatch(database);
        batch.Add(
            "insert into jobs(region, name, last_run, last_result) values (@region, @name, @now, @result) on conflict (region, name) do update set last_run = excluded.last_run, last_result = excluded.last_result",
            ("region", region), ("name", Job), ("now", now), ("result", result));
        return await batch.ExecuteAsync(connection, transaction, cancel);
    }, cancel);
}
