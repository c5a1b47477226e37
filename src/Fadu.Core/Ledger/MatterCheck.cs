using System.Collections.Concurrent;
using System.Globalization;
using Fadu.Rules.Ledger;

namespace Fadu.Core.Ledger;

/// <summary>Checks matters, each with its chain, its row, its facts and the list of its files; one for each worker.</summary>
internal sealed class MatterCheck(LedgerKey key, FactCheck? facts, LeafBits found, FileCheck files)
{
    private readonly LedgerVerification verification = new([]);
    private readonly List<LedgerFault> faults = [];
    private readonly EntryHasher hasher = new();
    private EntryDigests[] digests = [];

    /// <summary>Matters whose facts differ but depend on other matters: to be looked at again with those at hand.</summary>
    public ConcurrentQueue<long> Doubtful { get; } = new();

    /// <summary>All faults so far.</summary>
    public IEnumerable<LedgerFault> Faults => faults;

    public LedgerReport Finish() => verification.Finish();

    public void Check(LedgerPage page)
    {
        var left = new Dictionary<long, StoredMatter>(page.Matters);
        if (digests.Length < page.Entries.Count)
        {
            digests = new EntryDigests[page.Entries.Count];
        }

        hasher.Compute(page.Entries.ConvertAll(e => e.Entry), digests);
        var states = StatesOf(page);
        for (var start = 0; start < page.Entries.Count;)
        {
            var matter = page.Entries[start].Matter;
            var end = start;
            while (end < page.Entries.Count && page.Entries[end].Matter == matter)
            {
                end++;
            }

            left.Remove(matter, out var row);
            Check(page, matter, start..end, row, states);
            start = end;
        }

        foreach (var row in left.Values)
        {
            Check(page, row.Id, 0..0, row, states);
        }
    }

    /// <summary>Digests of the states of all rows.</summary>
    private static Dictionary<long, Digest> StatesOf(LedgerPage page)
    {
        var digests = Sm3.HashMany([.. page.Matters.Values.Select(m => m.State)]);
        return page.Matters.Keys.Zip(digests).ToDictionary(s => s.First, s => s.Second);
    }

    private void Check(LedgerPage page, long matter, Range entries, StoredMatter? row, Dictionary<long, Digest> states)
    {
        var name = matter.ToString(CultureInfo.InvariantCulture);
        List<StoredFile> recorded = [];
        StoredEntry? last = null;
        var known = false;
        for (var i = entries.Start.Value; i < entries.End.Value; i++)
        {
            last = page.Entries[i];
            known |= last.Value.Entry.Kind is not (EntryKinds.ReportFrozen or EntryKinds.AccountChanged);
            CheckEntry(name, last.Value, digests[i], recorded);
        }

        if (row is null)
        {
            if (known)
            {
                verification.RowMissing(name);
            }

            return;
        }

        verification.Row(name, row.Version, states[matter]);
        if (last is { } end && end.Entry.Sequence == row.Version && (!Digest.TryParse(row.Head, out var head) || head != end.Entry.Hash))
        {
            faults.Add(new(LedgerFaultKind.RowDiffers, name, row.Version, $"事项表 matters 的 head 列现为“{row.Head}”，最后一条留痕的哈希为“{end.Entry.Hash}”。"));
        }

        CheckFacts(page, row);
        CheckFiles(name, recorded, page.Files.GetValueOrDefault(matter) ?? []);
    }

    private void CheckEntry(string matter, StoredEntry stored, EntryDigests digests, List<StoredFile> recorded)
    {
        verification.Entry(stored.Entry, stored.LeafHash, digests);
        if (stored.Leaf is { } leaf)
        {
            found.Set(leaf);
        }
        else if (!key.Wrote(stored.Entry.Hash, stored.Mac))
        {
            verification.WrongMac(matter, stored.Entry.Sequence);
        }

        try
        {
            foreach (var file in EntryPayload.Files(stored.Entry.Payload))
            {
                recorded.Add(new(stored.Entry.Sequence, file.Name, file.Digest.ToString()));
                verification.File(matter, stored.Entry.Sequence, file, files.ContentOf(file.Digest));
            }
        }
        catch (FormatException e)
        {
            faults.Add(new(LedgerFaultKind.PayloadAltered, matter, stored.Entry.Sequence, e.Message));
        }
    }

    private void CheckFacts(LedgerPage page, StoredMatter row)
    {
        if (facts is null)
        {
            return;
        }

        var differences = facts.Check(page, row).ToList();
        if (differences.Count > 0 && facts.Refers(row))
        {
            Doubtful.Enqueue(row.Id);
            return;
        }

        faults.AddRange(differences);
    }

    private void CheckFiles(string matter, List<StoredFile> recorded, List<StoredFile> listed)
    {
        if (recorded.Count + listed.Count == 0)
        {
            return;
        }

        foreach (var file in recorded.Except(listed))
        {
            faults.Add(new(LedgerFaultKind.RowDiffers, matter, file.Sequence, $"附件清单 matter_files 里没有“{file.Name}”，或者它的名称、摘要被改动。"));
        }

        foreach (var file in listed.Except(recorded))
        {
            faults.Add(new(LedgerFaultKind.RowDiffers, matter, file.Sequence, $"附件清单 matter_files 里的“{file.Name}”不是留痕记载的附件。"));
        }
    }
}
