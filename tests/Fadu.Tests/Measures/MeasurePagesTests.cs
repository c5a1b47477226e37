using System.Globalization;
using System.Net;
using Fadu.Core.Measures;
using Fadu.Rules.Expressions;
using Fadu.Rules.Measures;
using Fadu.Tests.Databases;
using Fadu.Tests.Host;
using Fadu.Tests.Tables;

namespace Fadu.Tests.Measures;

/// <summary>The pages about measures and findings: they print what the service counts, and list exactly that.</summary>
[Collection(DemonstrationCollection.Name)]
public sealed class MeasurePagesTests(DemonstrationStores stores)
{
    private const string Filed = "/measures/penalty.filed?period=2024";
    private static readonly MeasureQuestion Year = new(Period.Year(2024));

    [Theory, OnSqlite, OnPostgres]
    public async Task MeasurePage_OfTheYear_PrintsTheServicesFigureInTotalAndByOffice(DatabaseKind kind)
    {
        var store = await stores.On(kind);
        var page = await (await store.As("sfj")).Get(Filed);
        var request = new MeasureRequest("penalty.filed");
        var figures = await store.System.Measures.EvaluateAsync([request], Year, store.Everybody);

        Number(page.Words("a[data-figure] b")).ShouldBe(figures.Total(request).Value!.Value);
        var rows = page.All("tr[data-office]");
        rows.ToDictionary(r => r.GetAttribute("data-office")!, r => (decimal?)Number(r.QuerySelector("td.num")!.TextContent))
            .ShouldBe(figures.Offices.Where(o => figures.Of(request, o).Value > 0).ToDictionary(o => o, o => figures.Of(request, o).Value), ignoreOrder: true);
        rows.Count.ShouldBeGreaterThan(3);
    }

    [Theory]
    [OnSqlite("/measures/penalty.filed?period=2024", "[data-offices] tbody td.num:first-of-type a")]
    [OnPostgres("/measures/penalty.filed?period=2024", "[data-offices] tbody td.num:first-of-type a")]
    [OnSqlite("/measures/reconsideration.concluded?period=2024&by=result", "[data-split] td.num a")]
    [OnPostgres("/measures/reconsideration.concluded?period=2024&by=result", "[data-split] td.num a")]
    public async Task FigureOfAPage_ClickedThrough_ListsAsManyMattersAsItPrints(DatabaseKind kind, string address, string links)
    {
        var store = await stores.On(kind);
        var browser = await store.As("sfj");
        var figures = (await browser.Get(address)).All(links).Where(l => Number(l.TextContent) > 0).Take(6).ToList();
        figures.Count.ShouldBeGreaterThan(1);
        foreach (var figure in figures)
        {
            var list = await browser.Get(figure.GetAttribute("href")!);
            Number(list.Words("[data-count]")).ShouldBe(Number(figure.TextContent), list.Path);
            List<string> matters = [];
            for (var page = list; ; page = await page.Click("a[rel=next]"))
            {
                matters.AddRange(page.All("tr[data-matter]").Select(r => r.GetAttribute("data-matter")!));
                if (page.All("a[rel=next]").Count == 0)
                {
                    break;
                }
            }

            matters.ShouldBeUnique();
            ((decimal)matters.Count).ShouldBe(Number(figure.TextContent), list.Path);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task MonthsOfAField_HaveALineForEveryPlaceOnThePage(DatabaseKind kind)
    {
        var browser = await (await stores.On(kind)).As("sfj");
        var page = await browser.Get("/measures?module=disputes&period=2024");
        var lines = await browser.Get(page.All("[hx-get]").Single().GetAttribute("hx-get")!);

        lines.All("svg[hx-swap-oob]").Select(s => s.Id).ShouldBe(page.All("svg.spark").Select(s => s.Id), ignoreOrder: true);
        lines.All("#months-litigation-cases polyline").Count.ShouldBe(1);
        page.All("svg.spark polyline").ShouldBeEmpty();
        (await browser.Get("/measures?handler=Months")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Rate_ClickedThrough_ListsNumeratorAndDenominator(DatabaseKind kind)
    {
        var browser = await (await stores.On(kind)).As("sfj");
        var page = await browser.Get("/measures/reconsideration.correction_rate?period=2024");
        var sides = page.All(".measure-head p a").Select(a => (Printed: Number(a.TextContent), Address: a.GetAttribute("href")!)).ToList();

        sides.Count.ShouldBe(2);
        sides[1].Printed.ShouldBeGreaterThan(sides[0].Printed);
        foreach (var (printed, address) in sides)
        {
            Number((await browser.Get(address)).Words("[data-count]")).ShouldBe(printed, address);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task MeasurePages_OfAnAccountWithOneOffice_HideTheOthers(DatabaseKind kind)
    {
        var store = await stores.On(kind);
        var browser = await store.As("zfj");
        var page = await browser.Get(Filed);

        page.All("tr[data-office]").Select(r => r.GetAttribute("data-office")).ShouldBe(["zfj"]);
        page.All("select[name=office] option").Select(o => o.GetAttribute("value")).ShouldBe(["", "zfj"]);
        var list = await page.Click("a[data-figure]");
        list.All("tr[data-matter] td:nth-child(3)").Select(c => c.TextContent).Distinct().ShouldBe(["区综合行政执法局"]);
        (await browser.Get(Filed + "&office=scj")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Get("/measures/penalty.filed/matters?period=2024&office=scj")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Matters_Exported_AreThoseOfTheList(DatabaseKind kind)
    {
        var store = await stores.On(kind);
        var browser = await store.As("sfj");
        var list = await browser.Get("/measures/litigation.cases/matters?period=2024");
        var (status, _, file) = await browser.Download(list.One(".actions a").GetAttribute("href")!);

        status.ShouldBe(HttpStatusCode.OK);
        var rows = Workbook.Rows(file, "明细", "编号", "名称");
        ((decimal)rows.Count).ShouldBe(Number(list.Words("[data-count]")));
        list.All("tr[data-matter] td:first-child").Select(c => c.TextContent.Trim()).ShouldBeSubsetOf(rows.Select(r => r["编号"].Text));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Findings_ListedAndExported_AreThoseOfTheServiceWithinTheScope(DatabaseKind kind)
    {
        var store = await stores.On(kind);
        await store.System.Supervision.RunAsync(store.Region);
        var counted = (await store.System.Findings.CountAsync(new(), store.Everybody)).Values.Sum();
        var supervisor = await store.As("jiandu");
        var all = await supervisor.Get("/findings");
        var (_, _, file) = await supervisor.Download("/findings?handler=Export");

        all.One("a.chip").TextContent.ShouldBe($"全部 {counted}");
        Workbook.Rows(file, "监督发现", "规则", "等级").Count.ShouldBe((int)counted);

        var own = await (await store.As("zfj")).Get("/findings");
        var ownCount = (await store.System.Findings.CountAsync(new(Office: "zfj"), store.Everybody)).Values.Sum();
        own.One("a.chip").TextContent.ShouldBe($"全部 {ownCount}");
        own.All("tr[data-finding] td:nth-child(4)").Select(c => c.TextContent).Distinct().ShouldBe(["区综合行政执法局"]);
        var other = (await store.System.Findings.ListAsync(new(Office: "scj"), store.Everybody, 1)).ShouldHaveSingleItem();
        (await (await store.As("zfj")).Get($"/findings/{other.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        ownCount.ShouldBeInRange(1, counted - 1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Findings_Filtered_AreThoseOfAllFiltersAndTheAddressKeepsThem(DatabaseKind kind)
    {
        var store = await stores.On(kind);
        await store.System.Supervision.RunAsync(store.Region);
        var all = await store.System.Findings.ListAsync(new(), store.Everybody, 100_000);
        var rules = all.GroupBy(f => f.Rule).Where(r => store.System.Law.Current.SupervisionRules.ContainsKey(r.Key)).OrderByDescending(r => r.Count()).Select(r => r.Key).Take(2).ToList();
        rules.Count.ShouldBe(2);
        var module = store.System.Law.Current.SupervisionRules[rules[0]].Module;
        var some = all.First(f => f.Rule == rules[0]);
        var word = some.Title[..Math.Min(2, some.Title.Length)];
        var supervisor = await store.As("jiandu");

        (await ShownAsync($"/findings?rule={rules[0]}&rule={rules[1]}")).ShouldBe(all.Count(f => rules.Contains(f.Rule)));
        (await ShownAsync($"/findings?rule={rules[0]}&office={some.Office}&q={Uri.EscapeDataString(word)}"))
            .ShouldBe(all.Count(f => f.Rule == rules[0] && f.Office == some.Office && (f.Title + f.Says + f.Officer).Contains(word, StringComparison.Ordinal)));
        (await ShownAsync($"/findings?module={module}")).ShouldBeInRange(all.Count(f => f.Rule == rules[0]), all.Count);
        (await ShownAsync("/findings?q=" + Uri.EscapeDataString("100%"))).ShouldBe(all.Count(f => (f.Title + f.Says + f.Officer).Contains("100%", StringComparison.Ordinal)), "a sign of the query language is a letter like others");

        var list = await supervisor.Get($"/findings?rule={rules[0]}&rule={rules[1]}&module={module}");
        list.All("input[name=rule][checked]").Select(r => r.GetAttribute("value")).Order().ShouldBe(rules.Order());
        var open = await list.Click("a.chip[href*='status=open']");
        open.Path.ShouldContain($"rule={rules[0]}");
        open.Path.ShouldContain($"rule={rules[1]}");
        open.Path.ShouldContain($"module={module}");
        (await open.Submit("form.filters")).Path.ShouldContain("status=open");

        async Task<int> ShownAsync(string address) => int.Parse((await supervisor.Get(address)).One("a.chip").TextContent.Split(' ')[^1], CultureInfo.InvariantCulture);
    }

    private static decimal Number(string printed) => decimal.Parse(printed.Trim(), NumberStyles.Number, CultureInfo.InvariantCulture);
}
