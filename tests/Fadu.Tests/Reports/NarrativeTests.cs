using Fadu.Core.Matters;
using Fadu.Core.Reports;
using Fadu.Tests.Databases;
using Fadu.Tests.Ledger;

namespace Fadu.Tests.Reports;

public sealed class NarrativeTests
{
    private const string Section = "1.4";
    private static readonly Actor Composer = Actor.System(LedgerStore.Region) with { Account = "li", Name = "李四", Roles = ["justice-bureau-clerk"], Permissions = ["reports.compose"] };
    private static readonly Actor Street = Composer with { Account = "wang", Name = "王五", Office = "tj", Roles = ["township-clerk"], Permissions = ["reports.contribute"] };

    [Theory, OnSqlite, OnPostgres]
    public async Task Narrative_SentBackAndSentAgain_IsPrintedOnceAccepted(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        var id = await ReportFreezeTests.NewAsync(store);
        var narratives = store.System.Narratives;

        await Done(narratives.SubmitAsync(id, Section, "tj", "加强巡查。", 300, 1, Street));
        await Done(narratives.ReturnAsync(id, Section, "tj", "请补充数据口径", 2, Composer));
        await Done(narratives.SubmitAsync(id, Section, "tj", "全年巡查十二次。\n整改到位。", 300, 3, Street));
        (await TextAsync(store, id)).ShouldNotContain("全年巡查十二次");
        await Done(narratives.AcceptAsync(id, Section, "tj", 4, Composer));

        (await TextAsync(store, id)).ShouldContain("全年巡查十二次。\n整改到位。\n");
        (await narratives.HistoryAsync(LedgerStore.Region, id, Section, "tj")).Select(n => n.Status)
            .ShouldBe([NarrativeStatus.Accepted, NarrativeStatus.Submitted, NarrativeStatus.Returned, NarrativeStatus.Submitted, NarrativeStatus.Asked]);
        (await narratives.HistoryAsync(LedgerStore.Region, id, Section, "tj"))[2].Reason.ShouldBe("请补充数据口径");
    }

    [Theory, OnSqlite]
    public async Task Narrative_Refused_SaysWhy(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        var id = await ReportFreezeTests.NewAsync(store);
        var narratives = store.System.Narratives;
        await Done(narratives.SubmitAsync(id, Section, "tj", "加强巡查。", 300, 1, Street));

        (await narratives.SubmitAsync(id, Section, "tj", "别的文字。", 300, 1, Street)).Problem.ShouldNotBeNull().ShouldContain("已由wang改为");
        (await narratives.SubmitAsync(id, Section, "tj", new string('字', 301), 300, 2, Street)).Problem.ShouldNotBeNull().ShouldContain("301字");
        (await narratives.SubmitAsync(id, Section, "tj", " ", 300, 2, Street)).Problem.ShouldNotBeNull().ShouldContain("请先写文字");
        (await narratives.SubmitAsync(id, Section, "tj", "代写。", 300, 2, Street with { Office = "other" })).Problem.ShouldNotBeNull().ShouldContain("不由您的单位");
        (await narratives.ReturnAsync(id, Section, "tj", "", 2, Composer)).Problem.ShouldNotBeNull().ShouldContain("理由");
        (await narratives.AcceptAsync(id, Section, "tj", 2, Street)).Problem.ShouldNotBeNull().ShouldContain("承办人");
    }

    [Theory, OnSqlite]
    public async Task Narrative_AskedOfARole_IsListedForWhoeverHoldsIt(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        await ReportFreezeTests.NewAsync(store);

        (await store.System.Narratives.AskedOfAsync(Composer with { Office = "sfj" })).Select(n => n.Section).ShouldBe(["2.2", "4.1", "5.1"]);
        (await store.System.Narratives.AskedOfAsync(Street)).Select(n => n.Section).ShouldBe(["1.1", "1.4", "2.1"]);
    }

    [Theory, OnSqlite]
    public async Task Narrative_AskedOfARoleInTheReportOfAnOffice_IsListedThereOnly(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        await Done(store.System.Reports.CreateAsync("township", 2024, "tj", Composer));
        var head = Street with { Roles = ["agency-head"] };

        (await store.System.Narratives.AskedOfAsync(head)).Where(n => n.Office.StartsWith('@')).Select(n => n.Section).ShouldBe(["2.2", "3.1", "3.2"]);
        (await store.System.Narratives.AskedOfAsync(head with { Office = "other" })).ShouldBeEmpty();
        (await TextAsync(store, "2024-township-tj")).ShouldContain("云溪街道行政机关负责人待报送");
        (await store.System.Reports.FindAsync(LedgerStore.Region, "2024-township-tj"))!.Title.ShouldBe("云溪街道2024年法治政府建设年度报告");
    }

    private static async Task Done(Task<ReportOutcome> act) => (await act).Problem.ShouldBeNull();

    private static async Task<string> TextAsync(LedgerStore store, string id) =>
        PlainText.Of((await store.System.Reports.ComposeAsync((await store.System.Reports.FindAsync(LedgerStore.Region, id))!, LedgerStore.Region, false, true)).Document);
}
