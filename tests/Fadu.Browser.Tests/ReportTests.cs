using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Playwright;

namespace Fadu.Browser.Tests;

/// <summary>Compose, freeze, download, and go from a figure of the frozen report to its matters.</summary>
[Collection(FaduCollection.Name)]
public sealed partial class ReportTests(RunningFadu fadu)
{
    [BrowserFact]
    public async Task Report_ComposedAndFrozen_IsDownloadedAndLeadsFromAFigureToItsMatters()
    {
        var page = await fadu.As("sfjz");
        await page.GotoAsync("/reports");
        await page.Fill(("template", "county"), ("year", "2024"));
        await page.GetByRole(AriaRole.Button, new() { Name = "开始编写" }).ClickAsync();
        await page.WaitForURLAsync("**/reports/2024-county");
        foreach (var part in new[] { "一、", "二、", "三、", "四、", "五、" })
        {
            (await page.Locator(".official-document .heading-1").AllInnerTextsAsync()).ShouldContain(h => h.StartsWith(part, StringComparison.Ordinal));
        }

        await page.ShouldBeAccessible();
        await page.GetByRole(AriaRole.Link, new() { Name = "定稿", Exact = true }).ClickAsync();
        await page.ShouldBeAccessible();
        await page.Fill(("reason", "核对无误，予以定稿"));
        await page.GetByRole(AriaRole.Button, new() { Name = "确认定稿" }).ClickAsync();
        await page.WaitForURLAsync(Frozen());
        await page.ShouldBeAccessible();

        var figure = page.Locator(".official-document p a.figure").Filter(new() { HasTextRegex = WholeNumber() }).First;
        var printed = (await figure.InnerTextAsync()).Trim();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "下载 DOCX" }).ClickAsync());
        using (var document = WordprocessingDocument.Open(await download.PathAsync(), isEditable: false))
        {
            document.MainDocumentPart!.Document!.Body!.InnerText.ShouldContain("法治政府建设年度报告");
            document.MainDocumentPart.Document.Body.InnerText.ShouldContain(printed);
        }

        await figure.ClickAsync();
        await page.Locator("#source .source-figure").WaitForAsync();
        (await page.Locator("#source .source-figure b").InnerTextAsync()).ShouldBe(printed);
        (await page.Locator("#source").InnerTextAsync()).ShouldContain("与定稿一致");
        await page.GetByRole(AriaRole.Link, new() { Name = "查看背后的事项" }).ClickAsync();
        await page.WaitForURLAsync("**/figures/*");
        PageChecks.Number(await page.Locator("h2 .muted").First.InnerTextAsync()).ShouldBe(PageChecks.Number(printed));
        (await page.Locator("table.list tbody tr").CountAsync()).ShouldBe(Math.Min(100, PageChecks.Number(printed)));
        await page.ShouldBeAccessible();
        await page.SetViewportSizeAsync(390, 844);
        await page.ShouldNotScrollSideways();
        await page.GoBackAsync();
        await page.ShouldNotScrollSideways();
        await page.Context.CloseAsync();
    }

    [GeneratedRegex(@"/reports/2024-county/frozen/[^/?]+$")]
    private static partial Regex Frozen();

    // A plain count of some matters, not a rate.
    [GeneratedRegex(@"^\s*[1-9]\d{0,2}\s*$")]
    private static partial Regex WholeNumber();
}
