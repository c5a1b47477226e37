using System.Globalization;
using System.Text.RegularExpressions;
using Fadu.Core.Measures;
using Fadu.Rules.Expressions;
using Fadu.Tests.Databases;
using Fadu.Tests.Measures;

namespace Fadu.Tests.Assessment;

/// <summary>Every point of an office can be traced to the measure it came from.</summary>
[Collection(DemonstrationCollection.Name)]
public sealed class AssessmentPagesTests(DemonstrationStores stores)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Score_OfAnOffice_IsTheArithmeticOfTheMeasuresItLeadsTo(DatabaseKind kind)
    {
        var store = await stores.On(kind);
        var scheme = store.System.Law.Current.AssessmentSchemes["county-2021"];
        var browser = await store.As("sfj");
        var page = await browser.Get("/assessment/scj?year=2024");
        var measured = 0;
        foreach (var row in page.All("tr[data-item]"))
        {
            var item = scheme.Items.Single(i => i.Id == row.GetAttribute("data-item"));
            if (item.Measure is not { } rule)
            {
                continue;
            }

            var value = (await store.System.Measures.EvaluateAsync([rule.Request], new(Period.Year(2024), "scj"), store.Everybody)).Total(rule.Request).Value;
            var points = row.QuerySelectorAll("td")[1].TextContent;
            if (value is not { } rate)
            {
                points.ShouldBe("—", item.Id);
                continue;
            }

            var expected = Math.Round(item.Points * Math.Clamp((rate - rule.Zero) / (rule.Full - rule.Zero), 0, 1), 2, MidpointRounding.AwayFromZero);
            decimal.Parse(points, CultureInfo.InvariantCulture).ShouldBe(expected, item.Id);
            var behind = await browser.Get(row.QuerySelector("a")!.GetAttribute("href")!);
            behind.Words(".measure-head .figure b").TrimEnd('%').ShouldBe((Math.Round(rate * 100, 2, MidpointRounding.AwayFromZero)).ToString("0.##", CultureInfo.InvariantCulture), item.Id);
            measured++;
        }

        measured.ShouldBeGreaterThan(3);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Total_OfAnOffice_IsReachedOverReachableLessDeductions(DatabaseKind kind)
    {
        var browser = await (await stores.On(kind)).As("sfj");
        var list = await browser.Get("/assessment?year=2024");
        var office = list.One("tr[data-office='scj']");
        var page = await browser.Get(office.QuerySelector("a")!.GetAttribute("href")!);

        var sum = Regex.Match(page.Words(".measure-head"), @"得分([\d.]+)÷适用分值([\d.]+)×100(?:−倒扣([\d.]+))?");
        sum.Success.ShouldBeTrue(page.Text);
        decimal Part(int group) => sum.Groups[group].Success ? decimal.Parse(sum.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
        var points = page.All("tr[data-item] td:nth-of-type(2)").Select(c => c.TextContent.Trim()).Where(t => t != "—").Select(t => decimal.Parse(t.Replace('−', '-'), CultureInfo.InvariantCulture)).ToList();
        points.Where(p => p > 0).Sum().ShouldBe(Part(1));
        (-points.Where(p => p < 0).Sum()).ShouldBe(Part(3));
        var total = Math.Max(0, Math.Round(Part(1) / Part(2) * 100 - Part(3), 2, MidpointRounding.AwayFromZero));
        page.Words(".measure-head .figure b").ShouldBe(total.ToString("0.##", CultureInfo.InvariantCulture));
        office.QuerySelector("td b")!.TextContent.ShouldBe(page.Words(".measure-head .figure b"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Assessment_SeenByOneOffice_ShowsOnlyItself(DatabaseKind kind)
    {
        var browser = await (await stores.On(kind)).As("zfj");
        (await browser.Get("/assessment?year=2024")).All("tr[data-office]").Select(r => r.GetAttribute("data-office")).ShouldBe(["zfj"]);
        (await browser.Get("/assessment/scj?year=2024")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }
}
