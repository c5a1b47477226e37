using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Storage;
using Fadu.Rules.Calendar;
using Fadu.Rules.Registers;

namespace Fadu.Core.Lists;

/// <summary>What a person opens from the workbench.</summary>
public enum WorkKind
{
    /// <summary>待办: the limit that ends first is met by a step that this account may record.</summary>
    Todo,
    /// <summary>在办: open matters of the own office.</summary>
    Open,
    /// <summary>临期.</summary>
    Near,
    /// <summary>超期.</summary>
    Overdue,
    /// <summary>本人承办.</summary>
    Mine,
    /// <summary>Everything in scope, for the days of the strip.</summary>
    Any,
}

/// <summary>Numbers and days of the workbench.</summary>
/// <param name="Days">Limits that end on each of the next days.</param>
public sealed record WorkbenchNumbers(IReadOnlyDictionary<WorkKind, long> Numbers, long Findings, IReadOnlyDictionary<DateOnly, long> Days);

/// <summary>What waits for an account, over all registers.</summary>
public sealed class Workbench(Database database, LawStore law, MatterSearch search, TimeProvider time)
{
    /// <summary>Days of the strip.</summary>
    public const int StripDays = 14;

    /// <summary>All numbers.</summary>
    public async Task<WorkbenchNumbers> NumbersAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        Dictionary<WorkKind, long> numbers = [];
        foreach (var kind in Enum.GetValues<WorkKind>().Where(k => k != WorkKind.Any))
        {
            var sql = new SqlQuery(database);
            sql.Add("select count(*) from matters m where ");
            Where(sql, kind, actor);
            numbers[kind] = await sql.NumberAsync(connection, cancel);
        }

        var findings = new SqlQuery(database);
        findings.Add($"select count(*) from findings m where m.region = {findings.Value(actor.Region)} and m.closed_at is null");
        ActorScope.Offices(findings, actor.For("findings.read"), "m.office");

        var days = new SqlQuery(database);
        days.Add($"select m.next_due, count(*) from matters m where m.region = {days.Value(actor.Region)} and m.next_due between {days.Value(time.Today())} and {days.Value(time.Today().AddDays(StripDays - 1))}");
        ActorScope.Matters(days, actor, c => "m." + c);
        days.Add(" group by m.next_due");
        return new(numbers, await findings.NumberAsync(connection, cancel),
            (await days.ReadAsync(connection, r => (Day: ColumnValues.Day(r.GetValue(0))!.Value, Count: Convert.ToInt64(r.GetValue(1), System.Globalization.CultureInfo.InvariantCulture)), cancel)).ToDictionary(d => d.Day, d => d.Count));
    }

    /// <summary>Matters of a kind, those that end first at the top.</summary>
    /// <param name="due">Only those due on this day.</param>
    public async Task<IReadOnlyList<FoundMatter>> ListAsync(WorkKind kind, DateOnly? due, (DateOnly? Due, long Id)? after, int limit, Actor actor, CancellationToken cancel = default)
    {
        var sql = new SqlQuery(database);
        sql.Add($"select {MatterSearch.Columns}, m.state from matters m where ");
        Where(sql, kind, actor);
        if (due is { } day)
        {
            sql.Add($" and m.next_due = {sql.Value(day)}");
        }

        if (after is { } last)
        {
            sql.Add(last.Due is { } behind
                ? $" and (m.next_due > {sql.Value(behind)} or (m.next_due = {sql.Value(behind)} and m.id > {sql.Value(last.Id)}) or m.next_due is null)"
                : $" and m.next_due is null and m.id > {sql.Value(last.Id)}");
        }

        sql.Add($" order by case when m.next_due is null then 1 else 0 end, m.next_due, m.id limit {limit.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
        await using var connection = await database.OpenAsync(cancel);
        return await search.ReadAsync(sql, connection, cancel);
    }

    private void Where(SqlQuery sql, WorkKind kind, Actor actor)
    {
        sql.Add($"m.region = {sql.Value(actor.Region)}");
        switch (kind)
        {
            case WorkKind.Todo:
                var clocks = Clocks(actor).ToList();
                sql.Add($" and m.next_due is not null and ({Ending(sql, clocks, c => c.Central)} or (m.office = {sql.Value(actor.Office)} and {Ending(sql, clocks, c => c.Local)}))");
                ActorScope.Matters(sql, actor, c => "m." + c);
                break;
            case WorkKind.Open:
                sql.Add($" and m.office = {sql.Value(actor.Office)} and m.status in {sql.Values(law.Current.CodeLists["matter-status"].InGroup("live"))}");
                break;
            case WorkKind.Mine:
                sql.Add($" and m.handler = {sql.Value(actor.Account)} and m.status in {sql.Values(law.Current.CodeLists["matter-status"].InGroup("live"))}");
                break;
            case WorkKind.Any:
                ActorScope.Matters(sql, actor, c => "m." + c);
                break;
            default:
                sql.Add(" and " + LightSql.Of(database, sql, kind == WorkKind.Near ? LightColour.Yellow : LightColour.Red, time.Today(), law.Current.Calendar, "m"));
                ActorScope.Matters(sql, actor, c => "m." + c);
                break;
        }
    }

    private static string Ending(SqlQuery sql, IEnumerable<RegisterClocks> clocks, Func<RegisterClocks, IReadOnlyList<string>> ids) => "(" + string.Join(" or ", clocks
        .Where(c => ids(c).Count > 0).Select(c => $"(m.register = {sql.Value(c.Register)} and m.next_clock in {sql.Values(ids(c))})").DefaultIfEmpty("1 = 0")) + ")";

    /// <summary>Clocks that end with a step of one of the account's roles, in any version of their register.</summary>
    /// <remarks>What the matter's own office can do itself is its work; a clerk of the justice bureau who also may is not reminded of it.</remarks>
    private IEnumerable<RegisterClocks> Clocks(Actor actor) =>
        from register in law.Current.Registers.GroupBy(r => r.Id)
        let ending = (from version in register
                      from clock in version.Clocks
                      let mine = clock.To.Select(version.Step).OfType<Step>().Where(actor.MayDo).ToList()
                      where mine.Count > 0
                      select (clock.Id, Local: mine.Any(s => s.By.Any(InOffice)))).Distinct().ToList()
        where ending.Count > 0
        select new RegisterClocks(register.Key, [.. ending.Where(c => !c.Local).Select(c => c.Id)], [.. ending.Where(c => c.Local).Select(c => c.Id)]);

    private bool InOffice(string role) => law.Current.Roles.Roles.GetValueOrDefault(role)?.Scope is not (null or "district");

    /// <param name="Central">Ended only by roles that work for the whole district.</param>
    /// <param name="Local">Ended by roles of the matter's own office too.</param>
    private sealed record RegisterClocks(string Register, IReadOnlyList<string> Central, IReadOnlyList<string> Local);
}
