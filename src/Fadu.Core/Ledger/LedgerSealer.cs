using System.Data.Common;
using Dapper;
using Fadu.Core.Storage;
using Fadu.Rules.Ledger;

namespace Fadu.Core.Ledger;

/// <summary>What a round of sealing did.</summary>
/// <param name="Sealed">Entries that the log has now and did not have before.</param>
/// <param name="Size">Entries in the log.</param>
/// <param name="Refused">Entries that did not come through the system, with all that follow them in their matter: never sealed.</param>
public sealed record SealOutcome(long Sealed, long Size, IReadOnlyList<(long Matter, int Sequence)> Refused);

/// <summary>Takes the entries that the log does not have yet into the Merkle log, and signs a checkpoint over it.</summary>
/// <remarks>
/// Writers never wait for it: it reads what they committed. Entries are taken by matter and sequence, so a matter's order is kept whatever was committed first.
/// The hashing is done before the transaction; inside it only the size is compared again, so of two sealers one throws its work away.
/// </remarks>
public sealed class LedgerSealer(Database database, string region, LedgerKey key, TimeProvider time)
{
    /// <summary>Entries in one transaction, and so under one checkpoint.</summary>
    public const int BatchSize = 2000;

    /// <summary>Seals all entries that are there.</summary>
    /// <exception cref="StoreException">The log's end does not fit its last checkpoint: nothing may be added to it.</exception>
    public async Task<SealOutcome> SealAsync(CancellationToken cancel = default)
    {
        List<(long, int)> refused = [];
        var (count, matter, sequence, blocked) = (0L, long.MinValue, 0, (long?)null);
        while (true)
        {
            var end = await LogEnd.ReadAsync(database, region, key, cancel);
            var waiting = await WaitingAsync(matter, sequence, cancel);
            if (waiting.Count == 0)
            {
                return new(count, end.Frontier.Size, refused);
            }

            var good = Good(waiting, ref blocked, refused);
            if (good.Count == 0 || await AppendAsync(end, good, cancel))
            {
                count += good.Count;
                (matter, sequence) = (waiting[^1].Matter, waiting[^1].Sequence);
            }
        }
    }

    private List<Waiting> Good(List<Waiting> waiting, ref long? blocked, List<(long, int)> refused)
    {
        List<Waiting> good = new(waiting.Count);
        foreach (var entry in waiting)
        {
            if (entry.Matter != blocked && Digest.TryParse(entry.Hash, out var hash) && key.Wrote(hash, entry.Mac))
            {
                good.Add(entry);
            }
            else
            {
                // What follows a forged entry is chained to it; sealing it would vouch for the forgery.
                blocked = entry.Matter;
                refused.Add((entry.Matter, entry.Sequence));
            }
        }

        return good;
    }

    private async Task<List<Waiting>> WaitingAsync(long matter, int sequence, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        return [.. await connection.QueryAsync<Waiting>(
            """
            select matter_id as Matter, sequence as Sequence, hash as Hash, mac as Mac from entries
            where region = @region and leaf is null and (matter_id, sequence) > (@matter, @sequence) order by matter_id, sequence limit @limit
            """,
            new { region, matter, sequence, limit = BatchSize })];
    }

    private async Task<bool> AppendAsync(LogEnd end, List<Waiting> entries, CancellationToken cancel)
    {
        List<TileHash> tiles = [];
        end.Frontier.Append([.. entries.Select(e => Digest.Parse(e.Hash))], tiles);

        var now = time.GetUtcNow();
        var checkpoint = new Checkpoint(region, end.Frontier.Size, end.Frontier.Root(), now, end.Checkpoint?.Checkpoint.Hash ?? default);
        var signed = key.Sign(checkpoint);
        return await database.WriteAsync(async (connection, transaction) =>
        {
            if (!await IsMineAsync(connection, transaction, end.Size))
            {
                return false;
            }

            var write = SealWrite.Of(database);
            var matters = entries.ConvertAll(e => e.Matter);
            var sequences = entries.ConvertAll(e => e.Sequence);
            if (await write.SetLeavesAsync(connection, transaction, region, end.Size, matters, sequences, cancel) != entries.Count)
            {
                throw new StoreException("封存时留痕条目已被删除或移动", "请运行 fadu ledger verify 查明");
            }

            await write.AddTilesAsync(connection, transaction, region, tiles, end.Size, matters, sequences, cancel);
            var batch = new SqlBatch(database);
            batch.Add("insert into checkpoints(region, size, root, note, frontier, at) values (@region, @size, @root, @note, @frontier, @at)",
                ("region", region), ("size", checkpoint.Size), ("root", checkpoint.Root.ToString()), ("note", signed.ToString()), ("frontier", end.Frontier.ToArray()), ("at", now));
            await batch.ExecuteAsync(connection, transaction, cancel);
            return true;
        }, cancel);
    }

    private async Task<bool> IsMineAsync(DbConnection connection, DbTransaction transaction, long size)
    {
        if (database is PostgresDatabase)
        {
            // Of several web nodes one seals; the others wait here until it is done and then find the log longer.
            await connection.ExecuteAsync("select pg_advisory_xact_lock(hashtext('fadu ledger'), hashtext(@region))", new { region }, transaction);
        }

        return await connection.QuerySingleAsync<long?>("select max(size) from checkpoints where region = @region", new { region }, transaction) is var now && (now ?? 0) == size;
    }

    private sealed record Waiting(long Matter, int Sequence, string Hash, string Mac)
    {
        // SQLite has one integer type; the constructor is chosen by what it returns.
        public Waiting(long matter, long sequence, string hash, string mac) : this(matter, (int)sequence, hash, mac)
        {
        }
    }
}
