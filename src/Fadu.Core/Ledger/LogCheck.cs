using System.Data.Common;
using System.Globalization;
using Dapper;
using Fadu.Rules.Ledger;

namespace Fadu.Core.Ledger;

/// <summary>Checks the log: every checkpoint against its signature, the one before it, and the root of the leaves; every kept node against the leaves below it.</summary>
internal sealed class LogCheck
{
    private readonly string region;
    private readonly LedgerReader reader;
    private readonly DbConnection connection;
    private readonly DbTransaction transaction;
    private readonly LedgerVerification verification;
    private readonly Dictionary<(int Level, long Position), string> upper = [];
    private readonly List<LedgerFault> faults = [];

    public LogCheck(string region, IReadOnlyCollection<Sm2PublicKey> keys, LedgerReader reader, DbConnection connection, DbTransaction transaction)
    {
        (this.region, this.reader, this.connection, this.transaction) = (region, reader, connection, transaction);
        verification = new(keys, Compare);
    }

    /// <summary>Faults beside those of the report.</summary>
    public IEnumerable<LedgerFault> Faults => faults;

    public async Task<LedgerReport> RunAsync(IEnumerable<SignedCheckpoint> anchors, Action<long> progress, CancellationToken cancel)
    {
        foreach (var note in await connection.QueryAsync<string>("select note from checkpoints where region = @region order by size", new { region }, transaction))
        {
            verification.Checkpoint(note);
        }

        foreach (var anchor in anchors)
        {
            verification.Anchor(anchor);
        }

        await LeavesAsync(progress, cancel);
        return verification.Finish();
    }

    private async Task LeavesAsync(Action<long> progress, CancellationToken cancel)
    {
        foreach (var (level, position, hash) in await connection.QueryAsync<(int Level, long Position, string Hash)>(
            "select level, position, hash from tiles where region = @region and level > 0", new { region }, transaction))
        {
            upper[(level, position)] = hash;
        }

        await foreach (var page in reader.LeavesAsync(cancel))
        {
            foreach (var (position, hash) in page)
            {
                // Which entry it is matters only where one is missing, and those are named by MissingAsync.
                verification.Leaf(position, "", 0, hash, entryFound: true);
            }

            progress(page[^1].Position + 1);
        }
    }

    private void Compare(TileHash node)
    {
        if (node.Level > 0 && upper.Remove((node.Level, node.Index), out var stored) && stored != node.Hash.ToString())
        {
            faults.Add(new(LedgerFaultKind.RootDiffers, null, null, $"账本默克尔树第 {node.Level} 层第 {node.Index} 位的哈希与其下的条目不符：tiles 表被改动。"));
        }
    }

    /// <summary>Names the entries that the log holds and nobody found.</summary>
    public async Task<IReadOnlyList<LedgerFault>> MissingAsync(LeafBits found)
    {
        List<LedgerFault> missing = [];
        foreach (var leaf in found.Missing().Take(LedgerVerification.ListedFaults))
        {
            var tile = await connection.QuerySingleOrDefaultAsync<(string Hash, long? Matter, int? Sequence)>(
                "select hash, matter_id, sequence from tiles where region = @region and level = 0 and position = @leaf", new { region, leaf }, transaction);
            var now = await connection.QuerySingleOrDefaultAsync<string>(
                "select hash from entries where region = @region and matter_id = @Matter and sequence = @Sequence", new { region, tile.Matter, tile.Sequence }, transaction);
            var matter = tile.Matter?.ToString(CultureInfo.InvariantCulture);
            if (tile.Hash is not null)
            {
                missing.Add(now is null
                    ? new(LedgerFaultKind.EntryMissing, matter, tile.Sequence, $"账本第 {leaf} 位封存了该条，条目已被删除。")
                    : new(LedgerFaultKind.FieldAltered, matter, tile.Sequence, $"“账本位置”一栏被改动，封存时为第 {leaf} 位。"));
            }
        }

        return missing;
    }
}
