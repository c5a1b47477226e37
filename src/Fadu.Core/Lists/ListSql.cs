using System.Data.Common;
using System.Globalization;
using Fadu.Core.Matters;
using Fadu.Core.Storage;
using Fadu.Rules.Calendar;
using Fadu.Rules.Registers;

namespace Fadu.Core.Lists;

/// <summary>Writes the statements of a list and reads their rows. Shapes follow the indexes: walk the order, or start from few matches.</summary>
internal sealed class ListSql(Database database, FactTable table, IReadOnlyList<string> shown, IReadOnlyList<string> texts, ListQuery query, Actor actor, DateOnly today, HolidayCalendar calendar)
{
    private const int MostBranches = 16;
    private const string AskedFor = "asked_for";

    private readonly IReadOnlyList<string> pairs = SearchWords.Pairs(query.Search ?? "");

    /// <summary>How the search takes part in a statement.</summary>
    internal enum SearchShape
    {
        None,
        /// <summary>Few matches: start from them.</summary>
        FromMatches,
        /// <summary>Only the numbers of the matters that the order leads to, whatever else is asked of them.</summary>
        Numbers,
        /// <summary>Walk the order and say of each row whether it is asked for, in a last column.</summary>
        Walk,
    }

    /// <summary>Condition that names a part of the list which one index holds in the list's order.</summary>
    private sealed record Branch(string Column, string Value, bool Elsewhere = false);

    /// <summary>One page, without rows that have no value in the ordering column, or only those.</summary>
    /// <param name="narrow">The offices asked for have few matters: start from those, whatever the order.</param>
    public SqlQuery Page(SearchShape search, bool valueless, int limit, bool narrow)
    {
        var sql = new SqlQuery(database);
        var branches = search == SearchShape.FromMatches ? [] : Branches(narrow);
        if (branches.Count == 0)
        {
            Select(sql, search, valueless, null);
            return Order(sql, "f", valueless, limit);
        }

        // One ordered, limited walk of an index for each value: no sort over all matters that have any of them.
        sql.Add($"select {(search == SearchShape.Numbers ? "b.matter_id" : Columns("b"))}{(search == SearchShape.Walk ? $", b.{AskedFor}" : "")} from (");
        for (var i = 0; i < branches.Count; i++)
        {
            sql.Add(i == 0 ? "select * from (" : " union all select * from (");
            Select(sql, search, valueless, branches[i]);
            Order(sql, "f", valueless, limit).Add($") b{i}");
        }

        return Order(sql.Add(") b"), "b", valueless, limit);
    }

    /// <summary>How many matters the offices asked for have, counted up to a limit; null where the order of the list serves anyway.</summary>
    public SqlQuery? OfFewOffices(int most)
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

    /// <summary>The matters that the words match, up to a limit.</summary>
    public SqlQuery Matches(int most)
    {
        var sql = new SqlQuery(database);
        return sql.Add(string.Create(CultureInfo.InvariantCulture, $"{database.SearchMatches(sql, sql.Value(actor.Region), Asked)} limit {most}"));
    }

    /// <summary>The matches, where they are few and were read; those of the index otherwise.</summary>
    public IReadOnlyList<long>? Few { get; init; }

    /// <summary>How common the pairs of the search are; without it, the index is asked for all of them.</summary>
    public PairShares? Shares { get; init; }

    /// <summary>About so large a part of the register's matters holds the words, as far as is known.</summary>
    public double Share => Shares?.Of(pairs) ?? 0;

    /// <summary>Whether the search asks for anything that could be looked for.</summary>
    public bool Searches => pairs.Count > 0;

    /// <summary>What the search index is asked for: the words, and of the filters what it knows.</summary>
    public SearchQuestion Asked => new(Shares?.Asked(pairs) ?? pairs, Shares is null ? query.Register : Shares.Narrowing(query.Register), query.Filters.OfType<ListFilter.OneOf>().FirstOrDefault(f => f.Column == "office" && f.Values.Count <= MostBranches)?.Values ?? []);

    /// <summary>The days of opening that the filters leave.</summary>
    public (DateOnly? From, DateOnly? Until) Days => query.Filters.OfType<ListFilter.Days>().FirstOrDefault(f => f.Column == "opened_on") is { } days ? (days.From, days.To) : default;

    /// <summary>Where the page before ended, in the order of days of opening.</summary>
    public (DateOnly Day, long Matter)? AfterDay => query.After is { Value: { } day } after ? ((DateOnly)CursorValue(day), after.Matter) : null;

    /// <summary>How many walks a page is merged from.</summary>
    public int Parts(bool narrow) => Math.Max(1, Branches(narrow).Count);

    /// <summary>Whether the order of the list is that of an index.</summary>
    public bool Walks => FactIndexes.Walks(table, shown, query.Sort);

    /// <summary>Whether a status or a code leads to fewer matters than a question to the search index, which knows the offices asked for.</summary>
    public bool IsLed => Asked.Offices.Count == 0 && Leading() is not null;

    /// <summary>Everything, in order, for an export.</summary>
    public SqlQuery All(SearchShape search)
    {
        var sql = new SqlQuery(database);
        Select(sql, search, null, null);
        var direction = query.Descending ? "desc" : "asc";
        return sql.Add($" order by case when f.{query.Sort} is null then 1 else 0 end, f.{query.Sort} {direction}, f.matter_id {direction}");
    }

    /// <summary>How many there are.</summary>
    public SqlQuery Count(SearchShape search)
    {
        var sql = new SqlQuery(database);
        var (leading, _) = Conditions(sql, search, null);
        sql.Add("select count(*)");
        From(sql, search, sql.Value(actor.Region));
        return sql.Add(string.Concat(leading.Select(c => " and " + c)));
    }

    /// <summary>The columns read, in order.</summary>
    private IReadOnlyList<FactColumn> Read { get; } =
        [.. new[] { "number", "title", "office", "handler", "status", "opened_on", "closed_on", "next_clock", "next_start", "next_due" }
            .Concat(query.Columns).Append(query.Sort).Distinct().Select(c => table.Find(c)).OfType<FactColumn>()];

    /// <summary>One row of any of the statements.</summary>
    public ListRow Row(DbDataReader row)
    {
        Dictionary<string, object?> values = new(Read.Count, StringComparer.Ordinal);
        for (var i = 0; i < Read.Count; i++)
        {
            values[Read[i].Name] = ColumnValues.Fact(Read[i].Type, row.GetValue(i + 1));
        }

        return new(row.GetInt64(0), values, LightSql.Of(values["next_start"] as DateOnly?, values["next_due"] as DateOnly?, values["next_clock"] as string, today, calendar));
    }

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

    private void Select(SqlQuery sql, SearchShape search, bool? valueless, Branch? branch)
    {
        var region = sql.Value(actor.Region);
        var (leading, asked) = Conditions(sql, search, branch);
        sql.Add(search == SearchShape.Numbers ? $"select f.matter_id, f.{query.Sort}{(TiesByDay ? ", f.opened_on" : "")}" : $"select {Columns("f")}");
        if (search == SearchShape.Walk)
        {
            sql.Add($", {string.Join(" and ", [.. asked, database.SearchProbe(sql, "f.matter_id", region, pairs, texts.Select(t => "f." + t))])} as {AskedFor}");
        }

        From(sql, search, region);
        sql.Add(string.Concat(leading.Select(c => " and " + c)));
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
    private IReadOnlyList<Branch> Branches(bool narrow)
    {
        if (narrow)
        {
            return OfficeBranches();
        }

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
    private void From(SqlQuery sql, SearchShape search, string region) => sql.Add(search == SearchShape.FromMatches
        ? $" from ({(Few is { } ids ? database.IdsOf(sql, ids) : database.SearchMatches(sql, region, Asked))}) hits cross join {table.Name} f where f.region = {region} and f.matter_id = hits.id"
        : $" from {table.Name} f where f.region = {region}");

    /// <summary>The conditions that lead to rows, and those that a bounded walk asks of each row that it comes to.</summary>
    private (List<string> Leading, List<string> Asked) Conditions(SqlQuery sql, SearchShape search, Branch? branch)
    {
        List<string> leading = [];
        var asked = search is SearchShape.Walk or SearchShape.Numbers && Walks ? [] : leading;
        var byOffice = FactIndexes.HoldsOffice(table, shown, query.Sort) ? leading : asked;
        if (branch is not null)
        {
            leading.Add(Condition(sql, branch));
        }

        if ((branch is null || !InScope(branch)) && Scope(sql) is { } scope)
        {
            (actor.Scope == DataScope.OwnMatters ? leading : byOffice).Add(scope);
        }

        // The office tells most, then a code, then the status; what is left is asked of each row on the way.
        var leads = branch is null && query.Sort == "opened_on" ? Leading() : null;
        foreach (var filter in query.Filters.Where(f => branch is null || f.Column != branch.Column || f is not ListFilter.OneOf))
        {
            (filter == leads || filter.Column == query.Sort ? leading : filter.Column == "office" ? byOffice : asked)
                .Add(Condition(sql, filter, Walks && filter != leads && filter.Column != query.Sort));
        }

        if (search == SearchShape.FromMatches && Shares is not null && pairs.Except(Shares.Asked(pairs)).ToList() is { Count: > 0 } unasked)
        {
            leading.Add(database.SearchProbe(sql, "f.matter_id", sql.Value(actor.Region), unasked, texts.Select(t => "f." + t)));
        }

        if (query.Mine)
        {
            leading.Add($"f.handler = {sql.Value(actor.Account)}");
        }

        if (query.OpenOnly)
        {
            asked.Add("f.closed_on is null");
        }

        if (query.Lights.Count > 0)
        {
            asked.Add($"({string.Join(" or ", query.Lights.Select(l => LightSql.Of(database, sql, l, today, calendar)))})");
        }

        if (query.Where is { } where)
        {
            sql.Take(where.Parameters);
            asked.Add($"({where.Sql})");
        }

        return (leading, ReferenceEquals(asked, leading) ? [] : asked);
    }

    private ListFilter? Leading()
    {
        var indexed = query.Filters.OfType<ListFilter.OneOf>().Where(f => f.Values.Count == 1 && (f.Column is "office" or "status" || FactIndexes.Filtered(table, shown).Contains(f.Column))).ToList();
        return indexed.Find(f => f.Column == "office") ?? indexed.Find(f => f.Column != "status") ?? indexed.FirstOrDefault();
    }

    private bool InScope(Branch branch) => actor.Scope == DataScope.District
        || (actor.Scope != DataScope.OwnMatters && (branch.Column == "handler" ? branch.Value == actor.Account : branch.Column == "office" && actor.Offices.Contains(branch.Value)));

    // Only the handler of own matters leads to rows; the offices of a wider scope are asked of rows found otherwise.
    private string? Scope(SqlQuery sql) => ActorScope.Condition(sql, actor, c => actor.Scope == DataScope.OwnMatters ? "f." + c : Aside("f." + c));

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
