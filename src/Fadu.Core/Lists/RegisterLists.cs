using System.Data.Common;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Storage;
using Fadu.Rules.Calendar;
using Fadu.Rules.Registers;

namespace Fadu.Core.Lists;

/// <summary>One row of a list.</summary>
/// <param name="Light">Light of the clock that ends first, or none.</param>
public sealed record ListRow(long Id, IReadOnlyDictionary<string, object?> Values, Light? Light)
{
    /// <summary>A column.</summary>
    public object? this[string column] => Values.GetValueOrDefault(column);
}

/// <summary>A page of a list.</summary>
/// <param name="Next">Where the next page starts, or none where this is the last.</param>
public sealed record ListPage(IReadOnlyList<ListRow> Rows, ListCursor? Next);

/// <summary>Lists of registers: filtered, ordered, searched, a page at a time, and never counted on the way.</summary>
public sealed class RegisterLists(Database database, LawStore law, TimeProvider time)
{
    /// <summary>Up to so many matches of a search are ordered; with more, the order is walked.</summary>
    public const int FewMatches = 4_000;

    /// <summary>One page.</summary>
    public async Task<ListPage> PageAsync(ListQuery query, Actor actor, CancellationToken cancel = default)
    {
        await using var connection = await OpenAsync(query, cancel);
        var (sql, read, search, words) = await PrepareAsync(connection, query, actor, cancel);
        if (search is null)
        {
            return new([], null);
        }

        var narrow = sql.Few(FewMatches + 1) is { } few && (!sql.Walks || await few.NumberAsync(connection, cancel) <= FewMatches);
        List<ListRow> rows = [];
        var wanted = query.PageSize + 1;
        if (query.After is null or { Value: not null })
        {
            rows = await sql.Page(search.Value, words, false, wanted, narrow).ReadAsync(connection, read, cancel);
        }

        if (rows.Count < wanted && query.Sort != "opened_on")
        {
            rows.AddRange(await sql.Page(search.Value, words, true, wanted - rows.Count, narrow).ReadAsync(connection, read, cancel));
        }

        return rows.Count <= query.PageSize ? new(rows, null) : new(rows[..query.PageSize], sql.CursorOf(rows[query.PageSize - 1]));
    }

    /// <summary>How many there are; only where a person asked.</summary>
    public async Task<long> CountAsync(ListQuery query, Actor actor, CancellationToken cancel = default)
    {
        await using var connection = await OpenAsync(query, cancel);
        var (sql, _, search, words) = await PrepareAsync(connection, query, actor, cancel);
        return search is not null ? await sql.Count(Whole(search.Value), words).NumberAsync(connection, cancel) : 0;
    }

    /// <summary>All rows one after the other.</summary>
    public async IAsyncEnumerable<ListRow> StreamAsync(
        ListQuery query, Actor actor, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var connection = await OpenAsync(query, cancel);
        var (sql, read, search, words) = await PrepareAsync(connection, query, actor, cancel);
        if (search is not { } shape)
        {
            yield break;
        }

        await foreach (var row in sql.All(Whole(shape), words).StreamAsync(connection, read, cancel))
        {
            yield return row;
        }
    }

    /// <summary>Who wants all rows starts from the matches, however many.</summary>
    private static ListSql.SearchShape Whole(ListSql.SearchShape shape) => shape == ListSql.SearchShape.Probe ? ListSql.SearchShape.FromMatches : shape;

    private ValueTask<DbConnection> OpenAsync(ListQuery query, CancellationToken cancel) =>
        query.Search is null ? database.OpenAsync(cancel) : database.OpenForSearchAsync(cancel);

    /// <summary>No shape = the words hold nothing that could be looked for.</summary>
    private async Task<(ListSql Sql, Func<DbDataReader, ListRow> Read, ListSql.SearchShape? Shape, string Words)> PrepareAsync(
        DbConnection connection, ListQuery query, Actor actor, CancellationToken cancel)
    {
        var today = time.Today();
        var calendar = law.Current.Calendar;
        var table = law.Current.Facts(query.Register);
        var sql = new ListSql(database, table, law.Current.Latest(query.Register).Columns, MatterWords.Columns(table, law.Current.Versions(query.Register)), query, actor, today, calendar);
        ListRow Read(DbDataReader row)
        {
            Dictionary<string, object?> values = new(sql.Read.Count, StringComparer.Ordinal);
            for (var i = 0; i < sql.Read.Count; i++)
            {
                values[sql.Read[i].Name] = ColumnValues.Fact(sql.Read[i].Type, row.GetValue(i + 1));
            }

            return new(row.GetInt64(0), values, LightSql.Of(values["next_start"] as DateOnly?, values["next_due"] as DateOnly?, values["next_clock"] as string, today, calendar));
        }

        if (query.Search is null)
        {
            return (sql, Read, ListSql.SearchShape.None, "");
        }

        var pairs = SearchWords.Pairs(query.Search);
        if (pairs.Count == 0)
        {
            return (sql, Read, null, "");
        }

        var words = SearchWords.Query(database, pairs);
        var probe = new SqlQuery(database);
        probe.Add($"select count(*) from ({database.SearchIds(probe.Value(actor.Region), probe.Value(words))} limit {FewMatches + 1}) few");
        var matches = await probe.NumberAsync(connection, cancel);
        return (sql, Read, matches > FewMatches ? ListSql.SearchShape.Probe : ListSql.SearchShape.FromMatches, words);
    }
}
