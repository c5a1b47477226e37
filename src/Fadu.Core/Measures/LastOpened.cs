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

    /// <summary>The day, not after another, of all these registers; null where nothing was opened until then.</summary>
    public async Task<DateOnly?> UntilAsync(string region, IEnumerable<string> registers, DateOnly until, CancellationToken cancel) =>
        (await EachUntilAsync(region, registers, until, cancel)).Values.Max();

    /// <summary>The day, not after another, of each register; null where nothing was opened in it until then.</summary>
    public async Task<IReadOnlyDictionary<string, DateOnly?>> EachUntilAsync(string region, IEnumerable<string> registers, DateOnly until, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        var position = await positions.ReadAsync(connection, region, cancel);
        var last = new Dictionary<string, DateOnly?>(StringComparer.Ordinal);
        List<(string Register, RegisterPosition Now)> stale = [];
        foreach (var register in registers)
        {
            if (known.TryGetValue((region, register, until), out var kept) && kept.Position == position.Of(register))
            {
                last[register] = kept.Opened;
            }
            else
            {
                stale.Add((register, position.Of(register)));
            }
        }

        if (stale.Count > 0)
        {
            await ReadAsync(connection, region, stale, until, last, cancel);
        }

        return last;
    }

    private async Task ReadAsync(
        DbConnection connection, string region, List<(string Register, RegisterPosition Now)> stale, DateOnly until, Dictionary<string, DateOnly?> last, CancellationToken cancel)
    {
        if (known.Count > Most)
        {
            known.Clear();
        }

        var sql = string.Join(" union all ", stale.Select((r, i) => $"select {i}, max(opened_on) from {FactTable.TableName(r.Register)} where region = @region and opened_on <= @until"));
        await foreach (var row in SqlRows.ReadAsync(connection, null, new(sql, new Dictionary<string, object> { ["region"] = region, ["until"] = database.Value(until) }), cancel))
        {
            var (register, now) = stale[Convert.ToInt32(row[0], null)];
            var opened = ColumnValues.Day(row[1]);
            known[(region, register, until)] = (now, opened);
            last[register] = opened;
        }
    }
}
