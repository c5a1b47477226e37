using System.Collections.Concurrent;
using System.Data.Common;
using Fadu.Core.Ledger;
using Fadu.Core.Storage;
using Fadu.Rules.Registers;

namespace Fadu.Core.Measures;

/// <summary>The last day on which anything was opened. Of some 140 registers only those are asked again whose ledger has gone on.</summary>
internal sealed class LastOpened(Database database, RegisterPositions positions)
{
    private const int Most = 1_000;
    private readonly ConcurrentDictionary<(string Region, string Register, DateOnly Until), (RegisterPosition Position, DateOnly? Opened)> known = new();

    /// <summary>The day, not after another; null where nothing was opened until then.</summary>
    public async Task<DateOnly?> UntilAsync(string region, IEnumerable<string> registers, DateOnly until, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        var position = await positions.ReadAsync(connection, region, cancel);
        List<(string Register, RegisterPosition Now)> stale = [];
        DateOnly? last = null;
        foreach (var register in registers)
        {
            if (known.TryGetValue((region, register, until), out var kept) && kept.Position == position.Of(register))
            {
                last = Later(last, kept.Opened);
            }
            else
            {
                stale.Add((register, position.Of(register)));
            }
        }

        return stale.Count == 0 ? last : Later(last, await ReadAsync(connection, region, stale, until, cancel));
    }

    private async Task<DateOnly?> ReadAsync(DbConnection connection, string region, List<(string Register, RegisterPosition Now)> stale, DateOnly until, CancellationToken cancel)
    {
        if (known.Count > Most)
        {
            known.Clear();
        }

        DateOnly? last = null;
        var sql = string.Join(" union all ", stale.Select((r, i) => $"select {i}, max(opened_on) from {FactTable.TableName(r.Register)} where region = @region and opened_on <= @until"));
        await foreach (var row in SqlRows.ReadAsync(connection, null, new(sql, new Dictionary<string, object> { ["region"] = region, ["until"] = database.Value(until) }), cancel))
        {
            var (register, now) = stale[Convert.ToInt32(row[0], null)];
            var opened = ColumnValues.Day(row[1]);
            known[(region, register, until)] = (now, opened);
            last = Later(last, opened);
        }

        return last;
    }

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other : one;
}
