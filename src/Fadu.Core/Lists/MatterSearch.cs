using System.Data.Common;
using System.Globalization;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Storage;
using Fadu.Rules.Calendar;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Lists;

/// <summary>A matter found, of any register.</summary>
public sealed record FoundMatter(long Id, Register Register, string? Number, string Title, string Office, string Status, DateOnly OpenedOn, DateOnly? Due, Light? Light);

/// <summary>Looks through all registers; newest first.</summary>
public sealed class MatterSearch(Database database, LawStore law, TimeProvider time)
{
    private const int MostMatches = 4_000;

    internal const string Columns = "m.id, m.register, m.definition, m.number, m.title, m.office, m.status, m.opened_on, m.next_clock, m.next_start, m.next_due";

    /// <summary>Matters whose words hold the typed ones; those behind a matter, where one is given.</summary>
    public async Task<IReadOnlyList<FoundMatter>> FindAsync(string typed, string? register, long? behind, int limit, Actor actor, CancellationToken cancel = default)
    {
        var pairs = SearchWords.Pairs(typed);
        if (pairs.Count == 0)
        {
            return [];
        }

        await using var connection = await database.OpenForSearchAsync(cancel);
        var after = behind is { } last ? await DayAsync(connection, last, actor, cancel) : null;
        List<FoundMatter> found = [];
        await foreach (var matches in new MatchesByDay(database, actor.Region, new(pairs, register, []), newestFirst: true, MostMatches).ReadAsync(connection, default, after, cancel))
        {
            foreach (var part in matches.Chunk(limit))
            {
                found.AddRange(await OfAsync(connection, part, register, limit - found.Count, actor, cancel));
                if (found.Count == limit)
                {
                    return found;
                }
            }
        }

        return found;
    }

    private Task<List<FoundMatter>> OfAsync(DbConnection connection, long[] matches, string? register, int limit, Actor actor, CancellationToken cancel)
    {
        var sql = new SqlQuery(database);
        sql.Add($"select {Columns}, m.state from ({database.IdsOf(sql, matches)}) hits cross join matters m where m.region = {sql.Value(actor.Region)} and m.id = hits.id");
        if (register is not null)
        {
            sql.Add($" and m.register = {sql.Value(register)}");
        }

        ActorScope.Matters(sql, actor, c => "m." + c);
        return ReadAsync(sql.Add($" order by m.opened_on desc, m.id desc limit {limit.ToString(CultureInfo.InvariantCulture)}"), connection, cancel);
    }

    private async Task<(DateOnly Day, long Matter)?> DayAsync(DbConnection connection, long matter, Actor actor, CancellationToken cancel)
    {
        var sql = new SqlQuery(database);
        sql.Add($"select m.opened_on from matters m where m.region = {sql.Value(actor.Region)} and m.id = {sql.Value(matter)}");
        var days = await sql.ReadAsync(connection, r => ColumnValues.Day(r.GetValue(0))!.Value, cancel);
        return days is [var day] ? (day, matter) : null;
    }

    internal Task<List<FoundMatter>> ReadAsync(SqlQuery sql, DbConnection connection, CancellationToken cancel)
    {
        var today = time.Today();
        return sql.ReadAsync(connection, row =>
        {
            var register = law.Version(row.GetString(1), ColumnValues.Day(row.GetValue(2))!.Value);
            var title = row.GetString(4);
            return new FoundMatter(
                row.GetInt64(0), register, row.IsDBNull(3) ? null : row.GetString(3), PersonalData.Title(register, title, StateJson.Read(register, row.GetString(11)).Values),
                row.GetString(5), row.GetString(6), ColumnValues.Day(row.GetValue(7))!.Value, ColumnValues.Day(row.GetValue(10)),
                LightSql.Of(ColumnValues.Day(row.GetValue(9)), ColumnValues.Day(row.GetValue(10)), row.IsDBNull(8) ? null : row.GetString(8), today, law.Current.Calendar));
        }, cancel);
    }
}
