using System.Text.Json.Nodes;
using Fadu.Core.Matters;
using Fadu.Tests.Databases;

namespace Fadu.Tests.Ledger;

/// <summary>An act has the number of its ledger entry, also where entries that are no steps stand between.</summary>
public sealed class SequenceTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Act_AfterACorrectionAndAFinding_HasTheNumberOfItsEntry(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind, LedgerStore.SmallLaw());
        var matters = store.System.Matters;
        var id = LedgerStore.Recorded(await matters.RecordAsync(LedgerStore.Apply("赵某", 5000m), LedgerStore.Clerk)).Id;
        LedgerStore.Recorded(await matters.CorrectAsync(new() { Matter = id, SeenVersion = 1, Values = new Dictionary<string, object?> { ["people"] = 3L }, Reason = "人数写错" }, LedgerStore.Clerk));
        await store.StepAsync(id, 2, "accept", ("both_agree", true));
        await store.System.Database.WriteAsync((connection, transaction) => matters.AppendAsync(connection, transaction, id, "finding-answered", new JsonObject { ["says"] = "已核实" }, LedgerStore.Clerk, default));
        await store.StepAsync(id, 4, "mediate");

        (await store.System.Reader.FindAsync(LedgerStore.Region, id))!.State.Acts.Select(a => (a.Step, a.Sequence)).ShouldBe([("apply", 1), ("accept", 3), ("mediate", 5)]);
        var view = await new MatterDetails(store.System.Database, store.System.Law, store.System.Reader).ViewAsync(LedgerStore.Clerk, id);
        view!.Timeline.Select(t => (t.Sequence, t.Act?.Step)).ShouldBe([(5, "mediate"), (4, null), (3, "accept"), (2, null), (1, "apply")]);
        (await store.VerifyAsync(store)).Faults.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Day_OfAnActAfterACorrection_IsCorrectedByTheNumberOfItsEntry(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind, LedgerStore.SmallLaw());
        var matters = store.System.Matters;
        var id = LedgerStore.Recorded(await matters.RecordAsync(LedgerStore.Apply("赵某", 5000m), LedgerStore.Clerk)).Id;
        LedgerStore.Recorded(await matters.CorrectAsync(new() { Matter = id, SeenVersion = 1, Values = new Dictionary<string, object?> { ["people"] = 3L }, Reason = "人数写错" }, LedgerStore.Clerk));
        await store.StepAsync(id, 2, "accept", ("both_agree", true));

        LedgerStore.Recorded(await matters.CorrectAsync(new() { Matter = id, SeenVersion = 3, Days = new Dictionary<int, DateOnly> { [3] = new(2024, 3, 7) }, Reason = "日期写错" }, LedgerStore.Clerk));

        (await store.System.Reader.FindAsync(LedgerStore.Region, id))!.State.Acts.Select(a => a.On).ShouldBe([new(2024, 3, 4), new(2024, 3, 7)]);
        var view = await new MatterDetails(store.System.Database, store.System.Law, store.System.Reader).ViewAsync(LedgerStore.Clerk, id);
        view!.Timeline[0].Days.ShouldBe([("受理", new DateOnly(2024, 3, 7))]);
    }
}
