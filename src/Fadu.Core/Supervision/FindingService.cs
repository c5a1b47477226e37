using System.Data.Common;
using System.Globalization;
using System.Text.Json.Nodes;
using Dapper;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Storage;
using Fadu.Rules.Calendar;

namespace Fadu.Core.Supervision;

/// <summary>Findings and what is done about them. Each act is a row of its own and, where it concerns a matter, an entry in the ledger of that matter.</summary>
public sealed class FindingService(Database database, LawStore law, MatterService matters, TimeProvider time)
{
    private const string Open = "open";

    private const string Columns =
        "id, rule, severity, register, matter_id, office, officer, title, says, occurred_on, noticed_at, status, due, instrument, resolved_at, closed_at, version";

    /// <summary>A page of findings, newest first, within the actor's scope.</summary>
    public async Task<IReadOnlyList<Finding>> ListAsync(FindingQuery query, Actor actor, int take, CancellationToken cancel = default)
    {
        var sql = new SqlQuery(database);
        sql.Add($"select {Columns} from findings where ");
        Where(sql, query, actor);
        if (query.After is { } after)
        {
            sql.Add($" and id < {sql.Value(after)}");
        }

        sql.Add(string.Create(CultureInfo.InvariantCulture, $" order by id desc limit {take}"));
        await using var connection = await database.OpenAsync(cancel);
        return await sql.ReadAsync(connection, Read, cancel);
    }

    /// <summary>Number of findings by state, under the other filters.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountAsync(FindingQuery query, Actor actor, CancellationToken cancel = default)
    {
        var sql = new SqlQuery(database);
        sql.Add("select status, count(*) from findings where ");
        Where(sql, query with { Status = null }, actor);
        sql.Add(" group by status");
        await using var connection = await database.OpenAsync(cancel);
        return (await sql.ReadAsync(connection, r => (r.GetString(0), Count: r.GetInt64(1)), cancel)).ToDictionary(r => r.Item1, r => r.Count);
    }

    /// <summary>A finding in the actor's scope, or null.</summary>
    public async Task<Finding?> FindAsync(long id, Actor actor, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        return await FindAsync(connection, null, id, actor);
    }

    /// <summary>What was done about a finding, oldest first.</summary>
    public async Task<IReadOnlyList<FindingHistory>> HistoryAsync(long id, string region, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        var rows = await connection.QueryAsync<(object Sequence, string Act, string Text, string Name, string Office, object At, string? Instrument, object? Due)>(
            "select sequence, act, text, account_name, office, at, instrument, due from finding_acts where region = @region and finding_id = @id order by sequence", new { region, id });
        return [.. rows.Select(r => new FindingHistory(
            Convert.ToInt32(r.Sequence, CultureInfo.InvariantCulture), r.Act, r.Text, r.Name, r.Office, ColumnValues.Time(r.At)!.Value, r.Instrument, ColumnValues.Day(r.Due)))];
    }

    /// <summary>Acts that an actor may do on a finding now.</summary>
    public static IEnumerable<FindingActRule> Allowed(Finding finding, Actor actor) =>
        FindingActs.All.Where(a => a.From.Contains(finding.Status) && actor.May(a.Permission, finding.Office, null)
            && (a.Act != FindingActs.Send || FindingActs.Weight(finding.Instrument) < FindingActs.Instruments.Count - 1));

    /// <summary>Records an act on a finding.</summary>
    /// <param name="seenVersion">Version that the user saw.</param>
    public async Task<FindingOutcome> ActAsync(long id, int seenVersion, FindingAct act, Actor actor, CancellationToken cancel = default)
    {
        try
        {
            return await database.WriteAsync((connection, transaction) => ActAsync(connection, transaction, id, seenVersion, act, actor, cancel), cancel);
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            return new FindingOutcome.Refused("该监督发现或者所涉事项刚刚被其他人办理。请重新打开后再办。");
        }
    }

    private async Task<FindingOutcome> ActAsync(
        DbConnection connection, DbTransaction transaction, long id, int seenVersion, FindingAct act, Actor actor, CancellationToken cancel)
    {
        if (await FindAsync(connection, transaction, id, actor) is not { } finding)
        {
            return new FindingOutcome.Missing();
        }

        if (finding.Version != seenVersion)
        {
            var newer = await NewerAsync(connection, transaction, id, seenVersion, actor.Region);
            return new FindingOutcome.Refused($"没有办理：您打开页面以后，{newer}，现为“{FindingActs.StatusTitle(finding.Status)}”。填写的内容保留在下面，请核对后再办。");
        }

        if (Refusal(finding, act, actor) is { } refusal)
        {
            return new FindingOutcome.Refused(refusal);
        }

        var rule = FindingActs.Find(act.Act)!;
        var now = time.GetUtcNow();
        var (instrument, due) = act.Act == FindingActs.Send ? (act.Instrument, act.Due) : (null, null);
        var batch = new SqlBatch(database);
        batch.Add(
            """
            insert into finding_acts(region, finding_id, sequence, act, text, account, account_name, office, at, instrument, due)
            values (@region, @id, @sequence, @act, @text, @account, @name, @office, @at, @instrument, @due)
            """,
            ("region", actor.Region), ("id", id), ("sequence", finding.Version), ("act", act.Act), ("text", act.Text.Trim()), ("account", actor.Account),
            ("name", actor.Name), ("office", actor.Office), ("at", now), ("instrument", instrument), ("due", due));
        batch.Add(
            "update findings set status = @status, version = version + 1, instrument = @instrument, due = @due, closed_at = @closed where region = @region and id = @id",
            ("status", rule.To), ("instrument", instrument ?? finding.Instrument), ("due", due ?? finding.Due),
            ("closed", rule.To is "closed" or "dismissed" ? now : null), ("region", actor.Region), ("id", id));
        await batch.ExecuteAsync(connection, transaction, cancel);
        if (finding.Matter is { } matter)
        {
            var payload = new JsonObject
            {
                ["finding"] = id.ToString(CultureInfo.InvariantCulture),
                ["rule"] = finding.Rule,
                ["act"] = act.Act,
                ["text"] = act.Text.Trim(),
                ["instrument"] = instrument,
                ["due"] = due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            };
            await matters.AppendAsync(connection, transaction, matter, rule.Kind, payload, actor, cancel);
        }

        return new FindingOutcome.Recorded(finding.Version + 1);
    }

    private static async Task<string> NewerAsync(DbConnection connection, DbTransaction transaction, long id, int seen, string region) =>
        string.Join("、", (await connection.QueryAsync<(string Act, string Name, string Office, object At)>(
            "select act, account_name, office, at from finding_acts where region = @region and finding_id = @id and sequence >= @seen order by sequence", new { region, id, seen }, transaction))
            .Select(a => $"{a.Name}于{ColumnValues.Time(a.At)!.Value.InChina():yyyy-MM-dd HH:mm}办理了“{FindingActs.Find(a.Act)?.Title ?? a.Act}”").DefaultIfEmpty("它已经变化"));

    private string? Refusal(Finding finding, FindingAct act, Actor actor)
    {
        if (FindingActs.Find(act.Act) is not { } rule)
        {
            return $"没有“{act.Act}”这种办理方式。请从页面上的按钮中选择。";
        }

        if (!actor.May(rule.Permission, finding.Office, null))
        {
            return $"不能{rule.Title}：您的角色没有这项权限。请由{(rule.Handles ? "司法局或者行政执法监督人员" : "被监督单位")}办理。";
        }

        if (!rule.From.Contains(finding.Status))
        {
            return $"不能{rule.Title}：现为“{FindingActs.StatusTitle(finding.Status)}”，应当先{string.Join("或者", rule.From.Select(FindingActs.StatusTitle))}。";
        }

        if (act.Text.Trim().Length == 0)
        {
            return $"请填写{rule.Text}。";
        }

        if (act.Act != FindingActs.Send)
        {
            return null;
        }

        var weight = FindingActs.Weight(act.Instrument);
        return weight < 0 ? "请选择监督文书：通知书、意见书或者决定书。"
            : act.Due is not { } due ? "请填写答复期限。"
            : due <= time.Today() ? "答复期限应当晚于今天。请改填答复期限。"
            : weight <= FindingActs.Weight(finding.Instrument) ? $"已经发出{FindingActs.InstrumentTitle(finding.Instrument)}，再次发出应当使用更重的文书。请改选监督文书。"
            : null;
    }

    private static async Task<Finding?> FindAsync(DbConnection connection, DbTransaction? transaction, long id, Actor actor)
    {
        await using var reader = await connection.ExecuteReaderAsync(
            $"select {Columns} from findings where region = @region and id = @id", new { region = actor.Region, id }, transaction);
        return await reader.ReadAsync() && Read(reader) is var found && actor.Covers(found.Office, null) ? found : null;
    }

    private void Where(SqlQuery sql, FindingQuery query, Actor actor)
    {
        sql.Add($"region = {sql.Value(actor.Region)}");
        Equal("office", query.Office);
        Equal("severity", query.Severity);
        Equal("register", query.Register);
        Equal("matter_id", query.Matter);
        Equal("status", query.Status == Open ? null : query.Status);
        if (query.Status == Open)
        {
            sql.Add(" and status not in ('closed', 'dismissed')");
        }

        if (query.Rules is { Count: > 0 } rules)
        {
            sql.Add($" and rule in {sql.Values(rules)}");
        }

        if (query.Module is { } module)
        {
            var registers = law.Current.Newest.Where(r => r.Module == module).Select(r => r.Id);
            var ofModule = law.Current.SupervisionRules.Values.Where(r => r.Module == module).Select(r => r.Id);
            sql.Add($" and (register in {sql.Values(registers)} or rule in {sql.Values(ofModule)})");
        }

        foreach (var word in (query.Words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var part = sql.Value(word);
            sql.Add($" and ({database.Dialect.Contains("title", part)} or {database.Dialect.Contains("says", part)} or {database.Dialect.Contains("coalesce(officer, '')", part)})");
        }

        ActorScope.Offices(sql, actor, "office");

        void Equal(string column, object? value)
        {
            if (value is not null)
            {
                sql.Add($" and {column} = {sql.Value(value)}");
            }
        }
    }

    private static Finding Read(DbDataReader r)
    {
        object? Value(int i) => r.IsDBNull(i) ? null : r.GetValue(i);
        return new(
            r.GetInt64(0), r.GetString(1), r.GetString(2), Value(3) as string, Value(4) is { } matter ? Convert.ToInt64(matter, CultureInfo.InvariantCulture) : null,
            r.GetString(5), Value(6) as string, r.GetString(7), r.GetString(8), ColumnValues.Day(Value(9))!.Value, ColumnValues.Time(Value(10))!.Value, r.GetString(11),
            ColumnValues.Day(Value(12)), Value(13) as string, ColumnValues.Time(Value(14)), ColumnValues.Time(Value(15)), r.GetInt32(16));
    }
}
