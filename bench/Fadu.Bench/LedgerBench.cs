using System.Diagnostics;
using System.Globalization;
using System.Text;
using Fadu.Rules.Ledger;

namespace Fadu.Bench;

/// <summary>Entries verified per second on one core: canonical form, SM3 of payload and entry, chain links, Merkle log, checkpoint.</summary>
/// <remarks>The baseline hashes the same payload bytes once with the same library, and does nothing else. Seconds are processor time of this process, so that a busy machine does not count.</remarks>
internal static class LedgerBench
{
    private const double Target = 100_000;

    public static int Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200_000;
        var key = Sm2.GenerateKey();
        var entries = Entries(count);
        var frontier = new MerkleFrontier();
        foreach (var entry in entries)
            frontier.Append(entry.Hash);
        var checkpoint = new Checkpoint("330113", count, frontier.Root(), DateTimeOffset.UnixEpoch, default).Sign(key).ToString();
        Console.WriteLine($"{count:N0} entries, payload {entries.Average(e => e.Payload.Length):N0} bytes on average, SM3 by {new Sm3Hasher().Library}");

        double best = 0, baseline = 0;
        for (var round = 0; round < 5; round++)
        {
            baseline = Math.Max(baseline, count / Seconds(() => HashOnce(entries)));
            best = Math.Max(best, count / Seconds(() => Verify(entries, checkpoint, key.PublicKey)));
        }
        Console.WriteLine($"baseline: library SM3 over the payloads once  {baseline,10:N0} entries/s");
        Console.WriteLine($"verify: canonical, SM3, chain, Merkle log     {best,10:N0} entries/s  ({best / baseline:P0} of the baseline)");
        Console.WriteLine($"canonical form alone                          {count / Seconds(() => Canonical(entries)),10:N0} entries/s");
        Console.WriteLine($"Merkle log alone                              {count / Seconds(() => Merkle(entries)),10:N0} entries/s");
        Console.WriteLine($"SM2 signatures checked                        {200 / Seconds(() => Signatures(checkpoint, key.PublicKey)),10:N0} /s");
        Console.WriteLine($"target {Target:N0} entries/s per core: {(best >= Target ? "met" : "MISSED")}");
        return best >= Target ? 0 : 1;
    }

    private static void HashOnce(List<LedgerEntry> entries)
    {
        foreach (var entry in entries)
            Sm3.Hash(entry.Payload.Span);
    }

    private static void Canonical(List<LedgerEntry> entries)
    {
        foreach (var entry in entries)
            if (CanonicalJson.Check(entry.Payload.Span) is { } fault)
                throw new InvalidOperationException(fault.ToString());
    }

    private static void Merkle(List<LedgerEntry> entries)
    {
        var frontier = new MerkleFrontier();
        foreach (var entry in entries)
            frontier.Append(entry.Hash);
    }

    private static void Signatures(string checkpoint, Sm2PublicKey key)
    {
        var signed = SignedCheckpoint.Parse(checkpoint);
        for (var i = 0; i < 200; i++)
            if (!signed.IsSignedBy(key))
                throw new InvalidOperationException("signature");
    }

    private static void Verify(List<LedgerEntry> entries, string checkpoint, Sm2PublicKey key)
    {
        var verification = new LedgerVerification([key]);
        verification.Checkpoint(checkpoint);
        for (var i = 0; i < entries.Count; i++)
        {
            verification.Entry(entries[i], entries[i].Hash);
            verification.Leaf(i, entries[i].Matter, entries[i].Sequence, entries[i].Hash, entryFound: true);
        }
        var report = verification.Finish();
        if (!report.IsSound)
            throw new InvalidOperationException(report.Faults[0].Sentence);
    }

    private static double Seconds(Action work)
    {
        using var process = Process.GetCurrentProcess();
        var start = process.TotalProcessorTime;
        work();
        process.Refresh();
        return (process.TotalProcessorTime - start).TotalSeconds;
    }

    // Matters of six steps with payloads like those of a penalty case: Chinese text, codes, a file, the state of the row.
    private static List<LedgerEntry> Entries(int count)
    {
        var entries = new List<LedgerEntry>(count);
        var previous = default(Digest);
        for (var i = 0; i < count; i++)
        {
            var (matter, sequence) = (string.Create(CultureInfo.InvariantCulture, $"0193{i / 6:x8}-7000-8000-000000000000"), i % 6 + 1);
            previous = sequence == 1 ? EntryHash.Genesis("330113", matter) : previous;
            var entry = EntryHash.Seal(new LedgerEntry
            {
                Region = "330113",
                Matter = matter,
                Sequence = sequence,
                Kind = sequence == 1 ? EntryKinds.MatterOpened : EntryKinds.StepRecorded,
                Step = sequence == 1 ? "file_case" : "investigate",
                Account = "zhangwei",
                Office = "330113-zhzfj",
                TookEffect = DateTimeOffset.UnixEpoch.AddMinutes(i),
                Recorded = DateTimeOffset.UnixEpoch.AddMinutes(i + 3),
                Previous = previous,
                Payload = Payload(i),
            });
            entries.Add(entry);
            previous = entry.Hash;
        }
        return entries;
    }

    private static byte[] Payload(int i) => CanonicalJson.Write(Encoding.UTF8.GetBytes($$"""
        {"basis":"行政处罚法第五十四条","definition":"penalty@2021-07-15","reason":"经批准延长办案期限","register":"enforcement/penalty",
        "files":[{"name":"立案审批表.pdf","sm3":"{{Sm3.Hash(BitConverter.GetBytes(i))}}"}],
        "set":{"amount":"{{i % 5000}}.00","cause":"占道经营","officers":["王某某","李某某"],"party":"某某餐饮有限公司","kind":"fine","hearing":false,"count":{{i}}},
        "state":"{{Sm3.Hash(BitConverter.GetBytes(-i))}}"}
        """));
}
