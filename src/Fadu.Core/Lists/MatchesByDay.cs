using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Fadu.Core.Storage;

namespace Fadu.Core.Lists;

/// <summary>Matches of a search in the order of their days of opening and, within a day, of their numbers: the search index is asked for spans of days, longer ones where few match, shorter ones where many do.</summary>
/// <param name="most">Matches that a span of several days may have; with more it is asked again in parts.</param>
internal sealed class MatchesByDay(Database database, string region, SearchQuestion asked, bool newestFirst, int most)
{
    public const int LongestSpan = 100_000;
    private const int FirstWanted = 128;
    private const int MostWanted = 1_024;
    private const int Growth = 8;

    /// <summary>Days of the first span.</summary>
    public int FirstDays { get; init; } = 1;

    /// <summary>The matches of one span after the other, those behind a matter where one is given.</summary>
    /// <param name="days">Only those opened between these days, either open.</param>
    public async IAsyncEnumerable<List<long>> ReadAsync(DbConnection connection, (DateOnly? From, DateOnly? Until) days, (DateOnly Day, long Matter)? after, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        if (await BoundsAsync(connection, cancel) is not var (from, until))
        {
            yield break;
        }

        from = new[] { from, days.From ?? from, newestFirst ? from : after?.Day ?? from }.Max();
        until = new[] { until, days.Until ?? until, newestFirst ? after?.Day ?? until : until }.Min();
        var (length, wanted) = (FirstDays, FirstWanted);
        for (var left = from <= until; left;)
        {
            var start = newestFirst ? until : from;
            var end = SearchMarks.EndOf(start, length, later: !newestFirst);
            end = end < from ? from : end > until ? until : end;
            var found = await SpanAsync(connection, newestFirst ? (end, start) : (start, end), start == end ? null : most + 1, cancel);
            if (found.Count > most && start != end)
            {
                length = Math.Max(1, length / 8);
                continue;
            }

            length = Math.Abs(end.DayNumber - start.DayNumber) + 1;
            length = (int)Math.Clamp(found.Count == 0 ? long.MaxValue : (long)length * wanted / found.Count, 1, Math.Min(LongestSpan, (long)length * Growth));
            wanted = Math.Min(MostWanted, wanted * 2);
            found.Sort(newestFirst ? static (a, b) => b.CompareTo(a) : static (a, b) => a.CompareTo(b));
            List<long> behind = [.. found.Where(m => after is not { } last || (newestFirst ? m.CompareTo(last) < 0 : m.CompareTo(last) > 0)).Select(m => m.Matter)];
            if (behind.Count > 0)
            {
                yield return behind;
            }

            left = newestFirst ? end > from : end < until;
            (from, until) = !left ? (from, until) : newestFirst ? (from, end.AddDays(-1)) : (end.AddDays(1), until);
        }
    }

    private async Task<(DateOnly From, DateOnly Until)?> BoundsAsync(DbConnection connection, CancellationToken cancel)
    {
        var sql = new SqlQuery(database);
        var rows = await sql.Add(database.SearchBounds(sql, sql.Value(region))).ReadAsync(connection, r => r.IsDBNull(0) ? ((DateOnly, DateOnly)?)null : (Day(r, 0), Day(r, 1)), cancel);
        return rows[0];
    }

    private Task<List<(DateOnly Day, long Matter)>> SpanAsync(DbConnection connection, (DateOnly, DateOnly) span, int? limit, CancellationToken cancel)
    {
        var sql = new SqlQuery(database);
        sql.Add(database.SearchMatches(sql, sql.Value(region), asked, span));
        if (limit is { } few)
        {
            sql.Add(string.Create(CultureInfo.InvariantCulture, $" limit {few}"));
        }

        return sql.ReadAsync(connection, r => (Day(r, 1), r.GetInt64(0)), cancel);
    }

    private static DateOnly Day(DbDataReader row, int column) => row.GetValue(column) is long number ? DateOnly.FromDayNumber((int)number) : ColumnValues.Day(row.GetValue(column))!.Value;
}
