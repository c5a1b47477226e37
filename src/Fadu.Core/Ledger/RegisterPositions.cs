using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Data.Common;
using Dapper;
using Fadu.Core.Storage;

namespace Fadu.Core.Ledger;

/// <summary>How far the ledger has come in one register. Two equal positions mean the same facts.</summary>
/// <param name="Sealed">Size that the log had with the last entry of the register; 0 = none since this process began to look.</param>
/// <param name="Waiting">Entries that wait for the log.</param>
/// <param name="Rebuilds">How often facts were computed again without an entry.</param>
public readonly record struct RegisterPosition(long Sealed, long Waiting, long Rebuilds);

/// <summary>Positions of all registers at one moment.</summary>
public sealed class LedgerPosition(IReadOnlyDictionary<string, long> log, IReadOnlyDictionary<string, long> waiting, long rebuilds)
{
    /// <summary>The position of one register.</summary>
    public RegisterPosition Of(string register) => new(log.GetValueOrDefault(register), waiting.GetValueOrDefault(register), rebuilds);
}

/// <summary>Tells whether facts may have changed, from the entries added since the last look.</summary>
/// <remarks>Entries are only added, never changed or removed. A new one waits for the log and then gets a place behind all others: either changes the position of its register, whichever process wrote it.</remarks>
public sealed class RegisterPositions
{
    private readonly ConcurrentDictionary<string, Known> known = new();

    /// <summary>Reads the positions of now, in one statement and therefore of one moment.</summary>
    public async Task<LedgerPosition> ReadAsync(DbConnection connection, string region, CancellationToken cancel = default)
    {
        var last = known.GetValueOrDefault(region) ?? new(
            await connection.QuerySingleAsync<long>(new CommandDefinition("select coalesce(max(leaf) + 1, 0) from entries where region = @region", new { region }, cancellationToken: cancel)),
            FrozenDictionary<string, long>.Empty);
        var rows = (await connection.QueryAsync<(string What, string Register, long Number)>(new CommandDefinition(
            """
            select 'log', m.register, max(e.leaf) + 1 from entries e cross join matters m where e.region = @region and e.leaf >= @size and m.region = e.region and m.id = e.matter_id group by m.register
            union all
            select 'waiting', m.register, count(*) from entries e cross join matters m where e.region = @region and e.leaf is null and m.region = e.region and m.id = e.matter_id group by m.register
            union all
            select 'rebuilds', '', cast(value as bigint) from meta where key = @rebuilds
            """,
            new { region, size = last.Size, rebuilds = RebuildsKey(region) }, cancellationToken: cancel))).ToLookup(r => r.What);
        if (rows["log"].ToDictionary(r => r.Register, r => r.Number) is { Count: > 0 } newer)
        {
            known[region] = last = new(newer.Values.Max(), last.Log.Where(l => !newer.ContainsKey(l.Key)).Concat(newer).ToFrozenDictionary(StringComparer.Ordinal));
        }
        else
        {
            known.TryAdd(region, last);
        }

        return new(last.Log, rows["waiting"].ToDictionary(r => r.Register, r => r.Number), rows["rebuilds"].Sum(r => r.Number));
    }

    /// <summary>Adds the statement by which a rebuild of facts says that they changed, in its own transaction.</summary>
    internal static void AddRebuild(SqlBatch batch, string region) => batch.Add(
        "insert into meta(key, value) values (@key, '1') on conflict (key) do update set value = cast(cast(meta.value as bigint) + 1 as text)", ("key", RebuildsKey(region)));

    private static string RebuildsKey(string region) => "rebuilds." + region;

    private sealed record Known(long Size, FrozenDictionary<string, long> Log);
}
