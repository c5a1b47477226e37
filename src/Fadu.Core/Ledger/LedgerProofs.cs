using System.Data.Common;
using System.Globalization;
using System.Text;
using Dapper;
using Fadu.Core.Storage;
using Fadu.Rules.Ledger;

namespace Fadu.Core.Ledger;

/// <summary>Writes proof files for those who do not trust the operator of the database.</summary>
public sealed class LedgerProofs(Database database, string region)
{
    /// <summary>Proof that an entry is in the log under its newest checkpoint.</summary>
    /// <exception cref="StoreException">There is no such entry, or it is not sealed yet.</exception>
    public async Task<string> ProveAsync(long matter, int sequence, bool withPayload = true, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        var row = await connection.QuerySingleOrDefaultAsync<(string Kind, string Step, string Payload, object TookEffect, object Recorded, string Account, string Office, string Previous, string Hash, long? Leaf)>(
            "select kind, step, payload, took_effect, recorded, account, office, previous, hash, leaf from entries where region = @region and matter_id = @matter and sequence = @sequence",
            new { region, matter, sequence });
        if (row.Kind is null)
        {
            throw new StoreException($"没有事项 {matter} 的第 {sequence} 条留痕", "请在事项页面的“留痕”里查看编号和序号");
        }

        if (row.Leaf is not { } leaf || await NewestAsync(connection) is not { } checkpoint)
        {
            throw new StoreException($"事项 {matter} 的第 {sequence} 条留痕还没有封存", "请稍候片刻，或者运行 fadu ledger seal 后再试");
        }

        var entry = EntryHash.Seal(new()
        {
            Region = region,
            Matter = matter.ToString(CultureInfo.InvariantCulture),
            Sequence = sequence,
            Kind = row.Kind,
            Step = row.Step,
            Account = row.Account,
            Office = row.Office,
            TookEffect = ColumnValues.Time(row.TookEffect)!.Value,
            Recorded = ColumnValues.Time(row.Recorded)!.Value,
            Previous = Digest.Parse(row.Previous),
            Payload = Encoding.UTF8.GetBytes(row.Payload),
        });
        if (entry.Hash.ToString() != row.Hash)
        {
            throw new StoreException($"事项 {matter} 的第 {sequence} 条留痕已被改动，不能出具证明", "请运行 fadu ledger verify 查明");
        }

        return ProofFile.Write(entry, leaf, new MerkleProof(Tiles(connection)).Inclusion(leaf, checkpoint.Checkpoint.Size), checkpoint, withPayload);
    }

    /// <summary>Proof that the log of the newest checkpoint begins with that of an older one.</summary>
    /// <param name="older">The older checkpoint, as it was kept.</param>
    /// <exception cref="StoreException">The log is shorter than the older checkpoint.</exception>
    public async Task<string> ConsistencyAsync(SignedCheckpoint older, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        var newer = await NewestAsync(connection) ?? throw new StoreException("账本还没有检查点", "请先运行 fadu ledger seal");
        return older.Checkpoint.Size > newer.Checkpoint.Size
            ? throw new StoreException($"所给检查点有 {older.Checkpoint.Size} 条，账本只有 {newer.Checkpoint.Size} 条", "末尾条目可能被删除，请运行 fadu ledger verify --checkpoint 查明")
            : ConsistencyFile.Write(older, newer, new MerkleProof(Tiles(connection)).Consistency(older.Checkpoint.Size, newer.Checkpoint.Size));
    }

    /// <summary>The newest checkpoint, to be published; null while nothing is sealed.</summary>
    public async Task<SignedCheckpoint?> NewestAsync(CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        return await NewestAsync(connection);
    }

    /// <summary>Newest checkpoints first.</summary>
    public async Task<IReadOnlyList<SignedCheckpoint>> CheckpointsAsync(int count, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        var notes = await connection.QueryAsync<string>("select note from checkpoints where region = @region order by size desc limit @count", new { region, count });
        return [.. notes.Select(SignedCheckpoint.Parse)];
    }

    /// <summary>Entries that wait to be sealed.</summary>
    public async Task<long> WaitingAsync(CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        return await connection.QuerySingleAsync<long>("select count(*) from entries where region = @region and leaf is null", new { region });
    }

    private async Task<SignedCheckpoint?> NewestAsync(DbConnection connection) =>
        await connection.QuerySingleOrDefaultAsync<string>("select note from checkpoints where region = @region order by size desc limit 1", new { region }) is { } note
            ? SignedCheckpoint.Parse(note)
            : null;

    private ReadTile Tiles(DbConnection connection) => (level, first, count) =>
        [.. connection.Query<string>(
            "select hash from tiles where region = @region and level = @level and position >= @first and position < @end order by position",
            new { region, level, first, end = first + count }).Select(Digest.Parse)];
}
