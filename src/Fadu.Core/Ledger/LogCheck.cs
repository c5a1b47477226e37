using System.Data.Common;
using System.Globalization;
using Dapper;
using Fadu.Rules.Ledger;

namespace Fadu.Core.Ledger;

/// <summary>Checks the log: every checkpoint against its signature, the one before it, and the root of the leaves; every kept node against the leaves below it.</summary>
internal sealed class LogCheck(string region, IReadOnlyCollection<Sm2PublicKey> keys, DbConnection connection, DbTransaction transaction)
{
    private readonly LedgerVerification verification = new(keys);
    private readonly List<LedgerFault> faults = [];

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
        var upper = (await connection.QueryAsync<(int Level, long Position, string Hash)>(
            "select level, position, hash from tiles where region = @region and level > 0", new { region }, transaction)).ToDictionary(t => (t.Level, t.Position), t => t.Hash);
        var read = 0L;
        List<TileHash> kept = [];
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "select position, hash from tiles where region = @region and level = 0 order by position";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("region", region);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var hash = Digest.TryParse(reader.GetString(1), out var digest) ? digest : default;
            kept.Clear();
            // Which entry it is matters only where one is missing, and those are named by MissingAsync.
            verification.Leaf(reader.GetInt64(0), "", 0, hash, entryFound: true, kept);
            foreach (var node in kept)
            {
                if (node.Level == 0 || !upper.Remove((node.Level, node.Index), out var stored) || stored == node.Hash.ToString())
                {
                    continue;
                }

                faults.Add(new(LedgerFaultKind.RootDiffers, null, null, $"账本默克尔树第 {node.Level} 层第 {node.Index} 位的哈希与其下的条目不符：tiles 表被改动。"));
            }

            if (++read % 10_000 == 0)
            {
                progress(read);
            }
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
