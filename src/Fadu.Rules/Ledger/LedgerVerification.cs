using System.Runtime.InteropServices;

namespace Fadu.Rules.Ledger;

/// <summary>Collects one verification of a whole ledger; the storage streams in what it reads, in two passes, and gets the report.</summary>
/// <remarks>
/// First pass: <see cref="Entry"/> for every entry by (matter, sequence), with the log's leaf for it, and <see cref="Row"/> after the last entry of each matter.
/// Second pass: all checkpoints by size, then <see cref="Leaf"/> for every position of the log. Files, missing rows and wrong codes at any time.
/// Memory does not grow with the ledger. Not for two threads at once; matters can be split over several of these and the reports shown together.
/// </remarks>
public sealed class LedgerVerification
{
    /// <summary>How many faults a report lists; further ones are counted.</summary>
    public const int ListedFaults = 1000;

    private const int MostWaiting = 1024;

    private readonly List<LedgerFault> faults = [];
    private readonly HashSet<(string?, int?)> missing = [];
    private readonly MerkleFrontier frontier = new();
    private readonly List<Digest> waiting = new(MostWaiting);
    private readonly List<TileHash> nodes = [];
    private readonly Action<TileHash>? kept;
    private readonly ChainVerifier chain;
    private readonly CheckpointSeries checkpoints;
    private long entries, unsealed, rows, files, faultCount;
    private bool logHasGap;

    /// <summary>Starts a verification with all public keys that ever signed checkpoints of this log.</summary>
    /// <param name="kept">Gets the nodes that the log has to keep; none behind a gap.</param>
    public LedgerVerification(IReadOnlyCollection<Sm2PublicKey> keys, Action<TileHash>? kept = null)
    {
        this.kept = kept;
        chain = new ChainVerifier(Report);
        checkpoints = new CheckpointSeries(keys, Report);
    }

    /// <summary>Checks the next entry by (matter, sequence); <paramref name="leaf"/> is its hash in the log, null if not yet sealed.</summary>
    /// <param name="digests">What the entry hashes to, where the caller has hashed many side by side.</param>
    public void Entry(LedgerEntry entry, Digest? leaf, EntryDigests? digests = null)
    {
        entries++;
        unsealed += leaf is null ? 1 : 0;
        chain.Add(entry, leaf, digests);
    }

    /// <summary>Compares a matter's row with the ledger; to be called after the matter's last entry, also for a matter without entries.</summary>
    /// <param name="matter">The matter.</param>
    /// <param name="lastSequence">The number of the last entry, as the row has it.</param>
    /// <param name="state">Digest of the row as it is now, see <see cref="EntryPayload.StateDigest"/>; null skips the comparison.</param>
    public void Row(string matter, int lastSequence, Digest? state)
    {
        rows++;
        var last = chain.Last is { } entry && entry.Matter == matter ? entry : null;
        if ((last?.Sequence ?? 0) < lastSequence)
            Report(new LedgerFault(LedgerFaultKind.EntryMissing, matter, (last?.Sequence ?? 0) + 1, $"事项数据记有 {lastSequence} 条留痕，账本自该条起不存在。"));
        else if (last is not null && last.Sequence > lastSequence)
            Report(new LedgerFault(LedgerFaultKind.EntryOutside, matter, lastSequence + 1, $"事项数据只记有 {lastSequence} 条留痕，该条及以后不是由系统办理写入的。"));
        else if (last is not null && state is not null && EntryPayload.State(last.Payload) is { } recorded && recorded != state)
            Report(new LedgerFault(LedgerFaultKind.RowDiffers, matter, last.Sequence, "事项现有数据与该条（最后一条）留痕记载的状态不符：数据在系统之外被改动。"));
    }

    /// <summary>Reports a matter that the ledger knows and that has no row.</summary>
    public void RowMissing(string matter) =>
        Report(new LedgerFault(LedgerFaultKind.RowMissing, matter, null, "账本有留痕，事项数据已不存在。"));

    /// <summary>Reports an entry whose code is wrong, see <see cref="EntryMac"/>.</summary>
    public void WrongMac(string matter, int sequence) =>
        Report(new LedgerFault(LedgerFaultKind.EntryOutside, matter, sequence, "该条没有系统的写入凭证，是直接写入数据库的，不予封存。"));

    /// <summary>Compares a recorded file with its content; <paramref name="actual"/> is null if it is not there.</summary>
    public void File(string matter, int sequence, FileReference recorded, Digest? actual)
    {
        files++;
        if (actual is null)
            Report(new LedgerFault(LedgerFaultKind.FileMissing, matter, sequence, $"附卷文件“{recorded.Name}”已不存在。"));
        else if (actual != recorded.Digest)
            Report(new LedgerFault(LedgerFaultKind.FileChanged, matter, sequence, $"附卷文件“{recorded.Name}”的内容与附卷时的摘要不符。"));
    }

    /// <summary>Adds the next checkpoint text, by size; all before the first <see cref="Leaf"/> at their size.</summary>
    public void Checkpoint(string text)
    {
        checkpoints.Add(text);
        checkpoints.Reached(frontier.Size, frontier.Root);
    }

    /// <summary>Adds a checkpoint that was kept elsewhere (a gazette, an auditor's file): only such a one shows that the newest entries and checkpoints were cut off together. Before the first <see cref="Leaf"/>.</summary>
    public void Anchor(SignedCheckpoint checkpoint) => checkpoints.AddAnchor(checkpoint);

    /// <summary>Adds the next leaf of the log, by position from 0, with the entry that the log says it is.</summary>
    /// <param name="position">Position in the log.</param>
    /// <param name="matter">The matter that the log names.</param>
    /// <param name="sequence">The entry's number that the log names.</param>
    /// <param name="hash">The leaf.</param>
    /// <param name="entryFound">Whether that entry is there.</param>
    public void Leaf(long position, string matter, int sequence, Digest hash, bool entryFound)
    {
        if (!entryFound)
            Report(new LedgerFault(LedgerFaultKind.EntryMissing, matter, sequence, $"账本第 {position} 位封存了该条，条目已被删除。"));
        var next = frontier.Size + waiting.Count;
        if (position != next && !logHasGap)
        {
            // No root can be computed beyond a gap: the gap is the finding, not a wrong root at each later checkpoint.
            logHasGap = true;
            Report(new LedgerFault(LedgerFaultKind.LogGap, null, null, $"账本第 {next} 位不存在，下一位是第 {position} 位；此后的检查点无法核对。"));
        }
        if (logHasGap)
            return;
        waiting.Add(hash);
        // Together as far as the next checkpoint, whose root is the one after exactly its leaves.
        if (waiting.Count == MostWaiting || checkpoints.Awaits(next + 1))
            AppendWaiting();
    }

    private void AppendWaiting()
    {
        if (waiting.Count == 0)
            return;
        frontier.Append(CollectionsMarshal.AsSpan(waiting), kept is null ? null : nodes);
        nodes.ForEach(n => kept!(n));
        nodes.Clear();
        waiting.Clear();
        checkpoints.Reached(frontier.Size, frontier.Root);
    }

    /// <summary>Checks what can only be known at the end, and gives the report.</summary>
    public LedgerReport Finish()
    {
        AppendWaiting();
        checkpoints.Finish(frontier.Size, comparable: !logHasGap);
        return new LedgerReport(entries, unsealed, frontier.Size, checkpoints.Count, rows, files, faultCount, faults);
    }

    private void Report(LedgerFault fault)
    {
        // A deleted entry is missed in its chain, in its matter's row and in the log: one deletion, one fault.
        if (fault.Kind == LedgerFaultKind.EntryMissing && missing.Count < ListedFaults && !missing.Add((fault.Matter, fault.Sequence)))
            return;
        faultCount++;
        if (faults.Count < ListedFaults)
            faults.Add(fault);
    }
}
