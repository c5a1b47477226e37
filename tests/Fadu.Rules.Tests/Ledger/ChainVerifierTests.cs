using System.Text;
using Fadu.Rules.Ledger;

namespace Fadu.Rules.Tests.Ledger;

public sealed class ChainVerifierTests
{
    private static readonly List<LedgerEntry> Sound = [.. LedgerSamples.Chain("m-1", 3), .. LedgerSamples.Chain("m-2", 1), .. LedgerSamples.Chain("m-3", 4)];

    private static List<LedgerFault> Faults(IEnumerable<LedgerEntry> entries, bool sealedLog = false)
    {
        var faults = new List<LedgerFault>();
        var verifier = new ChainVerifier(faults.Add);
        foreach (var entry in entries)
            verifier.Add(entry, sealedLog ? Sound.First(e => (e.Matter, e.Sequence) == (entry.Matter, entry.Sequence)).Hash : null);
        return faults;
    }

    private static List<LedgerEntry> With(int at, Func<LedgerEntry, LedgerEntry> change)
    {
        var entries = Sound.ToList();
        entries[at] = change(entries[at]);
        return entries;
    }

    private static ReadOnlyMemory<byte> Json(string text) => Encoding.UTF8.GetBytes(text);

    [Fact]
    public void Verify_SoundChains_FindsNothing() => Faults(Sound, sealedLog: true).ShouldBeEmpty();

    public static TheoryData<string, Func<LedgerEntry, LedgerEntry>, LedgerFaultKind, string> Alterations => new()
    {
        { "payload", e => e with { Payload = Json("{\"set\":{\"applicant\":\"李某\"}}") }, LedgerFaultKind.PayloadAltered, "其余字段未变" },
        { "payload digest", e => e with { PayloadDigest = e.Hash }, LedgerFaultKind.FieldAltered, "“内容摘要”一栏被改动" },
        { "previous", e => e with { Previous = e.Hash }, LedgerFaultKind.FieldAltered, "“前项哈希”一栏被改动" },
        { "account", e => e with { Account = "lisi" }, LedgerFaultKind.FieldAltered, "类别、环节、账号" },
        { "office", e => e with { Office = "330113-gaj" }, LedgerFaultKind.FieldAltered, "类别、环节、账号" },
        { "kind", e => e with { Kind = EntryKinds.StepWithdrawn }, LedgerFaultKind.FieldAltered, "类别、环节、账号" },
        { "step", e => e with { Step = "refuse" }, LedgerFaultKind.FieldAltered, "类别、环节、账号" },
        { "took effect", e => e with { TookEffect = e.TookEffect.AddDays(-1) }, LedgerFaultKind.FieldAltered, "时间" },
        { "recorded", e => e with { Recorded = e.Recorded.AddDays(-1) }, LedgerFaultKind.FieldAltered, "时间" },
    };

    [Theory]
    [MemberData(nameof(Alterations))]
    public void Verify_EntryAltered_NamesEntryAndWhat(string what, Func<LedgerEntry, LedgerEntry> change, LedgerFaultKind kind, string says)
    {
        foreach (var sealedLog in new[] { false, true })
        {
            var fault = Faults(With(1, change), sealedLog).First();
            fault.ShouldSatisfyAllConditions(what,
                f => f.Kind.ShouldBe(kind),
                f => f.Matter.ShouldBe("m-1"),
                f => f.Sequence.ShouldBe(2),
                f => f.Sentence.ShouldStartWith($"{LedgerFault.Title(kind)}：事项 m-1 第 2 条，"),
                f => f.Sentence.ShouldContain(says));
        }
    }

    [Fact]
    public void Verify_HashColumnAltered_IsNamedByTheSealedHash() =>
        Faults(With(2, e => e with { Hash = e.Previous }), sealedLog: true)
            .ShouldHaveSingleItem().Sentence.ShouldBe("留痕字段被改动：事项 m-1 第 3 条，“哈希”一栏被改动，内容与其余字段与封存时一致。");

    [Fact]
    public void Verify_PayloadNotCanonical_IsNamedEvenIfItsDigestIsRight()
    {
        var faults = Faults(With(2, e =>
        {
            var spaced = Json("{ \"a\":1}");
            var entry = e with { Payload = spaced, PayloadDigest = Sm3.Hash(spaced.Span) };
            return entry with { Hash = EntryHash.Compute(entry) };
        }));
        var fault = faults.ShouldHaveSingleItem();
        fault.Kind.ShouldBe(LedgerFaultKind.PayloadNotCanonical);
        fault.Sentence.ShouldContain("第 1 字节");
    }

    [Theory]
    [InlineData(1, "m-1", 2)]
    [InlineData(0, "m-1", 1)]
    [InlineData(5, "m-3", 2)]
    public void Verify_EntryDeleted_NamesTheMissingNumber(int at, string matter, int sequence) =>
        Faults(Sound.Where((_, i) => i != at)).ShouldBe([new LedgerFault(LedgerFaultKind.EntryMissing, matter, sequence, "该条目不存在。")]);

    [Fact]
    public void Verify_TwoEntriesDeleted_NamesBoth() =>
        Faults(Sound.Where((_, i) => i is not (5 or 6))).Select(f => (f.Kind, f.Sequence))
            .ShouldBe([(LedgerFaultKind.EntryMissing, 2), (LedgerFaultKind.EntryMissing, 3)]);

    [Fact]
    public void Verify_NumberForgedFarAhead_ReportsTheRestAsOneRange()
    {
        var faults = Faults([EntryHash.Seal(LedgerSamples.Entry("m", 1, default) with { Sequence = int.MaxValue })]);
        faults.Count.ShouldBe(101);
        faults[^1].Sentence.ShouldBe("留痕条目缺失：事项 m 第 101 条，自该条至第 2147483646 条均不存在。");
    }

    [Fact]
    public void Verify_EntryRewrittenWithItsHash_ShowsInTheNextLinkAndInTheLog()
    {
        var rewritten = With(1, e => EntryHash.Seal(e with { Payload = Json("{\"set\":{}}") }));
        Faults(rewritten).Select(f => (f.Kind, f.Matter, f.Sequence)).ShouldBe([(LedgerFaultKind.LinkBroken, "m-1", 3)]);
        Faults(rewritten, sealedLog: true).Select(f => (f.Kind, f.Sequence)).ShouldBe([(LedgerFaultKind.EntryReplaced, 2), (LedgerFaultKind.LinkBroken, 3)]);
    }

    [Fact]
    public void Verify_LastEntryRewrittenWithItsHash_ShowsInTheLog() =>
        Faults(With(2, e => EntryHash.Seal(e with { Account = "lisi" })), sealedLog: true)
            .ShouldHaveSingleItem().Kind.ShouldBe(LedgerFaultKind.EntryReplaced);

    [Fact]
    public void Verify_FirstEntryTakenFromAnotherMatter_NamesTheBrokenStart() =>
        Faults([LedgerSamples.Entry("m-9", 1, EntryHash.Genesis("330113", "m-8"))])
            .ShouldHaveSingleItem().Sentence.ShouldContain("首条的前项哈希不是本事项的起始值");

    [Fact]
    public void Verify_EntryTwice_IsADuplicate() =>
        Faults([Sound[0], Sound[1], Sound[1], Sound[2]]).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            f => f.Kind.ShouldBe(LedgerFaultKind.EntryDuplicated),
            f => (f.Matter, f.Sequence).ShouldBe(("m-1", 2)));

    [Fact]
    public void Verify_TwoEntriesOfOneNumber_AreAForkAndTheNextMayFollowEither()
    {
        var other = EntryHash.Seal(Sound[1] with { Account = "lisi" });
        foreach (var order in new[] { new[] { Sound[1], other }, [other, Sound[1]] })
            Faults([Sound[0], .. order, Sound[2]]).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                f => f.Kind.ShouldBe(LedgerFaultKind.EntryForked),
                f => (f.Matter, f.Sequence).ShouldBe(("m-1", 2)));
    }

    [Fact]
    public void Verify_EntryInsertedBelowSealedOnes_IsFromOutside()
    {
        var faults = new List<LedgerFault>();
        var verifier = new ChainVerifier(faults.Add);
        verifier.Add(Sound[0], Sound[0].Hash);
        verifier.Add(Sound[1]);
        verifier.Add(Sound[2], Sound[2].Hash);
        faults.ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(LedgerFaultKind.EntryOutside), f => f.Sequence.ShouldBe(3));
    }

    [Fact]
    public void Verify_EntriesOutOfOrder_IsTheCallersMistake() =>
        Should.Throw<ArgumentException>(() => Faults([Sound[1], Sound[0]]));

    [Fact]
    public void Verify_AnyBitOfAnyEntryChanged_FindsAFaultOfThatMatter()
    {
        var random = new Random(2);
        for (var i = 0; i < 300; i++)
        {
            var at = random.Next(Sound.Count);
            var damaged = With(at, e =>
            {
                var payload = e.Payload.ToArray();
                payload[random.Next(payload.Length)] ^= (byte)(1 << random.Next(8));
                var hash = e.Hash.ToArray();
                hash[random.Next(32)] ^= (byte)(1 << random.Next(8));
                return random.Next(3) switch
                {
                    0 => e with { Payload = payload },
                    1 => e with { Hash = new Digest(hash) },
                    _ => e with { Recorded = e.Recorded.AddMicroseconds(1 << random.Next(20)) },
                };
            });
            Faults(damaged, sealedLog: true).ShouldNotBeEmpty();
            Faults(damaged).ShouldAllBe(f => f.Matter == Sound[at].Matter);
        }
    }
}
