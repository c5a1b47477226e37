using Fadu.Rules.Calendar;
using Fadu.Rules.Ledger;

namespace Fadu.Rules.Tests.Ledger;

public sealed class EntryHashTests
{
    private static readonly LedgerEntry Entry = LedgerSamples.Chain("m-1", 1)[0];

    // A frozen value: if it changes, every stored ledger stops verifying. Computed once with an independent script from the encoding in EntryHash.
    [Fact]
    public void Compute_FrozenExample_KeepsItsHash()
    {
        Entry.Previous.ToString().ShouldBe("760e30f44238fcf508ce8b2148b171feaa1096c7590202427a9507c0e81e11e0");
        Entry.PayloadDigest.ToString().ShouldBe("1356a0e8c32cc10de5f10d4c1c04607ed13e3e8146cbd054c2638a9f2fb47ad5");
        Entry.Hash.ToString().ShouldBe("4bc846001654f1eb62da4ec489a5cec19650d6e5c6620072727babacbc37e00f");
    }

    public static TheoryData<string, Func<LedgerEntry, LedgerEntry>> Changes => new()
    {
        { "region", e => e with { Region = "330114" } },
        { "matter", e => e with { Matter = "m-2" } },
        { "sequence", e => e with { Sequence = 2 } },
        { "kind", e => e with { Kind = EntryKinds.StepCorrected } },
        { "step", e => e with { Step = "refuse" } },
        { "account", e => e with { Account = "lisi" } },
        { "office", e => e with { Office = "330113-gaj" } },
        { "took effect", e => e with { TookEffect = e.TookEffect.AddMicroseconds(1) } },
        { "recorded", e => e with { Recorded = e.Recorded.AddMicroseconds(-1) } },
        { "previous", e => e with { Previous = e.Hash } },
        { "payload digest", e => e with { PayloadDigest = e.Hash } },
        { "text moved to the next field", e => e with { Account = "wangfan", Office = "g330113-sfj" } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Compute_AnyFieldChanged_GivesAnotherHash(string field, Func<LedgerEntry, LedgerEntry> change) =>
        EntryHash.Compute(change(Entry)).ShouldNotBe(Entry.Hash, field);

    [Fact]
    public void Entry_TimesWithZoneAndTicks_AreKeptAsStoredAndHashed()
    {
        var precise = Entry with { TookEffect = Entry.TookEffect.InChina().AddTicks(7) };
        precise.TookEffect.ShouldBe(Entry.TookEffect);
        EntryHash.Compute(precise).ShouldBe(Entry.Hash);
    }

    [Fact]
    public void Genesis_OtherMatterOrRegion_Differs() =>
        new[] { EntryHash.Genesis("330113", "a"), EntryHash.Genesis("330113", "b"), EntryHash.Genesis("330114", "a"), EntryHash.Genesis("33011", "3a") }
            .Distinct().Count().ShouldBe(4);

    [Theory]
    [InlineData("[]", "应为一个 JSON 对象")]
    [InlineData("{\"b\":1,\"a\":2}", "键没有按顺序")]
    public void Seal_PayloadNotCanonicalObject_IsRefused(string payload, string says) =>
        Should.Throw<ArgumentException>(() => EntryHash.Seal(Entry with { Payload = System.Text.Encoding.UTF8.GetBytes(payload) })).Message.ShouldContain(says);

    [Fact]
    public void Seal_FieldOutOfRange_IsRefused()
    {
        Should.Throw<ArgumentException>(() => EntryHash.Seal(Entry with { Account = new string('长', 22) })).Message.ShouldContain("账号");
        Should.Throw<ArgumentException>(() => EntryHash.Seal(Entry with { Sequence = 0 })).Message.ShouldContain("从 1 起");
        EntryHash.Seal(Entry with { Region = new string('r', 64), Matter = new string('m', 64), Kind = new string('k', 64), Step = new string('s', 64), Account = new string('a', 64), Office = new string('o', 64) })
            .Hash.ShouldNotBe(default);
    }

    [Fact]
    public void EntryKinds_FrozenNames_StayAsTheyAre() => EntryKinds.Titles.Keys.Order(StringComparer.Ordinal).ShouldBe([
        "account_changed", "deadline_lapsed", "file_attached", "finding_answered", "finding_closed", "finding_raised", "gate_missed",
        "matter_imported", "matter_moved", "matter_opened", "matter_published", "matter_sent_back", "matter_transferred",
        "report_frozen", "step_corrected", "step_recorded", "step_withdrawn"]);
}
