using System.Data.Common;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Storage;
using Fadu.Rules.Calendar;

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
    /// <summary>Up to so many matters of the offices asked for are sorted; with more, the order of the list is walked.</summary>
    private const int FewMatters = 4_000;

    /// <summary>How far a search looks.</summary>
    internal SearchEffort Effort { get; init; } = new();

    /// <summary>One page.</summary>
    public async Task<ListPage> PageAsync(ListQuery query, Actor actor, CancellationToken cancel = default)
    {
        await using var connection = await OpenAsync(query, cancel);
        var sql = Sql(query, actor);
        var narrow = sql.OfFewOffices(FewMatters + 1) is { } few && (!sql.Walks || await few.NumberAsync(connection, cancel) <= FewMatters);
        var rows = query.Search is null ? await StartAsync(connection, sql, ListSql.SearchShape.None, query, narrow, cancel)
            : sql.Words is null ? []
            : await SearchAsync(connection, query, actor, narrow, cancel);
        return rows.Count <= query.PageSize ? new(rows, null) : new(rows[..query.PageSize], sql.CursorOf(rows[query.PageSize - 1]));
    }

    /// <summary>How many there are; only where a person asked.</summary>
    public async Task<long> CountAsync(ListQuery query, Actor actor, CancellationToken cancel = default)
    {
        var sql = Sql(query, actor);
        if (query.Search is not null && sql.Words is null)
        {
            return 0;
        }

        await using var connection = await OpenAsync(query, cancel);
        return await sql.Count(Whole(query)).NumberAsync(connection, cancel);
    }

    /// <summary>All rows one after the other.</summary>
    public async IAsyncEnumerable<ListRow> StreamAsync(
        ListQuery query, Actor actor, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        var sql = Sql(query, actor);
        if (query.Search is not null && sql.Words is null)
        {
            yield break;
        }

        await using var connection = await OpenAsync(query, cancel);
        await foreach (var row in sql.All(Whole(query)).StreamAsync(connection, sql.Row, cancel))
        {
            yield return row;
        }
    }

    private async Task<List<ListRow>> SearchAsync(DbConnection connection, ListQuery query, Actor actor, bool narrow, CancellationToken cancel)
    {
        var (rows, matches) = await new ListWalk(q => Sql(q, actor), query, narrow, query.PageSize + 1, Effort).RunAsync(connection, cancel);
        return matches is null ? rows : await StartAsync(connection, Sql(query, actor, matches), ListSql.SearchShape.FromMatches, query, narrow, cancel);
    }

    /// <summary>Who wants all rows starts from the matches, however many.</summary>
    private static ListSql.SearchShape Whole(ListQuery query) => query.Search is null ? ListSql.SearchShape.None : ListSql.SearchShape.FromMatches;

    private ValueTask<DbConnection> OpenAsync(ListQuery query, CancellationToken cancel) =>
        query.Search is null ? database.OpenAsync(cancel) : database.OpenForSearchAsync(cancel);

    /// <summary>The first rows of the order: those with a value in its column, then those without.</summary>
    private static async Task<List<ListRow>> StartAsync(DbConnection connection, ListSql sql, ListSql.SearchShape shape, ListQuery query, bool narrow, CancellationToken cancel)
    {
        List<ListRow> rows = [];
        var wanted = query.PageSize + 1;
        if (query.After is null or { Value: not null })
        {
            rows = await sql.Page(shape, false, wanted, narrow).ReadAsync(connection, sql.Row, cancel);
        }

        if (rows.Count < wanted && query.Sort != "opened_on")
        {
            rows.AddRange(await sql.Page(shape, true, wanted - rows.Count, narrow).ReadAsync(connection, sql.Row, cancel));
        }

        return rows;
    }

    private ListSql Sql(ListQuery query, Actor actor, IReadOnlyList<long>? matches = null)
    {
        var table = law.Current.Facts(query.Register);
        return new(database, table, law.Current.Latest(query.Register).Columns, MatterWords.Columns(table, law.Current.Versions(query.Register)), query, actor, time.Today(), law.Current.Calendar) { Few = matches };
    }
}
