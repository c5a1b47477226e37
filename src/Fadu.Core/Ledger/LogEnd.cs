using Dapper;
using Fadu.Core.Storage;
using Fadu.Rules.Ledger;

namespace Fadu.Core.Ledger;

/// <summary>Where the log ends: its last checkpoint, and the frontier from which it grows.</summary>
internal sealed record LogEnd(long Size, MerkleFrontier Frontier, SignedCheckpoint? Checkpoint)
{
    public static async Task<LogEnd> ReadAsync(Database database, string region, LedgerKey key, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        var (note, frontier) = await connection.QuerySingleOrDefaultAsync<(string, byte[])>(
            "select note, frontier from checkpoints where region = @region order by size desc limit 1", new { region });
        if (note is null)
        {
            return new(0, new(), null);
        }

        try
        {
            var signed = SignedCheckpoint.Parse(note);
            var grown = MerkleFrontier.Parse(frontier);
            if (grown.Size == signed.Checkpoint.Size && grown.Root() == signed.Checkpoint.Root && key.Published.Any(signed.IsSignedBy))
            {
                return new(grown.Size, grown, signed);
            }
        }
        catch (FormatException)
        {
            // Told below: whatever is wrong with the end of the log, nothing may be built on it.
        }

        throw new StoreException("账本末尾的检查点或者前沿已被改动，暂停封存；办理不受影响", "请运行 fadu ledger verify 查明，并从备份恢复 checkpoints 表的最后一行");
    }
}
