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
    internal const string Columns = "m.id, m.register, m.definition, m.number, m.title, m.office, m.status, m.opened_on, m.next_clock, m.next_start, m.next_due";

    /// <summary>Matters whose words hold the typed ones; those behind a matter, where one is given.</summary>
    public async Task<IReadOnlyList<FoundMatter>> FindAsync(string typed, string? register, long? behind, int limit, Actor actor, CancellationToken cancel = default)
    {
        var pairs = SearchWords.Pairs(typed);
        if (pairs.Count == 0)
        {
            return [];
        }

        var sql = new SqlQuery(database);
        var region = sql.Value(actor.Region);
        var words = sql.Value(SearchWords.Query(database, pairs));
        var sqlite = database is SqliteDatabase;
        var id = sqlite ? "s.rowid" : "s.id";
        sql.Add($"select {Columns}, m.state from search s join matters m on m.region = {region} and m.id = {id} where ");
        sql.Add(sqlite ? $"s.search match {words}" : $"s.region = {region} and s.words @@ {words}::tsquery");
        if (register is not null)
        {
            sql.Add($" and m.register = {sql.Value(register)}");
        }

        if (behind is { } last)
        {
            sql.Add($" and {id} < {sql.Value(last)}");
        }

        ActorScope.Matters(sql, actor, c => "m." + c);
        sql.Add($" order by {id} desc limit {limit.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
        await using var connection = await database.OpenForSearchAsync(cancel);
        return await ReadAsync(sql, connection, cancel);
    }

    internal Task<List<FoundMatter>> ReadAsync(SqlQuery sql, System.Data.Common.DbConnection connection, CancellationToken cancel)
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
