namespace Fadu.Rules.Ledger;

/// <summary>Checks the chains of all matters in one pass, entries given by matter and within it by sequence; keeps nothing but the last number's hashes.</summary>
/// <remarks>
/// A chain alone cannot show that its end was cut off or that the last entry was rewritten together with its hash: give the sealed hash
/// from the Merkle log with each entry, and the matter's last number (see <see cref="LedgerVerification"/>).
/// </remarks>
public sealed class ChainVerifier(Action<LedgerFault> report)
{
    private const int MissingOneByOne = 100;

    private readonly List<Digest> before = [];
    private readonly List<Digest> here = [];
    private bool gap;
    private bool unsealed;

    /// <summary>The last entry given, or null at the start.</summary>
    public LedgerEntry? Last { get; private set; }

    /// <summary>Checks the next entry, against <paramref name="sealedHash"/> if the log already has it.</summary>
    /// <param name="digests">What the entry hashes to, where the caller has it.</param>
    /// <exception cref="ArgumentException">The entries of a matter do not come in order of their number: a mistake of the caller.</exception>
    public void Add(LedgerEntry entry, Digest? sealedHash = null, EntryDigests? digests = null)
    {
        if (Last is null || Last.Matter != entry.Matter || Last.Region != entry.Region)
            StartMatter(entry);
        else
            Advance(entry);
        CheckContent(entry, sealedHash, digests ?? EntryDigests.Of(entry));
        CheckLink(entry);
        CheckSealing(entry, sealedHash);
        here.Add(entry.Hash);
        Last = entry;
    }

    private void StartMatter(LedgerEntry entry)
    {
        before.Clear();
        here.Clear();
        unsealed = false;
        before.Add(EntryHash.Genesis(entry.Region, entry.Matter));
        CheckGap(entry, 1);
    }

    private void Advance(LedgerEntry entry)
    {
        if (entry.Sequence < Last!.Sequence)
            throw new ArgumentException($"entries of matter {entry.Matter} must come in order of their sequence: {entry.Sequence} after {Last.Sequence}", nameof(entry));
        if (entry.Sequence == Last.Sequence)
        {
            var (kind, what) = here.Contains(entry.Hash)
                ? (LedgerFaultKind.EntryDuplicated, "同一条目出现两次。")
                : (LedgerFaultKind.EntryForked, $"同一序号有两条不同的条目（{here[0]} 与 {entry.Hash}）。");
            Report(kind, entry, what);
            return;
        }
        before.Clear();
        before.AddRange(here);
        here.Clear();
        CheckGap(entry, Last.Sequence + 1);
    }

    private void CheckGap(LedgerEntry entry, int expected)
    {
        gap = entry.Sequence > expected;
        // One by one, unless a forged number claims a gap of millions.
        var listed = Math.Min(entry.Sequence, (long)expected + MissingOneByOne);
        for (; expected < listed; expected++)
            report(new LedgerFault(LedgerFaultKind.EntryMissing, entry.Matter, expected, "该条目不存在。"));
        if (expected < entry.Sequence)
            report(new LedgerFault(LedgerFaultKind.EntryMissing, entry.Matter, expected, $"自该条至第 {entry.Sequence - 1} 条均不存在。"));
    }

    private void CheckContent(LedgerEntry entry, Digest? sealedHash, EntryDigests digests)
    {
        if (EntryHash.PayloadFault(entry.Payload.Span) is { } fault)
            Report(LedgerFaultKind.PayloadNotCanonical, entry, $"{fault}");
        if (digests.Payload != entry.PayloadDigest || digests.Entry != entry.Hash)
            NameContentFault(entry, digests.Payload, sealedHash);
    }

    // Tries, one after the other, which single change would explain what is seen.
    private void NameContentFault(LedgerEntry entry, Digest digest, Digest? sealedHash)
    {
        if (EntryHash.Compute(entry, digest) is var actual && actual == entry.Hash)
            Report(LedgerFaultKind.FieldAltered, entry, "“内容摘要”一栏被改动，内容与其余字段未变。");
        else if (actual == sealedHash)
            Report(LedgerFaultKind.FieldAltered, entry, "“哈希”一栏被改动，内容与其余字段与封存时一致。");
        else if (before.Any(hash => EntryHash.Compute(entry with { Previous = hash }, digest) == entry.Hash))
            Report(LedgerFaultKind.FieldAltered, entry, "“前项哈希”一栏被改动，内容与其余字段未变。");
        else if (digest != entry.PayloadDigest)
            Report(LedgerFaultKind.PayloadAltered, entry, EntryHash.Compute(entry) == entry.Hash
                ? "现有内容与写入时的摘要不符，其余字段未变。"
                : "现有内容与写入时的摘要不符，其余字段与哈希也不符。");
        else
            Report(LedgerFaultKind.FieldAltered, entry, "类别、环节、账号、单位、时间等字段与写入时的哈希不符。");
    }

    private void CheckLink(LedgerEntry entry)
    {
        if (gap || before.Contains(entry.Previous))
            return;
        Report(LedgerFaultKind.LinkBroken, entry, entry.Sequence == 1
            ? "首条的前项哈希不是本事项的起始值，可能由其他事项移来。"
            : $"记载的前项哈希与第 {entry.Sequence - 1} 条现有的哈希不符：前一条已被替换，或本条被重写。");
    }

    private void CheckSealing(LedgerEntry entry, Digest? sealedHash)
    {
        if (sealedHash is null)
        {
            unsealed = true;
            return;
        }
        if (unsealed)
            Report(LedgerFaultKind.EntryOutside, entry, "本条已封存，而它之前有条目未封存：未封存的条目是后来插入的。");
        unsealed = false;
        if (sealedHash != entry.Hash && EntryHash.Compute(entry) == entry.Hash)
            Report(LedgerFaultKind.EntryReplaced, entry, $"条目本身完整，但不是封存时的那一条（封存的哈希为 {sealedHash}）。");
    }

    private void Report(LedgerFaultKind kind, LedgerEntry entry, string what) => report(new LedgerFault(kind, entry.Matter, entry.Sequence, what));
}
