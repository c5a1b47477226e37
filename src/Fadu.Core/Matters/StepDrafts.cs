using System.Text.Json;
using Dapper;
using Fadu.Core.Storage;
using Fadu.Rules.Procedures;

namespace Fadu.Core.Matters;

/// <summary>A form that was left half-filled.</summary>
/// <param name="Matter">Matter, or null where one is to be opened.</param>
/// <param name="Number">Number of the matter, where it has one.</param>
/// <param name="Inputs">As typed.</param>
public sealed record StepDraft(string Register, string Step, long? Matter, string? Number, IReadOnlyDictionary<string, IReadOnlyList<string>> Inputs, DateTimeOffset SavedAt);

/// <summary>Half-filled forms of steps, each kept for the account that left it. Nothing of them is recorded: no ledger entry, no fact, no clock.</summary>
public sealed class StepDrafts(Database database, TimeProvider time)
{
    private const int Most = 50;

    /// <summary>Keeps a form; the one kept before is replaced.</summary>
    public async Task<DateTimeOffset> SaveAsync(
        Actor actor, string register, string step, long? matter, IReadOnlyDictionary<string, IReadOnlyList<string>> inputs, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow();
        await WriteAsync(
            """
            insert into step_drafts(region, account, register, matter_id, step, inputs, saved_at) values (@region, @account, @register, @matter, @step, @inputs, @at)
            on conflict (region, account, register, matter_id, step) do update set inputs = excluded.inputs, saved_at = excluded.saved_at
            """, actor, register, step, matter, cancel, ("inputs", JsonSerializer.Serialize(inputs, StateJson.Plain)), ("at", now));
        return now;
    }

    /// <summary>The form that the account left of a step, or null.</summary>
    public async Task<StepDraft?> FindAsync(Actor actor, string register, string step, long? matter, CancellationToken cancel = default) =>
        (await ReadAsync(actor, "and d.register = @register and d.step = @step and d.matter_id = @matter", register, step, matter ?? 0, cancel)).FirstOrDefault();

    /// <summary>All that the account left, or those of one matter, the last first. What has left its scope is not shown.</summary>
    public Task<IReadOnlyList<StepDraft>> OfAsync(Actor actor, long? matter = null, CancellationToken cancel = default) =>
        ReadAsync(actor, matter is null ? "" : "and d.matter_id = @matter", "", "", matter ?? 0, cancel);

    /// <summary>Forgets a form: it was recorded, or given up.</summary>
    public Task DiscardAsync(Actor actor, string register, string step, long? matter, CancellationToken cancel = default) => WriteAsync(
        "delete from step_drafts where region = @region and account = @account and register = @register and matter_id = @matter and step = @step", actor, register, step, matter, cancel);

    private async Task<IReadOnlyList<StepDraft>> ReadAsync(Actor actor, string condition, string register, string step, long matter, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        var rows = await connection.QueryAsync<(string Register, string Step, long Matter, string Inputs, object SavedAt, string? Number, string? Office, string? Handler)>(
            $"""
            select d.register, d.step, d.matter_id, d.inputs, d.saved_at, m.number, m.office, m.handler from step_drafts d
            left join matters m on m.region = d.region and m.id = d.matter_id
            where d.region = @Region and d.account = @Account {condition} order by d.saved_at desc limit {Most}
            """, new { actor.Region, actor.Account, register, step, matter });
        return [.. rows.Where(r => r.Matter == 0 || (r.Office is { } office && actor.Covers(office, r.Handler))).Select(r => new StepDraft(
            r.Register, r.Step, r.Matter == 0 ? null : r.Matter, r.Number, JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<string>>>(r.Inputs)!, ColumnValues.Time(r.SavedAt)!.Value))];
    }

    private Task<int> WriteAsync(string sql, Actor actor, string register, string step, long? matter, CancellationToken cancel, params (string, object?)[] more) =>
        database.WriteAsync(async (connection, transaction) =>
        {
            var batch = new SqlBatch(database);
            batch.Add(sql, [("region", actor.Region), ("account", actor.Account), ("register", register), ("matter", matter ?? 0L), ("step", step), .. more]);
            return await batch.ExecuteAsync(connection, transaction, cancel);
        }, cancel);
}
