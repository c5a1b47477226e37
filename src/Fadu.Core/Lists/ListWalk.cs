using System.Data.Common;
using Fadu.Core.Storage;

namespace Fadu.Core.Lists;

/// <summary>Finds a page of a search: walks the order of the list where the words are frequent, starts from their matches where they are few, and compares the numbers of both where neither helps.</summary>
/// <param name="sql">Writes the statements of a query.</param>
/// <param name="narrow">The offices asked for have few matters.</param>
/// <param name="wanted">Rows to find.</param>
internal sealed class ListWalk(Func<ListQuery, IReadOnlyList<long>?, ListSql> sql, ListQuery query, bool narrow, int wanted, SearchEffort effort)
{
    private readonly List<ListRow> found = [];
    private ListCursor? at = query.After;
    private bool valueless = query.After is { Value: null };
    private bool ended;
    private int looked;

    private bool Done => ended || found.Count >= wanted;

    /// <summary>The rows found; or the matches where they are few and therefore where to start.</summary>
    public async Task<(List<ListRow> Rows, List<long>? Matches)> RunAsync(DbConnection connection, CancellationToken cancel)
    {
        var start = sql(query, null);
        var share = start.Share;
        if (share >= effort.Frequent && (start.Walks || narrow))
        {
            await LookAsync(connection, (int)Math.Min(effort.FirstWalk, 2 * wanted / share), cancel);
            while (!Done && looked < effort.LongWalk && (long)found.Count * effort.LongWalk >= (long)wanted * looked)
            {
                await LookAsync(connection, Math.Min(looked, effort.LongWalk - looked), cancel);
            }
        }

        if (!Done)
        {
            var matches = await start.Matches(effort.FewMatches + 1).ReadAsync(connection, r => r.GetInt64(0), cancel);
            if (matches.Count <= effort.FewMatches)
            {
                return ([], matches);
            }
        }

        if (!Done && share < effort.Common)
        {
            return (await MeetAsync(connection, start, cancel), null);
        }

        while (!Done)
        {
            // An order without an index is a sort, and a sort is done once.
            await LookAsync(connection, start.Walks ? effort.LongWalk : int.MaxValue, cancel);
        }

        return (found, null);
    }

    /// <summary>Compares the numbers that the index of the order holds with those that the search index does, and reads only the rows that are in both.</summary>
    private async Task<List<ListRow>> MeetAsync(DbConnection connection, ListSql start, CancellationToken cancel)
    {
        var matches = (await start.Matches(int.MaxValue).ReadAsync(connection, r => r.GetInt64(0), cancel)).ToHashSet();
        List<ListRow> rows = [];
        foreach (var none in query switch { { After: { Value: null } } => [true], { Sort: "opened_on" } => [false], _ => new[] { false, true } })
        {
            var passed = 0;
            foreach (var (most, enough) in new[] { (effort.FirstMeeting, 2 * wanted), (int.MaxValue, int.MaxValue) })
            {
                var (before, at) = (passed, 0);
                List<long> both = [];
                await foreach (var matter in start.Page(ListSql.SearchShape.Numbers, none, most, narrow).StreamAsync(connection, r => r.GetInt64(0), cancel))
                {
                    if (++at > before && matches.Contains(matter))
                    {
                        both.Add(matter);
                        if (both.Count == enough)
                        {
                            break;
                        }
                    }
                }

                passed = Math.Max(passed, at);
                foreach (var part in both.Chunk(Math.Max(wanted, effort.FirstWalk)))
                {
                    rows.AddRange(await sql(query, part).Page(ListSql.SearchShape.FromMatches, none, wanted - rows.Count, narrow).ReadAsync(connection, start.Row, cancel));
                    if (rows.Count == wanted)
                    {
                        return rows;
                    }
                }

                if (at < most && both.Count < enough)
                {
                    break;
                }
            }
        }

        return rows;
    }

    /// <summary>Goes on through the order; rows without a value in its column come last.</summary>
    private async Task LookAsync(DbConnection connection, int most, CancellationToken cancel)
    {
        for (var left = most; left > 0 && !Done;)
        {
            var here = sql(query with { After = at }, null);
            var limit = Math.Max(wanted, left / here.Parts(narrow));
            var passed = 0;
            (ListRow? Row, bool Asked) Read(DbDataReader row)
            {
                var asked = ColumnValues.YesNo(row.GetValue(row.FieldCount - 1)) == true;
                return (++passed == limit || asked ? here.Row(row) : null, asked);
            }

            await foreach (var (row, asked) in here.Page(ListSql.SearchShape.Walk, valueless, limit, narrow).StreamAsync(connection, Read, cancel))
            {
                if (asked)
                {
                    found.Add(row!);
                    if (found.Count == wanted)
                    {
                        return;
                    }
                }

                at = passed == limit ? here.CursorOf(row!) : at;
            }

            (left, looked) = (left - passed, looked + passed);
            if (passed < limit)
            {
                ended = valueless || query.Sort == "opened_on";
                (valueless, at) = (true, null);
            }
        }
    }
}
