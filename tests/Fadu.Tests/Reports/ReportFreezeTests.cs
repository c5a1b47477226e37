using System.Text;
using Dapper;
using Fadu.Core.Documents;
using Fadu.Core.Matters;
using Fadu.Core.Reports;
using Fadu.Rules.Checking;
using Fadu.Rules.Ledger;
using Fadu.Rules.Procedures;
using Fadu.Tests.Databases;
using Fadu.Tests.Ledger;

namespace Fadu.Tests.Reports;

public sealed class ReportFreezeTests
{
    private static readonly Actor Composer = LedgerStore.Clerk with { Account = "li", Name = "李四" };

    [Theory, OnSqlite, OnPostgres]
    public async Task Freeze_OfAReport_KeepsFiguresWithTheirMattersAndALedgerEntry(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        var first = await store.RecordAsync();
        var second = await store.RecordAsync("孙某");
        var report = await NewAsync(store);

        var frozen = await FreezeAsync(store, report);

        var snapshot = (await store.System.Snapshots.FindAsync(LedgerStore.Region, frozen)).ShouldNotBeNull();
        var figure = snapshot.Figure("mediation.accepted").ShouldNotBeNull();
        figure.Value.ShouldBe(2);
        figure.Printed.ShouldBe("2");
        var list = await store.System.Snapshots.WithMattersAsync(LedgerStore.Region, figure.Lists.ShouldHaveSingleItem());
        list.Matters.ShouldBe([new(first, 6), new(second, 6)]);
        list.Sm3.ShouldBe(Sm3.Hash(Encoding.ASCII.GetBytes($"{first}:6\n{second}:6\n")).ToString());
        snapshot.Figure("mediation.success_rate").ShouldNotBeNull().Numerator.ShouldBe(2);
        snapshot.Head.CheckpointSize.ShouldBe(12, "everything counted is under the checkpoint");
        PlainText.Of(snapshot.Document).ShouldContain("全年调解矛盾纠纷2件");
        (await store.System.Verifier.VerifyAsync(null)).Faults.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Restatement_AfterACorrection_ShowsTheMatterAndLeavesTheFrozenFigure(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        var corrected = await store.RecordAsync();
        await store.RecordAsync("孙某");
        var frozen = await FreezeAsync(store, await NewAsync(store));
        LedgerStore.Recorded(await store.System.Matters.CorrectAsync(
            new() { Matter = corrected, SeenVersion = 6, Days = new Dictionary<int, DateOnly> { [1] = new(2023, 12, 27), [2] = new(2023, 12, 28) }, Reason = "受理日期误填" }, LedgerStore.Clerk));
        var added = await store.RecordAsync("周某");

        var snapshot = (await store.System.Snapshots.FindAsync(LedgerStore.Region, frozen))!;
        var restated = (await store.System.Restatement.OfAsync(LedgerStore.Region, snapshot)).Single(r => r.Frozen.Id == "mediation.accepted");

        restated.Frozen.Value.ShouldBe(2);
        restated.Now.ShouldBe(2, "one fell out and another came in");
        restated.Differs.ShouldBeFalse();
        restated.Moved.ShouldBeTrue();
        restated.Removed.ShouldHaveSingleItem().Matter.ShouldBe(corrected);
        restated.Added.ShouldHaveSingleItem().Matter.ShouldBe(added);
        snapshot.Figure("mediation.accepted")!.Printed.ShouldBe("2");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Freeze_ASecondTime_IsAFurtherSnapshotChainedToTheFirst(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        await store.RecordAsync();
        var report = await NewAsync(store);
        var first = await FreezeAsync(store, report);
        await store.RecordAsync("孙某");

        var second = await FreezeAsync(store, report);

        second.ShouldNotBe(first);
        (await store.System.Snapshots.FindAsync(LedgerStore.Region, first))!.Figure("mediation.accepted")!.Printed.ShouldBe("1");
        (await store.System.Snapshots.FindAsync(LedgerStore.Region, second))!.Figure("mediation.accepted")!.Printed.ShouldBe("2");
        (await store.System.Snapshots.OfAsync(LedgerStore.Region, report)).Select(s => s.Sequence).ShouldBe([2, 1]);
        (await store.System.Verifier.VerifyAsync(null)).Faults.ShouldBeEmpty();
    }

    [Theory, OnSqlite]
    public async Task Freeze_WithAContradiction_NeedsAReason(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        await store.RecordAsync();
        var id = await NewAsync(store);
        var reports = store.System.Reports;
        (await reports.SaveTextAsync(id, "1.5", "全年共办结案件100件，其中调解60件、其他50件。", 1, Composer)).Problem.ShouldBeNull();

        (await store.System.Freezer.FreezeAsync(id, 2, "", Composer)).Problem.ShouldNotBeNull().ShouldContain("矛盾");
        (await store.System.Freezer.FreezeAsync(id, 1, "两类有重复", Composer)).Problem.ShouldNotBeNull().ShouldContain("已由li修改");
        var done = await store.System.Freezer.FreezeAsync(id, 2, "两类有重复", Composer);

        done.Problem.ShouldBeNull();
        (await store.System.Snapshots.FindAsync(LedgerStore.Region, done.Id!))!.Head.Reason.ShouldBe("两类有重复");
    }

    [Theory, OnSqlite]
    public async Task Verify_OfAChangedSnapshot_NamesIt(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        await store.RecordAsync();
        await FreezeAsync(store, await NewAsync(store));

        await using var connection = await store.System.Database.OpenAsync();
        await connection.ExecuteAsync("update snapshots set body = replace(body, '矛盾纠纷', '纠纷')");

        (await store.System.Verifier.VerifyAsync(null)).Faults.ShouldContain(f => f.Kind == LedgerFaultKind.SnapshotDiffers);
    }

    [Theory, OnSqlite]
    public async Task SaveText_WithAnUnknownMeasure_IsRefusedInWords(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        var id = await NewAsync(store);

        (await store.System.Reports.SaveTextAsync(id, "1.1", "调解{{mediation.acepted}}件", 1, Composer)).Problem.ShouldNotBeNull().ShouldContain("mediation.accepted");
        (await store.System.Reports.SaveTextAsync(id, "1.1", "调解{{mediation.accepted}件", 1, Composer)).Problem.ShouldNotBeNull();
    }

    [Theory, OnSqlite]
    public async Task TypedFigure_InAText_IsPrintedAndMarkedAsWithoutSource(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        var id = await NewAsync(store);
        await store.System.Reports.SaveTextAsync(id, "1.1", "开展培训{{typed training}}场。", 1, Composer);
        await store.System.Reports.SaveTypedAsync(id, "training", "12", 2, Composer);

        var report = (await store.System.Reports.FindAsync(LedgerStore.Region, id))!;
        var composed = await store.System.Reports.ComposeAsync(report, LedgerStore.Region, false, false);

        PlainText.Of(composed.Document).ShouldContain("开展培训12场。");
        var figure = composed.Figure("typed-training").ShouldNotBeNull();
        figure.Typed.ShouldBeTrue();
        (await store.System.Freezer.CheckAsync(composed, report, LedgerStore.Region)).Typed.ShouldHaveSingleItem().Id.ShouldBe(figure.Id);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task PublishedText_OfAFrozenReport_IsHeldAgainstItsFigures(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        await store.RecordAsync();
        await store.RecordAsync("孙某");
        var frozen = await FreezeAsync(store, await NewAsync(store));
        var text = PlainText.Of((await store.System.Snapshots.FindAsync(LedgerStore.Region, frozen))!.Document);

        var comparison = (await store.System.Frozen.OfAsync(LedgerStore.Region, text)).ShouldNotBeNull();
        var options = new CheckOptions { Known = comparison.Known };

        comparison.Head.Id.ShouldBe(frozen);
        comparison.Previous.ShouldBeNull("nothing is frozen for the year before");
        ReportChecker.Check(text, options).Findings.ShouldNotContain(f => f.Verdict == Verdict.Contradiction);
        ReportChecker.Check(text.Replace("调解矛盾纠纷2件", "调解矛盾纠纷3件"), options).Findings.ShouldContain(f => f.Verdict == Verdict.Contradiction && f.Expected == "2" && f.Says.Contains("定稿指标"));
        (await store.System.Frozen.OfAsync(LedgerStore.Region, "某区2019年法治政府建设年度报告")).ShouldBeNull();
    }

    [Theory, OnSqlite]
    public async Task Check_BeforeTheFreeze_ReadsLastYearsFrozenReport(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        await store.RecordAsync();
        const string sentence = "全年开展行政执法案卷评查12次，检查执法案卷共计231件。";
        var last = (await store.System.Reports.CreateAsync("county", 2023, "", Composer)).Id!;
        await store.System.Reports.SaveTextAsync(last, "1.5", sentence, 1, Composer);
        await FreezeAsync(store, last);
        var id = await NewAsync(store);
        await store.System.Reports.SaveTextAsync(id, "1.5", sentence, 1, Composer);
        var report = (await store.System.Reports.FindAsync(LedgerStore.Region, id))!;

        (await store.System.Frozen.PreviousAsync(LedgerStore.Region, id, 2024)).ShouldNotBeNull().ShouldContain(sentence);
        var points = await store.System.Freezer.CheckAsync(await store.System.Reports.ComposeAsync(report, LedgerStore.Region, false, false), report, LedgerStore.Region);

        points.Repeats.ShouldContain(f => f.Quote.Contains("案卷评查"));
    }

    internal static async Task<string> NewAsync(LedgerStore store)
    {
        var outcome = await store.System.Reports.CreateAsync("county", 2024, "", Composer);
        outcome.Problem.ShouldBeNull();
        return outcome.Id!;
    }

    private static async Task<string> FreezeAsync(LedgerStore store, string id)
    {
        var report = (await store.System.Reports.FindAsync(LedgerStore.Region, id))!;
        var outcome = await store.System.Freezer.FreezeAsync(id, report.Version, "测试", Composer);
        outcome.Problem.ShouldBeNull();
        return outcome.Id!;
    }
}
