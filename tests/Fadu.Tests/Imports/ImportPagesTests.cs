using System.Net;
using Fadu.Core.Imports;
using Fadu.Core.Tables;
using Fadu.Tests.Databases;
using Fadu.Tests.Host;

namespace Fadu.Tests.Imports;

/// <summary>Template, upload, preview, import, error rows, the same file again, reconciliation: through the pages.</summary>
public sealed class ImportPagesTests(TestHosts hosts) : IClassFixture<TestHosts>
{
    private const string Home = "/registers/penalty/import";

    [Theory, OnSqlite, OnPostgres]
    public async Task Upload_GoodAndBadRows_ImportsTheGoodAndNamesTheBad(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var browser = await host.As("sifa");
        var table = new PenaltyTable().Add("P1").Add("P2").Add("P3", ("当场处罚日期", "2024.13.1")).Add("P4", ("处罚种类", "罚站"));
        var preview = await UploadAsync(browser, "门店系统", table.Xlsx());
        Counts(preview).ShouldBe((4, 2, 0, 0, 2), preview.Text);
        preview.Words("#error-rows").ShouldContain("第5行P3当场处罚日期“2024.13.1”不是存在的日期");
        preview.Words("#error-rows").ShouldContain("第6行P4处罚种类“罚站”不在“行政处罚种类”的选项内");

        var (_, _, content) = await browser.Download(preview.Path + "/errors");
        using (var errors = TableReader.Open(new MemoryStream(content)))
        {
            var rows = errors.Rows().ToList();
            rows.Count.ShouldBe(2);
            rows[0][ErrorWorkbook.RowHeading].Text.ShouldBe("5");
            rows[0][ErrorWorkbook.FaultHeading].Text.ShouldContain("不是存在的日期");
        }

        var done = await preview.Submit("#decide", "valid", [], []);
        done.Text.ShouldContain("已导入");
        var matters = await host.Store.Reader.FindExternalAsync(TestDistrict.Region, "penalty", "门店系统", ["P1", "P2", "P3", "P4"]);
        matters.Keys.Order().ShouldBe(["P1", "P2"]);
        matters["P1"].State.Acts.Select(a => a.Step).ShouldBe(["decide_on_spot", "perform", "close"]);
        matters["P1"].State.Status.ShouldBe("concluded");
        (await browser.Get("/registers/penalty?q=张三丰")).Text.ShouldContain("占用城市道路设摊经营");
        (await browser.Get($"/matters/{matters["P1"].Id}")).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.Get(Home)).Text.ShouldContain("门店系统");

        await host.Store.Sealer.SealAsync();
        var report = await host.Store.Verifier.VerifyAsync();
        report.Faults.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task SameFile_ImportedAgain_WritesNothing(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var browser = await host.As("sifa");
        var file = new PenaltyTable().Add("S1").Add("S2").Xlsx();
        await (await UploadAsync(browser, "甲系统", file)).Submit("#decide", "all", [], []);
        var before = await StateAsync(host, "甲系统", "S1");

        var again = await UploadAsync(browser, "甲系统", file);
        Counts(again).ShouldBe((2, 0, 0, 2, 0));
        again.Text.ShouldContain("已经导入过");
        again.All("#decide button[value=all]").ShouldBeEmpty();
        var after = await StateAsync(host, "甲系统", "S1");
        (after.Id, after.Version, after.Head).ShouldBe((before.Id, before.Version, before.Head));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task SameNumberOfAnotherSource_IsAnotherMatter(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var browser = await host.As("sifa");
        await (await UploadAsync(browser, "乙系统", new PenaltyTable().Add("X1").Xlsx())).Submit("#decide", "all", [], []);
        var other = await UploadAsync(browser, "丙系统", new PenaltyTable().Add("X1").Xlsx());
        Counts(other).ShouldBe((1, 1, 0, 0, 0));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ChangedRow_ImportedAgain_CorrectsAndAddsSteps(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var browser = await host.As("sifa");
        var open = new PenaltyTable().Add("C1", ("结案日期", null), ("结案方式", null));
        await (await UploadAsync(browser, "丁系统", open.Xlsx())).Submit("#decide", "all", [], []);
        var before = await StateAsync(host, "丁系统", "C1");
        before.State.ClosedOn.ShouldBeNull();

        var preview = await UploadAsync(browser, "丁系统", new PenaltyTable().Add("C1", ("罚款金额", 45m), ("履行完毕日期", new DateOnly(2024, 9, 13))).Xlsx());
        Counts(preview).ShouldBe((1, 0, 1, 0, 0));
        await preview.Submit("#decide", "all", [], []);
        var after = await StateAsync(host, "丁系统", "C1");
        after.Id.ShouldBe(before.Id);
        after.Version.ShouldBe(before.Version + 2);
        after.State.Values["fine"].ShouldBe(45m);
        after.State.Acts.Single(a => a.Step == "perform").On.ShouldBe(new(2024, 9, 13));
        after.State.ClosedOn.ShouldBe(new DateOnly(2024, 9, 20));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task GateMissed_WhenImported_BecomesFinding(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var browser = await host.As("sifa");
        var preview = await UploadAsync(browser, "戊系统", new PenaltyTable().Add("G1", ("执法人员", "孙立（33039912001）")).Xlsx());
        preview.Words("#findings").ShouldNotBe("0");
        var done = await preview.Submit("#decide", "all", [], []);
        done.Words("#finding-rows").ShouldContain("执法人员不得少于两人");
    }

    [Theory, OnSqlite]
    public async Task OfficeOutsideScope_IsRefusedByRow(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var browser = await host.As("zhifa");
        var preview = await UploadAsync(browser, "己系统", new PenaltyTable().Add("O1").Add("O2", ("办理单位", "青川区水利局")).Xlsx());
        Counts(preview).ShouldBe((2, 1, 0, 0, 1));
        preview.Words("#error-rows").ShouldContain("O2办理单位您只能导入本单位管理范围内的事项");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Reconcile_ListAndTotals_ShowWhatDiffers(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var browser = await host.As("sifa");
        await (await UploadAsync(browser, "庚系统", new PenaltyTable().Add("R1").Add("R2").Add("R3").Xlsx())).Submit("#decide", "all", [], []);
        var page = await browser.Get("/registers/penalty/reconcile");
        var theirs = System.Text.Encoding.UTF8.GetBytes("外部编号,办结日期\nR1,2024-09-20\nR2,2024-10-01\nR9,2024-01-01\n");
        var list = await page.Submit("#reconcile", null, [("source", "庚系统")], [new("table", "list.csv", theirs)]);
        list.Words("#verdict").ShouldContain("比较了 3 项，一致 1 项，差异 3 处");
        list.Words("#differences").ShouldContain("不一致 R2 办结日期 2024-10-01 2024-09-20");
        list.Words("#differences").ShouldContain("只有对方 R9");
        list.Words("#differences").ShouldContain("只有本平台 R3");
        (await browser.Download(list.One("a[href*='kept=']").GetAttribute("href")!)).Status.ShouldBe(HttpStatusCode.OK);

        var totals = await page.Submit("#reconcile", ("source", "庚系统"), ("totals", "青川区综合行政执法局，2024，3，3\n青川区综合行政执法局，2024-09，4，3\n某局，2024，1，1"));
        totals.Words("#differences").ShouldContain("不一致 青川区综合行政执法局 2024年9月 登记数 4 3");
        totals.Text.ShouldContain("第3行：单位表中没有“某局”");
    }

    [Theory, OnSqlite]
    public async Task Template_FilledAsTheSampleSays_CanBeReadBack(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var (status, _, content) = await (await host.As("sifa")).Download(Home + "/template");
        status.ShouldBe(HttpStatusCode.OK);
        using var table = TableReader.Open(new MemoryStream(content), new() { ExpectedHeadings = ["外部编号", "登记线索日期", "立案日期"] });
        table.Header.Missing(host.Store.Imports.Layout("penalty").Columns.Select(c => c.Heading)).ShouldBeEmpty();
        table.Rows().ShouldBeEmpty();
        table.Skipped.ShouldContain(s => s.Reason == "示例行");
        TableReader.SheetNames(new MemoryStream(content)).ShouldContain("填写说明");
    }

    [Theory, OnSqlite]
    public async Task Layout_OfEveryRegister_HasEachHeadingOnce(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        foreach (var register in host.Store.Law.Current.Newest)
        {
            var layout = ImportLayout.Of(host.Store.Law.Current, register.Id);
            layout.Columns.GroupBy(c => CellText.Heading(c.Heading)).Where(g => g.Count() > 1).Select(g => $"{register.Id}: {g.Key}").ShouldBeEmpty();
        }
    }

    private static async Task<Core.Matters.LoadedMatter> StateAsync(TestHost host, string source, string external) =>
        (await host.Store.Reader.FindExternalAsync(TestDistrict.Region, "penalty", source, [external]))[external];

    private static async Task<Page> UploadAsync(Browser browser, string source, byte[] file)
    {
        var page = await (await browser.Get(Home)).Submit("#upload", null, [("source", source)], [new("table", "案件.xlsx", file)]);
        for (var i = 0; page.Text.Contains("正在检查") && i < 100; i++)
        {
            await Task.Delay(100);
            page = await browser.Get(page.Path);
        }

        return page;
    }

    private static (int Read, int Added, int Changed, int Same, int Errors) Counts(Page page)
    {
        int Number(string name) => int.Parse(page.Words("#" + name), System.Globalization.CultureInfo.InvariantCulture);
        return (Number("read"), Number("added"), Number("changed"), Number("same"), Number("errors"));
    }
}
