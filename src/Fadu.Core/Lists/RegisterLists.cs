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

    private readonly PairShares.Kept shares = new(database, time);

    /// <summary>How far a search looks.</summary>
    internal SearchEffort Effort { get; init; } = new();

    /// <summary>One page.</summary>
    public async Task<ListPage> PageAsync(ListQuery query, Actor actor, CancellationToken cancel = default)
    {
        await using var connection = await OpenAsync(query, cancel);
        var sql = Sql(query, actor);
        var narrow = sql.OfFewOffices(FewMatters + 1) is { } few && (!sql.Walks || await few.NumberAsync(connection, cancel) <= FewMatters);
        var rows = query.Search is null ? await StartAsync(connection, sql, ListSql.SearchShape.None, query, narrow, cancel)
            : !sql.Searches ? []
            : await SearchAsync(connection, query, actor, narrow, cancel);
        return rows.Count <= query.PageSize ? new(rows, null) : new(rows[..query.PageSize], sql.CursorOf(rows[query.PageSize - 1]));
    }

    /// <summary>How many there are; only where a person asked.</summary>
    public async Task<long> CountAsync(ListQuery query, Actor actor, CancellationToken cancel = default)
    {
        var sql = Sql(query, actor);
        if (query.Search is not null && !sql.Searches)
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
        if (query.Search is not null && !sql.Searches)
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
        var known = await shares.OfAsync(connection, actor.Region, law.Current.Facts(query.Register), Texts(query.Register), cancel);
        ListSql Sql(ListQuery asked, IReadOnlyList<long>? matches) => this.Sql(asked, actor, matches, known);
        var start = Sql(query, null);
        var walks = start.Share >= Effort.Common || (start.Share >= Effort.Frequent && start.IsLed) || query.Mine || actor.Scope == DataScope.OwnMatters;
        if (query.Sort == "opened_on" && !walks && await ByDaysAsync(connection, query, m => Sql(query, m), actor.Region, cancel) is { } page)
        {
            return page;
        }

        var (rows, few) = await new ListWalk(Sql, query, narrow, query.PageSize + 1, Effort).RunAsync(connection, cancel);
        return few is null ? rows : await StartAsync(connection, Sql(query, few), ListSql.SearchShape.FromMatches, query, narrow, cancel);
    }

    /// <summary>The page from matches in the order of the list; null where the filters leave too few of them.</summary>
    private async Task<List<ListRow>?> ByDaysAsync(DbConnection connection, ListQuery query, Func<IReadOnlyList<long>?, ListSql> of, string region, CancellationToken cancel)
    {
        var sql = of(null);
        var (rows, wanted, looked) = (new List<ListRow>(), query.PageSize + 1, 0);
        await foreach (var matches in new MatchesByDay(database, region, sql.Asked, query.Descending, Effort.FewMatches) { FirstDays = Effort.FirstDays(sql.Share) }.ReadAsync(connection, sql.Days, sql.AfterDay, cancel))
        {
            for (var at = 0; at < matches.Count && rows.Count < wanted;)
            {
                var part = matches[at..Math.Min(matches.Count, at + Math.Max(wanted - rows.Count, looked))];
                rows.AddRange(await of(part).Page(ListSql.SearchShape.FromMatches, false, wanted - rows.Count, false).ReadAsync(connection, sql.Row, cancel));
                (at, looked) = (at + part.Count, looked + part.Count);
                if (rows.Count < wanted && looked > Effort.MatchesByDay)
                {
                    return null;
                }
            }

            if (rows.Count >= wanted)
            {
                break;
            }
        }

        return rows;
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

    private ListSql Sql(ListQuery query, Actor actor, IReadOnlyList<long>? matches = null, PairShares? known = null) =>
        new(database, law.Current.Facts(query.Register), law.Current.Latest(query.Register).Columns, Texts(query.Register), query, actor, time.Today(), law.Current.Calendar) { Few = matches, Shares = known };

    private IReadOnlyList<string> Texts(string register) => MatterWords.Columns(law.Current.Facts(register), law.Current.Versions(register));
}
