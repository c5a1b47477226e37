using System.Text.Json.Nodes;
using Fadu.Rules.Ledger;

namespace Fadu.Rules.Tests.Ledger;

/// <summary>A small ledger in memory; each test damages it as someone with the database's password could, and reads the report.</summary>
public sealed class LedgerVerificationTests
{
    private sealed record LogRow(long Position, string Matter, int Sequence, Digest Hash);

    private sealed record FileRow(string Matter, int Sequence, FileReference Recorded, Digest? Actual);

    private static readonly Sm2PrivateKey Key = Sm2.GenerateKey();

    private List<LedgerEntry> entries = [];
    private List<LogRow> log = [];
    private readonly Dictionary<string, (int LastSequence, JsonObject State)> rows = [];
    private readonly List<FileRow> files = [];
    private List<string> checkpoints = [];
    private readonly List<SignedCheckpoint> anchors = [];

    public LedgerVerificationTests()
    {
        var frontier = new MerkleFrontier();
        foreach (var matter in new[] { "m-1", "m-2", "m-3" })
        {
            var row = new JsonObject { ["number"] = matter, ["result"] = "维持" };
            var first = LedgerSamples.Entry(matter, 1, EntryHash.Genesis("330113", matter));
            var file = new FileReference("决定书.pdf", Sm3.Hash("pdf"u8));
            var last = LedgerSamples.Entry(matter, 2, first.Hash,
                $$"""{"state":"{{EntryPayload.StateDigest(row)}}","files":[{"name":"{{file.Name}}","sm3":"{{file.Digest}}"}]}""");
            entries.AddRange([first, last]);
            rows[matter] = (2, row);
            files.Add(new FileRow(matter, 2, EntryPayload.Files(last.Payload).ShouldHaveSingleItem(), Sm3.Hash("pdf"u8)));
            Seal(frontier, first, last);
        }
    }

    private void Seal(MerkleFrontier frontier, params LedgerEntry[] batch)
    {
        foreach (var entry in batch)
        {
            log.Add(new LogRow(frontier.Size, entry.Matter, entry.Sequence, entry.Hash));
            frontier.Append(entry.Hash);
        }
        var previous = checkpoints.Count == 0 ? default : SignedCheckpoint.Parse(checkpoints[^1]).Checkpoint.Hash;
        checkpoints.Add(new Checkpoint("330113", frontier.Size, frontier.Root(), LedgerSamples.Noon, previous).Sign(Key).ToString());
    }

    private LedgerReport Verify(params Sm2PublicKey[] keys)
    {
        var verification = new LedgerVerification(keys.Length == 0 ? [Key.PublicKey] : keys);
        foreach (var matter in entries.Select(e => e.Matter).Concat(rows.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            foreach (var entry in entries.Where(e => e.Matter == matter))
                verification.Entry(entry, log.FirstOrDefault(l => l.Matter == matter && l.Sequence == entry.Sequence)?.Hash);
            if (rows.TryGetValue(matter, out var row))
                verification.Row(matter, row.LastSequence, EntryPayload.StateDigest(row.State));
            else
                verification.RowMissing(matter);
        }
        foreach (var file in files)
            verification.File(file.Matter, file.Sequence, file.Recorded, file.Actual);
        anchors.ForEach(verification.Anchor);
        checkpoints.ForEach(verification.Checkpoint);
        foreach (var leaf in log)
            verification.Leaf(leaf.Position, leaf.Matter, leaf.Sequence, leaf.Hash, entries.Any(e => e.Matter == leaf.Matter && e.Sequence == leaf.Sequence));
        return verification.Finish();
    }

    private void ShouldFind(params (LedgerFaultKind Kind, string? Matter, int? Sequence)[] expected)
    {
        var report = Verify();
        report.Faults.Select(f => (f.Kind, f.Matter, f.Sequence)).ShouldBe(expected, string.Join("\n", report.Faults.Select(f => f.Sentence)));
        report.FaultCount.ShouldBe(expected.Length);
        report.IsSound.ShouldBe(expected.Length == 0);
    }

    [Fact]
    public void Report_SoundLedger_FindsNothingAndCounts()
    {
        ShouldFind();
        Verify().Summary.ShouldBe("核对留痕 6 条（其中待封存 0 条）、账本 6 条、检查点 3 个、事项 3 件、文件 3 份：未发现改动。");
    }

    [Fact]
    public void Report_EntryNotYetSealed_IsCountedNotAFault()
    {
        entries.Insert(2, LedgerSamples.Entry("m-1", 3, entries[1].Hash));
        rows["m-1"] = (3, rows["m-1"].State);
        ShouldFind();
        Verify().Unsealed.ShouldBe(1);
    }

    [Fact]
    public void Report_PayloadAltered_NamesTheEntry()
    {
        entries[2] = entries[2] with { Payload = CanonicalJson.Write("""{"reason":"改"}""") };
        ShouldFind((LedgerFaultKind.PayloadAltered, "m-2", 1));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    public void Report_EntryDeleted_NamesItOnce(int at, int sequence)
    {
        entries.RemoveAt(at);
        ShouldFind((LedgerFaultKind.EntryMissing, "m-2", sequence));
    }

    [Fact]
    public void Report_MatterDeletedWhole_NamesItsEntriesByTheLog()
    {
        entries.RemoveAll(e => e.Matter == "m-2");
        rows.Remove("m-2");
        ShouldFind((LedgerFaultKind.EntryMissing, "m-2", 1), (LedgerFaultKind.EntryMissing, "m-2", 2));
    }

    [Fact]
    public void Report_RowDeleted_NamesTheMatter()
    {
        rows.Remove("m-3");
        ShouldFind((LedgerFaultKind.RowMissing, "m-3", null));
    }

    [Fact]
    public void Report_RowAltered_NamesMatterAndLastEntry()
    {
        rows["m-2"].State["result"] = "撤销";
        ShouldFind((LedgerFaultKind.RowDiffers, "m-2", 2));
    }

    [Fact]
    public void Report_EntryAppendedBehindTheSystem_ShowsByTheRow()
    {
        entries.Insert(4, LedgerSamples.Entry("m-2", 3, entries[3].Hash));
        ShouldFind((LedgerFaultKind.EntryOutside, "m-2", 3));
    }

    [Fact]
    public void Report_LeafAltered_ShowsAtTheEntryAndAtTheCheckpointsAfter()
    {
        log[2] = log[2] with { Hash = LedgerSamples.Leaf(1) };
        ShouldFind((LedgerFaultKind.EntryReplaced, "m-2", 1), (LedgerFaultKind.RootDiffers, null, null), (LedgerFaultKind.RootDiffers, null, null));
    }

    [Fact]
    public void Report_LogRowDeleted_NamesTheGapOnce()
    {
        log.RemoveAt(3);
        ShouldFind((LedgerFaultKind.LogGap, null, null));
        Verify().Faults[0].Sentence.ShouldContain("账本第 3 位不存在，下一位是第 4 位");
    }

    [Fact]
    public void Report_EndCutOffEverywhere_ShowsByTheNewestCheckpoint()
    {
        CutOffLastMatter();
        ShouldFind((LedgerFaultKind.CheckpointInconsistent, null, null));
        Verify().Faults[0].Sentence.ShouldContain("末尾条目被删除");
    }

    [Fact]
    public void Report_EndCutOffTogetherWithItsCheckpoint_ShowsOnlyByAnAnchorKeptElsewhere()
    {
        var published = SignedCheckpoint.Parse(checkpoints[^1]);
        CutOffLastMatter();
        checkpoints = checkpoints[..^1];
        ShouldFind();
        anchors.Add(published);
        ShouldFind((LedgerFaultKind.CheckpointInconsistent, null, null));
    }

    [Fact]
    public void Report_WholeHistoryForgedAndSealedAnew_ShowsByAnAnchorKeptElsewhere()
    {
        anchors.Add(SignedCheckpoint.Parse(checkpoints[1]));
        var forged = EntryHash.Seal(entries[1] with { Account = "lisi" });
        entries[1] = forged;
        log = [];
        checkpoints = [];
        var frontier = new MerkleFrontier();
        foreach (var pair in entries.Chunk(2))
            Seal(frontier, pair);
        ShouldFind((LedgerFaultKind.RootDiffers, null, null));
    }

    private void CutOffLastMatter()
    {
        entries = entries[..^2];
        log = log[..^2];
        rows.Remove("m-3");
    }

    [Fact]
    public void Report_CheckpointDropped_NamesTheBrokenSeries()
    {
        checkpoints.RemoveAt(1);
        ShouldFind((LedgerFaultKind.CheckpointInconsistent, null, null));
    }

    [Fact]
    public void Report_FirstCheckpointDropped_NamesTheMissingStart()
    {
        checkpoints.RemoveAt(0);
        ShouldFind((LedgerFaultKind.CheckpointInconsistent, null, null));
        Verify().Faults[0].Sentence.ShouldContain("不是账本的首个检查点");
    }

    [Fact]
    public void Report_CheckpointEdited_NamesSignatureAndRoot()
    {
        checkpoints[2] = checkpoints[2].Replace(SignedCheckpoint.Parse(checkpoints[2]).Checkpoint.Root.ToString(), LedgerSamples.Leaf(9).ToString(), StringComparison.Ordinal);
        ShouldFind((LedgerFaultKind.RootDiffers, null, null), (LedgerFaultKind.CheckpointSignatureWrong, null, null));
    }

    [Fact]
    public void Report_CheckpointUnreadable_SaysWhichAndWhy()
    {
        checkpoints[2] = "x";
        ShouldFind((LedgerFaultKind.CheckpointSignatureWrong, null, null));
        Verify().Faults[0].Sentence.ShouldContain("第 3 个检查点无法读取");
    }

    [Fact]
    public void Report_KeyNotPublished_NamesTheKeyForEachCheckpoint()
    {
        var report = Verify(Sm2.GenerateKey().PublicKey);
        report.FaultCount.ShouldBe(3);
        report.Faults.ShouldAllBe(f => f.Kind == LedgerFaultKind.CheckpointSignatureWrong && f.Sentence.Contains(Key.PublicKey.Id));
    }

    [Fact]
    public void Report_KeyChangedOnce_AcceptsBothKeys() => Verify(Sm2.GenerateKey().PublicKey, Key.PublicKey).IsSound.ShouldBeTrue();

    [Fact]
    public void Report_FileChangedOrGone_NamesTheFile()
    {
        files[0] = files[0] with { Actual = Sm3.Hash("PDF"u8) };
        files[1] = files[1] with { Actual = null };
        ShouldFind((LedgerFaultKind.FileChanged, "m-1", 2), (LedgerFaultKind.FileMissing, "m-2", 2));
        Verify().Faults[0].Sentence.ShouldBe("文件内容被改动：事项 m-1 第 2 条，附卷文件“决定书.pdf”的内容与附卷时的摘要不符。");
    }

    [Fact]
    public void Report_ManyFaults_ListsAThousandAndCountsAll()
    {
        var verification = new LedgerVerification([Key.PublicKey]);
        for (var i = 0; i < 1500; i++)
            verification.RowMissing($"m-{i}");
        var report = verification.Finish();
        report.Faults.Count.ShouldBe(1000);
        report.FaultCount.ShouldBe(1500);
        report.Summary.ShouldEndWith("发现 1500 处问题。");
    }

    [Fact]
    public void FaultTitles_EveryKind_HasItsOwn() =>
        Enum.GetValues<LedgerFaultKind>().Select(LedgerFault.Title).Distinct().Count().ShouldBe(Enum.GetValues<LedgerFaultKind>().Length);

    [Fact]
    public void EntryMac_OtherKeyOrEntry_IsWrong()
    {
        var key = EntryMac.Key(Key);
        var code = EntryMac.Compute(key, entries[0].Hash);
        EntryMac.IsRight(key, entries[0].Hash, code).ShouldBeTrue();
        EntryMac.IsRight(key, entries[1].Hash, code).ShouldBeFalse();
        EntryMac.IsRight(EntryMac.Key(Sm2.GenerateKey()), entries[0].Hash, code).ShouldBeFalse();
        EntryMac.Key(Sm2PrivateKey.Parse(Key.ToPem())).ShouldBe(key);
    }

    [Theory]
    [InlineData("""{"files":[{"name":"a"}]}""")]
    [InlineData("""{"files":["a"]}""")]
    [InlineData("""{"files":[{"name":"a","sm3":"00"}]}""")]
    public void EntryPayload_FileWithoutDigest_IsRefused(string payload) =>
        Should.Throw<FormatException>(() => EntryPayload.Files(CanonicalJson.Write(payload))).Message.ShouldContain("name 和 sm3");

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"state":1,"files":{}}""")]
    [InlineData("""{"set":{"files":[{"x":1}],"state":"x"}}""")]
    public void EntryPayload_WithoutReferences_HasNone(string payload)
    {
        EntryPayload.State(CanonicalJson.Write(payload)).ShouldBeNull();
        EntryPayload.Files(CanonicalJson.Write(payload)).ShouldBeEmpty();
    }
}
