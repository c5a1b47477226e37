using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Data.Common;
using Dapper;
using Fadu.Core.Storage;

namespace Fadu.Core.Ledger;

/// <summary>How far the ledger has come in one register. Two equal positions mean the same facts.</summary>
/// <param name="Entries">Entries of the register since this process began to look, in the log or waiting for it: sealing changes no facts.</param>
/// <param name="Rebuilds">How often facts were computed again without an entry.</param>
public readonly record struct RegisterPosition(long Entries, long Rebuilds);

/// <summary>Positions of all registers at one moment.</summary>
public sealed class LedgerPosition(IReadOnlyDictionary<string, long> entries, long rebuilds)
{
    /// <summary>The position of one register.</summary>
    public RegisterPosition Of(string register) => new(entries.GetValueOrDefault(register), rebuilds);
}

/// <summary>Tells whether facts may have changed, from the entries added since the last look.</summary>
/// <remarks>Entries are only added, never changed or removed: a new one raises the number of its register, whichever process wrote it, and gets a place in the log behind all others, where it is counted once.</remarks>
public sealed class RegisterPositions
{
    private readonly ConcurrentDictionary<string, Known> known = new();

    /// <summary>Reads the positions of now, in one statement and therefore of one moment.</summary>
    public async Task<LedgerPosition> ReadAsync(DbConnection connection, string region, CancellationToken cancel = default)
    {
        // Whoever looks first, all count from the same place.
        var last = known.GetValueOrDefault(region) ?? known.GetOrAdd(region, new Known(
            await connection.QuerySingleAsync<long>(new CommandDefinition("select coalesce(max(leaf) + 1, 0) from entries where region = @region and leaf is not null", new { region }, cancellationToken: cancel)),
            FrozenDictionary<string, long>.Empty));
        var rows = (await connection.QueryAsync<(string What, string Register, long Number, long Size)>(new CommandDefinition(
            """
            select 'log', m.register, count(*), max(e.leaf) + 1 from entries e cross join matters m where e.region = @region and e.leaf >= @size and m.region = e.region and m.id = e.matter_id group by m.register
            union all
            select 'waiting', m.register, count(*), 0 from entries e cross join matters m where e.region = @region and e.leaf is null and m.region = e.region and m.id = e.matter_id group by m.register
            union all
            select 'rebuilds', '', cast(value as bigint), 0 from meta where key = @rebuilds
            """,
            new { region, size = last.Size, rebuilds = RebuildsKey(region) }, cancellationToken: cancel))).ToLookup(r => r.What);
        var counted = known[region] = new(rows["log"].Select(r => r.Size).Append(last.Size).Max(), Sum(last.Log, rows["log"].Select(r => (r.Register, r.Number))));
        return new(Sum(counted.Log, rows["waiting"].Select(r => (r.Register, r.Number))), rows["rebuilds"].Sum(r => r.Number));
    }

    private static FrozenDictionary<string, long> Sum(FrozenDictionary<string, long> known, IEnumerable<(string Register, long Number)> more) =>
        known.Select(k => (Register: k.Key, Number: k.Value)).Concat(more).GroupBy(r => r.Register).ToFrozenDictionary(g => g.Key, g => g.Sum(r => r.Number), StringComparer.Ordinal);

    /// <summary>Adds the statement by which a rebuild of facts says that they changed, in its own transaction.</summary>
    internal static void AddRebuild(SqlBatch batch, string region) => batch.Add(
        "insert into meta(key, value) values (@key, '1') on conflict (key) do update set value = cast(cast(meta.value as bigint) + 1 as text)", ("key", RebuildsKey(region)));

    private static string RebuildsKey(string region) => "rebuilds." + region;

    private sealed record Known(long Size, FrozenDictionary<string, long> Log);
}
