using Microsoft.Playwright;

namespace Fadu.Browser.Tests;

/// <summary>From a figure to exactly the matters behind it.</summary>
[Collection(FaduCollection.Name)]
public sealed class MeasureTests(RunningFadu fadu)
{
    [BrowserFact]
    public async Task Figure_ClickedThrough_ListsAsManyMattersAsItCounts()
    {
        var page = await fadu.As("sfj");
        await page.GotoAsync("/measures?year=2024");
        var card = page.Locator("a.figure-card[data-measure='penalty.filed']");
        var printed = PageChecks.Number(await card.Locator(".value b").InnerTextAsync());
        await card.ClickAsync();
        await page.WaitForURLAsync("**/measures/penalty.filed?*");
        (await page.Locator("[data-offices] tfoot td.num").First.InnerTextAsync()).ShouldBe(printed.ToString(System.Globalization.CultureInfo.InvariantCulture));

        await page.Locator("a[data-figure]").ClickAsync();
        await page.WaitForURLAsync("**/matters?*");
        PageChecks.Number(await page.Locator("[data-count]").InnerTextAsync()).ShouldBe(printed);
        HashSet<string> matters = [];
        while (true)
        {
            foreach (var row in await page.Locator("tr[data-matter]").AllAsync())
            {
                matters.Add((await row.GetAttributeAsync("data-matter"))!).ShouldBeTrue("no matter twice");
            }

            if (await page.Locator("a[rel=next]").CountAsync() == 0)
            {
                break;
            }

            await page.Locator("a[rel=next]").ClickAsync();
        }

        matters.Count.ShouldBe(printed);
        await page.Locator("tr[data-matter] a").First.ClickAsync();
        await page.WaitForURLAsync("**/matters/*");
        (await page.Locator(".timeline").CountAsync()).ShouldBe(1);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task MeasuresOfAField_AreFollowedByTheLinesOfTheirMonths()
    {
        var page = await fadu.As("sfj");
        await page.GotoAsync("/measures?module=mediation&period=2024");

        await page.Locator("#months-mediation-accepted polyline").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        (await page.Locator("svg.spark:not(:has(polyline))").CountAsync()).ShouldBe(0);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task StatutoryTable_CellClicked_ListsAsManyMattersAsItPrints()
    {
        var page = await fadu.As("sfj");
        await page.GotoAsync("/tables");
        await page.GetByRole(AriaRole.Link, new() { Name = "政府信息公开工作年度报告" }).ClickAsync();
        await page.GotoAsync("/tables/disclosure-annual?period=2024");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("2条勾稽关系全部成立");
        var cell = page.Locator("[data-sheet=requests] tbody tr").First.Locator("a").First;
        var printed = PageChecks.Number(await cell.InnerTextAsync());
        await cell.ClickAsync();
        await page.WaitForURLAsync("**/measures/*/matters?*");
        PageChecks.Number(await page.Locator("[data-count]").InnerTextAsync()).ShouldBe(printed);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Assessment_OfficeOpened_LeadsFromTheScoreToTheMeasure()
    {
        var page = await fadu.As("sfj");
        await page.GotoAsync("/assessment?year=2024");
        var office = page.Locator("[data-assessment] tbody tr").First;
        var total = await office.Locator("td.num b").InnerTextAsync();
        await office.Locator("a").ClickAsync();
        (await page.Locator(".measure-head .figure b").InnerTextAsync()).ShouldBe(total);
        var item = page.Locator("tr[data-item]:has(a[href*='/measures/'])").First;
        await item.Locator("a").ClickAsync();
        await page.WaitForURLAsync("**/measures/*");
        (await page.Locator("[data-definitions]").CountAsync()).ShouldBe(1);
        await page.Context.CloseAsync();
    }
}
