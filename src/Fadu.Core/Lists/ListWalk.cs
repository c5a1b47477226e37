using System.Data.Common;
using Fadu.Core.Storage;

namespace Fadu.Core.Lists;

/// <summary>How far a search looks before it changes its way. The pages are the same whatever these say.</summary>
internal sealed record SearchEffort
{
    /// <summary>Rows of the order looked at before anything is counted: for a common word they fill the page.</summary>
    public int FirstWalk { get; init; } = 1_000;
    /// <summary>Rows of the order looked at where the first ones promise to fill the page.</summary>
    public int LongWalk { get; init; } = 8_000;
    /// <summary>Up to so many matches are put in order; with more, the order is walked to its end.</summary>
    public int FewMatches { get; init; } = 4_000;
}

/// <summary>Finds a page of a search: walks the order of the list where the words are common, starts from their matches where they are rare.</summary>
/// <param name="sql">Writes the statements of a query.</param>
/// <param name="narrow">The offices asked for have few matters.</param>
/// <param name="wanted">Rows to find.</param>
internal sealed class ListWalk(Func<ListQuery, ListSql> sql, ListQuery query, bool narrow, int wanted, SearchEffort effort)
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
        var start = sql(query);
        if (start.Walks || narrow)
        {
            await LookAsync(connection, effort.FirstWalk, cancel);
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

        while (!Done)
        {
            // An order without an index is a sort, and a sort is done once.
            await LookAsync(connection, start.Walks ? effort.LongWalk : int.MaxValue, cancel);
        }

        return (found, null);
    }

    /// <summary>Goes on through the order; rows without a value in its column come last.</summary>
    private async Task LookAsync(DbConnection connection, int most, CancellationToken cancel)
    {
        for (var left = most; left > 0 && !Done;)
        {
            var here = sql(query with { After = at });
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
