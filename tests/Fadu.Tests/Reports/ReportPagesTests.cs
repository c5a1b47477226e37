using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Fadu.Tests.Databases;
using Fadu.Tests.Host;
using Fadu.Tests.Imports;

namespace Fadu.Tests.Reports;

/// <summary>The report from its first draft to the restatement, through the pages; each test has a year of its own.</summary>
public sealed class ReportPagesTests(TestHosts hosts) : IClassFixture<TestHosts>
{
    private const string Figure = "a[data-figure='penalty.filed']";

    [Theory, OnSqlite, OnPostgres]
    public async Task Report_Composed_PrintsTheRecordedMattersAndLeadsToThem(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        await ImportAsync(host, 2022, 3);
        var clerk = await host.As("sifa");
        var report = await ComposeAsync(clerk, 2022);

        report.Words(".paper " + Figure).ShouldBe("3");
        report.All(".official-document .heading-1").Count.ShouldBe(5);
        var source = await report.Click(".paper " + Figure);
        source.Words("#source").ShouldContain("2022年");
        source.Words("#source dl").ShouldContain("口径");
        var list = await source.Click("#source a.btn");
        list.All("table.list tbody tr").Count.ShouldBe(3);
        (await list.Click("table.list tbody a")).Status.ShouldBe(HttpStatusCode.OK);

        var again = await (await clerk.Get("/reports")).Submit("main form", ("template", "county"), ("year", "2022"));
        again.Words("[role=alert]").ShouldContain("已有这份报告");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Section_SavedFromAStaleTab_IsRefusedAndKeepsTheText(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var report = await ComposeAsync(await host.As("sifa"), 2021);
        var address = report.All("aside a[href*='/sections/']")[0].GetAttribute("href")!;
        var stale = await (await host.As("sifa-head")).Get(address);
        var saved = await (await (await host.As("sifa")).Get(address)).Submit("main form.card", ("text", "先保存的一段：立案{{penalty.filed}}宗。"));
        saved.Text.ShouldContain("已保存");

        var refused = await stale.Submit("main form.card", ("text", "后保存的一段。"));

        refused.Words("[role=alert]").ShouldContain("修改");
        refused.One("textarea[name=text]").TextContent.ShouldContain("后保存的一段");
        (await (await host.As("sifa")).Get(report.Path)).Words(".paper").ShouldContain("先保存的一段：立案0宗");
        var wrong = await (await (await host.As("sifa")).Get(address)).Submit("main form.card", ("text", "立案{{penalty.filled}}宗。"));
        wrong.Words("[role=alert]").ShouldContain("penalty.filed");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FrozenReport_AfterACorrection_StandsAndShowsTheRestatementBeside(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var matters = await ImportAsync(host, 2023, 2);
        var report = await ComposeAsync(await host.As("sifa"), 2023);
        (await (await host.As("sifa")).Get(report.Path + "/freeze")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var head = await host.As("sifa-head");
        var frozen = await (await head.Get(report.Path + "/freeze")).Submit("main form.card", ("reason", "核对无误"));
        frozen.Path.ShouldStartWith(report.Path + "/frozen/", customMessage: frozen.Text);
        frozen.Words(".paper " + Figure).ShouldBe("2");
        frozen.Text.ShouldContain("全部数字与现在的记录一致");

        var form = await (await host.As("sifa")).Get($"/matters/{matters[0]}/correct");
        (await form.Submit("form.step-form", ("day.1", "2020-09-07"), ("reason", "处罚日期误填"))).Text.ShouldContain("已更正");

        var now = await head.Get(frozen.Path);
        now.Words(".paper " + Figure).ShouldBe("2", "what was frozen stands");
        var line = now.All(".beside tbody tr").First(r => r.QuerySelector("a")!.GetAttribute("href")!.EndsWith("/penalty.filed", StringComparison.Ordinal));
        line.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).Skip(1).ShouldBe(["2件", "■ 1件", "减少1件"]);
        var list = await head.Get(line.QuerySelector("a")!.GetAttribute("href")!);
        list.Text.ShouldContain("不再计入");
        list.All("table.list tbody tr").Count.ShouldBe(2);

        var (_, _, file) = await head.Download(frozen.Path + "?handler=Docx");
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        DocxBookmarks.Of(document.MainDocumentPart!.Document!.Body!)[Core.Documents.FigureBookmark.NameOf("penalty.filed")].ShouldBe("2");
    }

    private static Task<Page> ComposeAsync(Browser clerk, int year) => ComposeAsync(clerk, year.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static async Task<Page> ComposeAsync(Browser clerk, string year)
    {
        var report = await (await clerk.Get("/reports")).Submit("main form", ("template", "county"), ("year", year));
        report.Path.ShouldBe($"/reports/{year}-county", report.Text);
        return report;
    }

    private static async Task<IReadOnlyList<long>> ImportAsync(TestHost host, int year, int count)
    {
        var table = new PenaltyTable();
        for (var n = 1; n <= count; n++)
        {
            table.Add($"{year}-{n}", ("当场处罚日期", new DateOnly(year, 9, 7)), ("履行完毕日期", new DateOnly(year, 9, 12)), ("结案日期", new DateOnly(year, 9, 20)), ("当场处罚文号", $"青综执当罚〔{year}〕{n}号"));
        }

        var clerk = await host.As("sifa");
        var preview = await (await clerk.Get("/registers/penalty/import")).Submit("#upload", null, [("source", "报告来源")], [new("table", $"{year}.xlsx", table.Xlsx())]);
        for (var i = 0; preview.All("#decide").Count == 0 && i < 100; i++)
        {
            await Task.Delay(100);
            preview = await clerk.Get(preview.Path);
        }

        await preview.Submit("#decide", "all", [], []);
        var numbers = table.Rows.Select(r => (string)r["外部编号"]!).ToList();
        IReadOnlyDictionary<string, Core.Matters.LoadedMatter> found = await host.Store.Reader.FindExternalAsync(TestDistrict.Region, "penalty", "报告来源", numbers);
        for (var i = 0; found.Count < count && i < 100; i++)
        {
            await Task.Delay(100);
            found = await host.Store.Reader.FindExternalAsync(TestDistrict.Region, "penalty", "报告来源", numbers);
        }

        return [.. numbers.Select(n => found[n].Id)];
    }
}
