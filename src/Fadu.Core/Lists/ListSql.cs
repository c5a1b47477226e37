using System.Globalization;
using Fadu.Core.Matters;
using Fadu.Core.Storage;
using Fadu.Rules.Calendar;
using Fadu.Rules.Registers;

namespace Fadu.Core.Lists;

/// <summary>Writes the statements of a list. Shapes follow the indexes: walk the order, or start from few matches.</summary>
internal sealed class ListSql(Database database, FactTable table, IReadOnlyList<string> shown, IReadOnlyList<string> texts, ListQuery query, Actor actor, DateOnly today, HolidayCalendar calendar)
{
    private const int MostBranches = 16;

    /// <summary>How the search takes part in a statement.</summary>
    internal enum SearchShape
    {
        None,
        /// <summary>Few matches: start from them.</summary>
        FromMatches,
        /// <summary>Many matches: walk the order and ask for each row.</summary>
        Probe,
    }

    /// <summary>Condition that names a part of the list which one index holds in the list's order.</summary>
    private sealed record Branch(string Column, string Value, bool Elsewhere = false);

    /// <summary>One page, without rows that have no value in the ordering column, or only those.</summary>
    /// <param name="narrow">The offices asked for have few matters: start from those, whatever the order.</param>
    public SqlQuery Page(SearchShape search, string words, bool valueless, int limit, bool narrow)
    {
        var sql = new SqlQuery(database);
        var branches = search == SearchShape.FromMatches ? [] : narrow ? OfficeBranches() : Branches();
        if (branches.Count == 0)
        {
            Select(sql, search, words, valueless, null);
            return Order(sql, "f", valueless, limit);
        }

        // One ordered, limited walk of an index for each value: no sort over all matters that have any of them.
        sql.Add($"select {Columns("b")} from (");
        for (var i = 0; i < branches.Count; i++)
        {
            sql.Add(i == 0 ? "select * from (" : " union all select * from (");
            Select(sql, search, words, valueless, branches[i]);
            Order(sql, "f", valueless, limit).Add($") b{i}");
        }

        return Order(sql.Add(") b"), "b", valueless, limit);
    }

    /// <summary>How many matters the offices asked for have, counted up to a limit; null where the order of the list serves anyway.</summary>
    public SqlQuery? Few(int most)
    {
        if (query.Sort == "opened_on" || OfficeBranches() is not { Count: > 0 } branches)
        {
            return null;
        }

        var sql = new SqlQuery(database);
        sql.Add("select count(*) from (");
        for (var i = 0; i < branches.Count; i++)
        {
            sql.Add(i == 0 ? "select * from (" : " union all select * from (").Add($"select 1 from {table.Name} f where f.region = {sql.Value(actor.Region)} and ");
            sql.Add(Condition(sql, branches[i])).Add(string.Create(CultureInfo.InvariantCulture, $" limit {most}) b{i}"));
        }

        return sql.Add(") few");
    }

    /// <summary>Whether the order of the list is that of an index.</summary>
    public bool Walks => FactIndexes.Walks(table, shown, query.Sort);

    /// <summary>Everything, in order, for an export.</summary>
    public SqlQuery All(SearchShape search, string words)
    {
        var sql = new SqlQuery(database);
        Select(sql, search, words, null, null);
        var direction = query.Descending ? "desc" : "asc";
        return sql.Add($" order by case when f.{query.Sort} is null then 1 else 0 end, f.{query.Sort} {direction}, f.matter_id {direction}");
    }

    /// <summary>How many there are.</summary>
    public SqlQuery Count(SearchShape search, string words)
    {
        var sql = new SqlQuery(database);
        sql.Add("select count(*) from ");
        From(sql, search, words);
        Where(sql, search, words, null);
        return sql;
    }

    /// <summary>The columns read, in order.</summary>
    public IReadOnlyList<FactColumn> Read { get; } =
        [.. new[] { "number", "title", "office", "handler", "status", "opened_on", "closed_on", "next_clock", "next_start", "next_due" }
            .Concat(query.Columns).Append(query.Sort).Distinct().Select(c => table.Find(c)).OfType<FactColumn>()];

    /// <summary>Where a page ends; amounts in the form in which they are stored and ordered.</summary>
    public ListCursor CursorOf(ListRow last) => new(
        Database.Stored(table.Find(query.Sort)!.Type, last[query.Sort]) switch
        {
            null => null,
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            bool yes => yes ? "1" : "0",
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        }, last.Id);

    private string Columns(string alias) => $"{alias}.matter_id, {string.Join(", ", Read.Select(c => $"{alias}.{c.Name}"))}";

    private void Select(SqlQuery sql, SearchShape search, string words, bool? valueless, Branch? branch)
    {
        sql.Add($"select {Columns("f")} from ");
        From(sql, search, words);
        Where(sql, search, words, branch);
        if (valueless is { } none)
        {
            sql.Add(none ? $" and f.{query.Sort} is null" : $" and f.{query.Sort} is not null");
            Behind(sql, none);
        }
    }

    private void Behind(SqlQuery sql, bool valueless)
    {
        var sign = query.Descending ? "<" : ">";
        if (query.After is { } after && valueless == after.Value is null)
        {
            sql.Add(valueless
                ? $" and f.matter_id {sign} {sql.Value(after.Matter)}"
                : TiesByDay
                    ? $" and (f.{query.Sort}, f.opened_on, f.matter_id) {sign} ({sql.Value(CursorValue(after.Value!))}, (select o.opened_on from {table.Name} o where o.region = f.region and o.matter_id = {sql.Value(after.Matter)}), {sql.Value(after.Matter)})"
                    : $" and (f.{query.Sort}, f.matter_id) {sign} ({sql.Value(CursorValue(after.Value!))}, {sql.Value(after.Matter)})");
        }
    }

    private object CursorValue(string text) => table.Find(query.Sort)!.Type switch
    {
        ColumnType.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : today,
        ColumnType.Text or ColumnType.Code or ColumnType.Codes => text,
        ColumnType.YesNo => text == "1",
        _ => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0,
    };

    private SqlQuery Order(SqlQuery sql, string alias, bool valueless, int limit)
    {
        var direction = query.Descending ? "desc" : "asc";
        return sql.Add($" order by {(valueless ? "" : $"{alias}.{query.Sort} {direction}, ")}{(valueless || !TiesByDay ? "" : $"{alias}.opened_on {direction}, ")}{alias}.matter_id {direction} limit {limit.ToString(CultureInfo.InvariantCulture)}");
    }

    private bool TiesByDay => FactIndexes.TiesByDay(table, shown, query.Sort);

    /// <summary>The parts whose indexes are in the order of the list; none where one index holds all of it.</summary>
    private IReadOnlyList<Branch> Branches()
    {
        if (query.Sort != "opened_on")
        {
            return [];
        }

        if (OfficeBranches() is { Count: > 0 } offices)
        {
            return offices.Count > 1 ? offices : [];
        }

        var several = query.Filters.OfType<ListFilter.OneOf>().FirstOrDefault(f => f.Values.Count is > 1 and <= MostBranches && (f.Column == "status" || FactIndexes.Filtered(table, shown).Contains(f.Column)));
        return several is null ? [] : [.. several.Values.Select(v => new Branch(several.Column, v))];
    }

    /// <summary>The offices asked for or in scope, with what the account handles elsewhere; none where they are too many or none is named.</summary>
    private IReadOnlyList<Branch> OfficeBranches()
    {
        if (query.Filters.OfType<ListFilter.OneOf>().FirstOrDefault(f => f.Column == "office") is { } asked)
        {
            return asked.Values.Count > MostBranches ? [] : [.. asked.Values.Select(v => new Branch("office", v))];
        }

        if (actor.Scope is DataScope.District or DataScope.OwnMatters || query.Mine || actor.Offices.Count > MostBranches)
        {
            return [];
        }

        return [.. actor.Offices.Order(StringComparer.Ordinal).Select(o => new Branch("office", o)), new Branch("handler", actor.Account, true)];
    }

    private string Condition(SqlQuery sql, Branch branch) => branch.Elsewhere && actor.Offices.Count > 0
        ? $"f.{branch.Column} = {sql.Value(branch.Value)} and {Aside("f.office")} not in {sql.Values(actor.Offices.Order(StringComparer.Ordinal))}"
        : $"f.{branch.Column} = {sql.Value(branch.Value)}";

    /// <summary>A column that SQLite must not choose an index for: without statistics it takes the first equality for the best one.</summary>
    private string Aside(string column) => database is SqliteDatabase ? "+" + column : column;

    /// <summary>A cross join keeps SQLite to this order: left to itself it would walk all matters to meet the few.</summary>
    private void From(SqlQuery sql, SearchShape search, string words) => sql.Add(search == SearchShape.FromMatches
        ? $"({database.SearchIds(sql.Value(actor.Region), sql.Value(words))}) hits cross join {table.Name} f"
        : $"{table.Name} f");

    private void Where(SqlQuery sql, SearchShape search, string words, Branch? branch)
    {
        var region = sql.Value(actor.Region);
        sql.Add($" where f.region = {region}");
        if (branch is not null)
        {
            sql.Add(" and ").Add(Condition(sql, branch));
        }

        if (branch is null || !InScope(branch))
        {
            Scope(sql);
        }

        // The office tells most, then a code, then the status; what is left is asked of each row on the way.
        var leads = branch is null && query.Sort == "opened_on" ? Leading() : null;
        foreach (var filter in query.Filters.Where(f => branch is null || f.Column != branch.Column || f is not ListFilter.OneOf))
        {
            sql.Add(" and ").Add(Condition(sql, filter, Walks && filter != leads && filter.Column != query.Sort));
        }

        if (query.Mine)
        {
            sql.Add($" and f.handler = {sql.Value(actor.Account)}");
        }

        if (query.OpenOnly)
        {
            sql.Add(" and f.closed_on is null");
        }

        if (query.Lights.Count > 0)
        {
            sql.Add($" and ({string.Join(" or ", query.Lights.Select(l => LightSql.Of(database, sql, l, today, calendar)))})");
        }

        if (query.Where is { } where)
        {
            sql.Take(where.Parameters);
            sql.Add($" and ({where.Sql})");
        }

        if (search == SearchShape.FromMatches)
        {
            sql.Add(" and f.matter_id = hits.id");
        }
        else if (search == SearchShape.Probe)
        {
            sql.Add($" and {database.SearchProbe("f.matter_id", region, sql.Value(words), texts.Select(t => "f." + t))}");
        }
    }

    private ListFilter? Leading()
    {
        var indexed = query.Filters.OfType<ListFilter.OneOf>().Where(f => f.Values.Count == 1 && (f.Column is "office" or "status" || FactIndexes.Filtered(table, shown).Contains(f.Column))).ToList();
        return indexed.Find(f => f.Column == "office") ?? indexed.Find(f => f.Column != "status") ?? indexed.FirstOrDefault();
    }

    private bool InScope(Branch branch) => actor.Scope == DataScope.District
        || (actor.Scope != DataScope.OwnMatters && (branch.Column == "handler" ? branch.Value == actor.Account : branch.Column == "office" && actor.Offices.Contains(branch.Value)));

    private void Scope(SqlQuery sql)
    {
        switch (actor.Scope)
        {
            case DataScope.District:
                break;
            case DataScope.OwnMatters:
                sql.Add($" and f.handler = {sql.Value(actor.Account)}");
                break;
            default:
                sql.Add($" and ({Aside("f.office")} in {sql.Values(actor.Offices.Order(StringComparer.Ordinal))} or {Aside("f.handler")} = {sql.Value(actor.Account)})");
                break;
        }
    }

    private string Condition(SqlQuery sql, ListFilter filter, bool aside)
    {
        var column = table.Find(filter.Column) ?? throw new InvalidOperationException($"no column {filter.Column} in {table.Name}");
        var name = aside ? Aside("f." + column.Name) : "f." + column.Name;
        return filter switch
        {
            ListFilter.OneOf one when column.Type == ColumnType.Codes =>
                $"({string.Join(" or ", one.Values.Select(v => database.Dialect.Contains(name, sql.Value($"|{v}|"))))})",
            ListFilter.OneOf { Values: [var only] } => $"{name} = {sql.Value(only)}",
            ListFilter.OneOf one => $"{name} in {sql.Values(one.Values)}",
            ListFilter.Is yes => $"{name} = {sql.Value(yes.Yes)}",
            ListFilter.Days days => Between(sql, name, days.From, days.To),
            ListFilter.Numbers numbers => Between(sql, name, Database.Stored(column.Type, numbers.Least), Database.Stored(column.Type, numbers.Most)),
            ListFilter.Holds holds => database.Dialect.Contains(name, sql.Value(holds.Part)),
            ListFilter.Refers refers => $"{name} = {sql.Value(refers.Matter)}",
            _ => throw new InvalidOperationException(filter.GetType().Name),
        };
    }

    private static string Between(SqlQuery sql, string name, object? least, object? most) => (least, most) switch
    {
        (null, null) => "1 = 1",
        (_, null) => $"{name} >= {sql.Value(Whole(least))}",
        (null, _) => $"{name} <= {sql.Value(Whole(most))}",
        _ => $"{name} between {sql.Value(Whole(least))} and {sql.Value(Whole(most))}",
    };

    private static object? Whole(object? value) => value is decimal d ? (long)d : value;
}
