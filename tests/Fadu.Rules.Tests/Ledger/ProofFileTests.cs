using System.Text.Json.Nodes;
using Fadu.Rules.Ledger;

namespace Fadu.Rules.Tests.Ledger;

public sealed class ProofFileTests
{
    private static readonly Sm2PrivateKey Key = Sm2.GenerateKey();
    private static readonly List<LedgerEntry> Entries = LedgerSamples.Chain("m-1", 5);
    private static readonly (MerkleFrontier Frontier, ReadTile Read) Log = LedgerSamples.Log(Entries.Select(e => e.Hash));
    private static readonly SignedCheckpoint Older = Point(3);
    private static readonly SignedCheckpoint Newer = Point(5);
    private static readonly string Proof = ProofFile.Write(Entries[2], 2, new MerkleProof(Log.Read).Inclusion(2, 5), Newer);
    private static readonly string Consistency = ConsistencyFile.Write(Older, Newer, new MerkleProof(Log.Read).Consistency(3, 5));

    private static SignedCheckpoint Point(int size, string region = "330113") =>
        new Checkpoint(region, size, LedgerSamples.Log(Entries.Take(size).Select(e => e.Hash)).Frontier.Root(), LedgerSamples.Noon, default).Sign(Key);

    [Fact]
    public void Proof_AsWritten_HoldsAndSaysWhatItProves()
    {
        var result = ProofFile.VerifyOffline(Proof, Key.PublicKey);
        result.Holds.ShouldBeTrue(result.Sentence);
        result.Sentence.ShouldBe("成立：事项 m-1 第 3 条于 2024-03-01 04:00:00（UTC）之前写入地区 330113 的留痕账本第 2 位，此后未被改动。");
        Proof.ShouldContain("张某");
    }

    [Fact]
    public void Proof_PayloadWithheld_HoldsForTheDigestAndSaysSo()
    {
        var proof = ProofFile.Write(Entries[2], 2, new MerkleProof(Log.Read).Inclusion(2, 5), Newer, withPayload: false);
        proof.ShouldNotContain("张某");
        var result = ProofFile.VerifyOffline(proof, Key.PublicKey);
        result.Holds.ShouldBeTrue(result.Sentence);
        result.Sentence.ShouldEndWith("证明未出示内容，只核验了内容的摘要。");
    }

    [Fact]
    public void Proof_ReformattedByAnEditor_StillHolds() =>
        ProofFile.VerifyOffline(JsonNode.Parse(Proof)!.ToJsonString(), Key.PublicKey).Holds.ShouldBeTrue();

    [Fact]
    public void Proof_DeepestPayload_StillHolds()
    {
        var deep = "{\"a\":" + new string('[', 63) + new string(']', 63) + "}";
        var entry = LedgerSamples.Entry("m-9", 1, EntryHash.Genesis("330113", "m-9"), deep);
        var (frontier, _) = LedgerSamples.Log([entry.Hash]);
        var point = new Checkpoint("330113", 1, frontier.Root(), LedgerSamples.Noon, default).Sign(Key);
        ProofFile.VerifyOffline(ProofFile.Write(entry, 0, [], point), Key.PublicKey).Sentence.ShouldStartWith("成立");
    }

    [Theory]
    [InlineData("张某", "李某", ProofVerdict.PayloadDiffers)]
    [InlineData("\"wangfang\"", "\"lisi\"", ProofVerdict.EntryDiffers)]
    [InlineData("\"sequence\": 3", "\"sequence\": 4", ProofVerdict.EntryDiffers)]
    [InlineData("2024-03-04T04:00:00.000000Z", "2024-03-05T04:00:00.000000Z", ProofVerdict.EntryDiffers)]
    [InlineData("\"position\": 2", "\"position\": 1", ProofVerdict.NotIncluded)]
    [InlineData("\"position\": 2", "\"position\": 5", ProofVerdict.NotIncluded)]
    [InlineData("条数 5", "条数 6", ProofVerdict.SignatureWrong)]
    [InlineData("fadu.proof.1", "fadu.proof.2", ProofVerdict.Unreadable)]
    [InlineData("\"sequence\": 3", "\"sequence\": 4294967299", ProofVerdict.Unreadable)]
    [InlineData("\"sequence\": 3", "\"sequence\": \"3\"", ProofVerdict.Unreadable)]
    [InlineData("\"sequence\": 3", "\"sequence\": 3.5", ProofVerdict.Unreadable)]
    [InlineData("\"position\"", "\"place\"", ProofVerdict.Unreadable)]
    [InlineData("\"step\": \"accept\",", "", ProofVerdict.Unreadable)]
    [InlineData("\"n\": 3", "\"n\": 3.5", ProofVerdict.Unreadable)]
    [InlineData("2024-03-04T04:00:00.000000Z", "2024-03-04", ProofVerdict.Unreadable)]
    [InlineData("\"wangfang\"", "\"一个长得放不进六十四个字节的账号名称一个长得放不进六十四个字节的账号名称\"", ProofVerdict.Unreadable)]
    [InlineData("法度留痕账本", "留痕账本", ProofVerdict.Unreadable)]
    public void Proof_Edited_DoesNotHoldAndSaysWhy(string from, string to, ProofVerdict verdict)
    {
        Proof.ShouldContain(from);
        var result = ProofFile.VerifyOffline(Proof.Replace(from, to, StringComparison.Ordinal), Key.PublicKey);
        result.Verdict.ShouldBe(verdict, result.Sentence);
        result.Sentence.ShouldStartWith(verdict == ProofVerdict.Unreadable ? "无法核验：" : "不成立：");
    }

    [Fact]
    public void Proof_CheckedWithAnotherKey_IsNotSigned() =>
        ProofFile.VerifyOffline(Proof, Sm2.GenerateKey().PublicKey).Verdict.ShouldBe(ProofVerdict.SignatureWrong);

    [Fact]
    public void Proof_CheckpointOfAnotherRegion_IsRefused() =>
        ProofFile.VerifyOffline(ProofFile.Write(Entries[2], 2, new MerkleProof(Log.Read).Inclusion(2, 5), Point(5, "330114")), Key.PublicKey)
            .Verdict.ShouldBe(ProofVerdict.RegionDiffers);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"format\":1}")]
    [InlineData("{\"format\":\"fadu.proof.1\",\"format\":\"fadu.proof.1\"}")]
    [InlineData("{\"format\":\"fadu.proof.1\"}")]
    [InlineData("{\"format\":\"fadu.proof.1\",\"entry\":[]}")]
    [InlineData("{\"format\":\"fadu.consistency.1\",\"older\":\"x\",\"newer\":\"y\",\"path\":[]}")]
    public void Proof_OtherText_IsUnreadableNotAnError(string text)
    {
        ProofFile.VerifyOffline(text, Key.PublicKey).Verdict.ShouldBe(ProofVerdict.Unreadable);
        ConsistencyFile.VerifyOffline(text, Key.PublicKey).Verdict.ShouldBe(ProofVerdict.Unreadable);
    }

    [Fact]
    public void Proof_AnyCharacterDamaged_NeverHoldsForOtherFacts()
    {
        var random = new Random(9162);
        for (var i = 0; i < 2000; i++)
        {
            var damaged = Proof.ToCharArray();
            damaged[random.Next(damaged.Length)] = "0a\"{}[]:, 中\\"[random.Next(12)];
            var text = new string(damaged);
            var result = ProofFile.VerifyOffline(text, Key.PublicKey);
            if (result.Holds)
                JsonNode.DeepEquals(JsonNode.Parse(text), JsonNode.Parse(Proof)).ShouldBeTrue(text);
        }
    }

    [Fact]
    public void Consistency_AsWritten_Holds() => ConsistencyFile.VerifyOffline(Consistency, Key.PublicKey).Sentence.ShouldBe(
        "成立：较晚的账本（5 条）原样包含较早的账本（3 条），其间只有增加，没有改动和删除。");

    [Fact]
    public void Consistency_KeyChangedBetween_HoldsWithBothKeys()
    {
        var newKey = Sm2.GenerateKey();
        var file = ConsistencyFile.Write(Older, Newer.Checkpoint.Sign(newKey), new MerkleProof(Log.Read).Consistency(3, 5));
        ConsistencyFile.VerifyOffline(file, newKey.PublicKey).Verdict.ShouldBe(ProofVerdict.SignatureWrong);
        ConsistencyFile.VerifyOffline(file, newKey.PublicKey, Key.PublicKey).Holds.ShouldBeTrue();
    }

    [Fact]
    public void Consistency_HistoryRewrittenAndSignedAnew_DoesNotHold()
    {
        var forged = LedgerSamples.Log([LedgerSamples.Leaf(1), .. Entries.Skip(1).Select(e => e.Hash)]);
        var point = new Checkpoint("330113", 5, forged.Frontier.Root(), LedgerSamples.Noon, default).Sign(Key);
        ConsistencyFile.VerifyOffline(ConsistencyFile.Write(Older, point, new MerkleProof(forged.Read).Consistency(3, 5)), Key.PublicKey)
            .Verdict.ShouldBe(ProofVerdict.HistoryDiffers);
    }

    [Fact]
    public void Consistency_OtherRegionOrOrder_DoesNotHold()
    {
        ConsistencyFile.VerifyOffline(ConsistencyFile.Write(Older, Point(5, "330114"), []), Key.PublicKey).Verdict.ShouldBe(ProofVerdict.RegionDiffers);
        ConsistencyFile.VerifyOffline(ConsistencyFile.Write(Newer, Older, []), Key.PublicKey).Verdict.ShouldBe(ProofVerdict.HistoryDiffers);
    }
}
