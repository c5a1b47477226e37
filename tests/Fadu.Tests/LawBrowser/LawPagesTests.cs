using System.Net;
using System.Text.RegularExpressions;
using Fadu.Tests.Databases;
using Fadu.Tests.Host;

namespace Fadu.Tests.LawBrowser;

/// <summary>Every page of the law browser opens and carries the title of what it shows.</summary>
public sealed partial class LawPagesTests(TestHosts hosts) : IClassFixture<TestHosts>
{
    private async Task<(TestHost Host, Browser Browser)> Reader()
    {
        var host = await hosts.On(DatabaseKind.Sqlite);
        return (host, await host.As("shuili-reader"));
    }

    private static async Task<Page> Opens(Browser browser, string path, string title)
    {
        var page = await browser.Get(path);
        page.Status.ShouldBe(HttpStatusCode.OK, path);
        page.Words("h1").ShouldContain(title, customMessage: path);
        page.Html.Title.ShouldNotBeNull().ShouldContain(title, customMessage: path);
        return page;
    }

    [Fact]
    public async Task Registers_EveryVersion_Opens()
    {
        var (host, browser) = await Reader();
        foreach (var register in host.Store.Law.Current.Registers)
        {
            var page = await Opens(browser, $"/law/registers/{register.Id}/{register.InForce:yyyy-MM-dd}", register.Title);
            page.All("#cases li").Select(li => li.TextContent.Trim()).Where(words => RawName().IsMatch(words)).ShouldBeEmpty(register.Id);
        }
    }

    [Fact]
    public async Task Statutes_Each_Opens()
    {
        var (host, browser) = await Reader();
        foreach (var statute in host.Store.Law.Current.Statutes.All)
        {
            await Opens(browser, "/law/statutes/" + statute.Id, statute.Title);
        }
    }

    [Fact]
    public async Task Measures_Each_Opens()
    {
        var (host, browser) = await Reader();
        foreach (var measure in host.Store.Law.Current.Measures.Values)
        {
            await Opens(browser, "/law/measures/" + measure.Id, measure.Title);
        }
    }

    [Fact]
    public async Task CodeLists_Each_Opens()
    {
        var (host, browser) = await Reader();
        foreach (var list in host.Store.Law.Current.CodeLists.Values)
        {
            await Opens(browser, "/law/codes/" + list.Id, list.Title);
        }
    }

    [Theory]
    [InlineData("/law", "制度库")]
    [InlineData("/law/systems", "业务对照")]
    [InlineData("/law/statutes", "法规依据")]
    [InlineData("/law/measures", "指标")]
    [InlineData("/law/rules", "监督规则")]
    [InlineData("/law/codes", "代码表")]
    [InlineData("/law/reports", "报告模板")]
    [InlineData("/law/roles", "角色权限")]
    [InlineData("/law/calendar/2024", "2024年节假日表")]
    [InlineData("/law/calendar/2031", "2031年节假日表")]
    public async Task Part_Opens(string path, string title) => await Opens((await Reader()).Browser, path, title);

    [Theory]
    [InlineData("/law/registers/no-such-register")]
    [InlineData("/law/registers/penalty/1990-01-01")]
    [InlineData("/law/registers/penalty/yesterday")]
    [InlineData("/law/statutes/no-such-law-1999")]
    [InlineData("/law/measures/penalty.no_such")]
    [InlineData("/law/codes/no-such-list")]
    [InlineData("/law/no-such-part")]
    [InlineData("/law/calendar/9999")]
    public async Task Page_OfSomethingUnknown_IsNotFound(string path) =>
        (await (await Reader()).Browser.Get(path)).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Register_NewerVersion_SaysWhatChanged()
    {
        var page = await (await Reader()).Browser.Get("/law/registers/inspection/2024-12-30");
        page.Words("#changes").ShouldContain("与2018-12-05版相比");
        page.Words("#changes").ShouldContain("新增关口超过本年度检查频次上限");
        page.Words("#changes").ShouldContain("删除环节退回重查");
    }

    [Fact]
    public async Task Register_Gate_IsExplainedInChineseWithItsArticle()
    {
        var page = await (await Reader()).Browser.Get("/law/registers/inspection/2024-12-30");
        var gate = page.Words("#gate-two_officers");
        gate.ShouldContain("执法人员持证人数不小于最少执法人员数");
        gate.ShouldContain("《行政处罚法》第四十二条");
        page.One("#gate-two_officers a[href='/law/statutes/penalty-law-2021']");
    }

    [Fact]
    public async Task Register_Clock_ShowsTheValueOfItsParameter() =>
        (await (await Reader()).Browser.Get("/law/registers/inspection/2024-12-30")).Words("#clock-result").ShouldContain("3个工作日（参数）");

    [Fact]
    public async Task Register_SourceLine_IsWhereTheItemStands()
    {
        var (host, browser) = await Reader();
        var gate = host.Store.Law.Current.Latest("inspection").Gates.First(g => g.Id == "two_officers");
        var page = await browser.Get("/law/registers/inspection/2024-12-30");
        page.Words($"#L-0-{gate.Position.Line}").ShouldStartWith("two_officers:");
    }

    [Fact]
    public async Task Statute_OnADayBeforeItCameIntoForce_IsNotYetInForce()
    {
        var page = await (await Reader()).Browser.Get("/law/statutes/reconsideration-law-2023?on=2023-12-31");
        page.Words(".head").ShouldContain("尚未施行");
    }

    [Fact]
    public async Task Statute_ListsWhoCitesIt()
    {
        var page = await (await Reader()).Browser.Get("/law/statutes/penalty-law-2021");
        page.Text.ShouldContain("第四十二条关口检查人员不得少于两人，均应持有效执法证件");
    }

    [Fact]
    public async Task Calendar_NationalDay2024_IsOffAndExchangedDaysAreWorked()
    {
        var page = await (await Reader()).Browser.Get("/law/calendar/2024");
        page.All(".off").Count.ShouldBe(28);
        page.All(".makeup").Count.ShouldBe(8);
        page.Text.ShouldContain("国办发明电〔2023〕7号");
    }

    [Theory]
    [InlineData("听证", "听证")]
    [InlineData("行政复议法", "中华人民共和国行政复议法")]
    [InlineData("最少执法人员数", "最少执法人员数")]
    public async Task Search_FindsByWord(string words, string found) =>
        (await (await Reader()).Browser.Get("/law?q=" + Uri.EscapeDataString(words))).Words("table td").ShouldContain(found);

    [Fact]
    public async Task Law_WithoutSignIn_LeadsToSignIn() =>
        (await (await hosts.On(DatabaseKind.Sqlite)).Open().Get("/law")).Path.ShouldStartWith("/sign-in");

    // An identifier of the definition where a reader expects words: 不能办理：决定（order）.
    [GeneratedRegex("不能办理：.*（([^）]*；)?[a-z_]+）")]
    private static partial Regex RawName();
}
