namespace Fadu.Rules.Ledger;

/// <summary>Checks the series of checkpoints of one log against each other, against the keys, and against the roots of the log as it is.</summary>
/// <remarks>
/// Each checkpoint carries the hash of the one before, so the newest signature covers the whole series: the newest 1,000 signatures are checked
/// one by one (about 1 ms each), the older ones through the chain.
/// </remarks>
internal sealed class CheckpointSeries(IReadOnlyCollection<Sm2PublicKey> keys, Action<LedgerFault> report)
{
    private const int NewestSignatures = 1000;

    private readonly Dictionary<string, Sm2PublicKey> keysById = keys.ToDictionary(k => k.Id);
    private readonly Queue<SignedCheckpoint> unproved = [];
    private readonly Queue<Checkpoint> awaited = [];
    private readonly List<Checkpoint> anchors = [];
    private Checkpoint? last;

    public long Count { get; private set; }

    public void Add(string text)
    {
        Count++;
        SignedCheckpoint signed;
        try
        {
            signed = SignedCheckpoint.Parse(text);
        }
        catch (FormatException e)
        {
            Report(LedgerFaultKind.CheckpointSignatureWrong, $"第 {Count} 个检查点无法读取：{e.Message}");
            return;
        }
        CheckOrder(signed.Checkpoint);
        awaited.Enqueue(signed.Checkpoint);
        unproved.Enqueue(signed);
        if (unproved.Count > NewestSignatures)
            unproved.Dequeue();
        last = signed.Checkpoint;
    }

    public void AddAnchor(SignedCheckpoint signed)
    {
        CheckSignature(signed);
        anchors.Add(signed.Checkpoint);
    }

    /// <summary>Whether a checkpoint was made at this size.</summary>
    public bool Awaits(long size) => (awaited.TryPeek(out var next) && next.Size <= size) || anchors.Exists(a => a.Size == size);

    /// <summary>Compares the checkpoints made at this size with the root, which is computed only if there is one.</summary>
    public void Reached(long size, Func<Digest> root)
    {
        while (awaited.TryPeek(out var checkpoint) && checkpoint.Size <= size)
        {
            awaited.Dequeue();
            CompareRoot(checkpoint, size, root);
        }
        foreach (var anchor in anchors)
            CompareRoot(anchor, size, root);
    }

    public void Finish(long size, bool comparable)
    {
        foreach (var checkpoint in awaited.Concat(anchors).Where(c => comparable && c.Size > size))
            Report(LedgerFaultKind.CheckpointInconsistent, $"{Name(checkpoint)}记有 {checkpoint.Size} 条，账本现只有 {size} 条：末尾条目被删除。");
        foreach (var signed in unproved)
            CheckSignature(signed);
    }

    private void CompareRoot(Checkpoint checkpoint, long size, Func<Digest> root)
    {
        if (checkpoint.Size == size && root() is var actual && actual != checkpoint.Root)
            Report(LedgerFaultKind.RootDiffers, $"{Name(checkpoint)}的根为 {checkpoint.Root}，账本现有前 {size} 条算得 {actual}：其中有条目被改动、增删或调换。");
    }

    private void CheckOrder(Checkpoint next)
    {
        if (last is null ? next.Previous == default : next.Previous == last.Hash && next.Size >= last.Size && next.Region == last.Region)
            return;
        Report(LedgerFaultKind.CheckpointInconsistent, last is null
            ? $"{Name(next)}不是账本的首个检查点，它之前的检查点缺失。"
            : $"{Name(next)}不接在{Name(last)}之后：其间有检查点被删除或改动。");
    }

    private void CheckSignature(SignedCheckpoint signed)
    {
        if (!keysById.TryGetValue(signed.KeyId, out var key))
            Report(LedgerFaultKind.CheckpointSignatureWrong, $"{Name(signed.Checkpoint)}由密钥 {signed.KeyId} 签名，它不在已公布的公钥之中。");
        else if (!signed.IsSignedBy(key))
            Report(LedgerFaultKind.CheckpointSignatureWrong, $"{Name(signed.Checkpoint)}的正文与签名不符。");
    }

    private static string Name(Checkpoint checkpoint) => $"{checkpoint.Time:yyyy-MM-dd HH:mm:ss}（UTC）第 {checkpoint.Size} 条处的检查点";

    private void Report(LedgerFaultKind kind, string what) => report(new LedgerFault(kind, null, null, what));
}
