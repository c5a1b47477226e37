using Microsoft.Playwright;

namespace Fadu.Browser.Tests;

/// <summary>Signing in, the workbench, and a register: filter, sort, search, export.</summary>
[Collection(FaduCollection.Name)]
public sealed class WorkspaceTests(RunningFadu fadu)
{
    [BrowserFact]
    public async Task Clerk_SignsIn_AndSeesTheWorkbench()
    {
        var page = await fadu.Open();
        await RunningFadu.SignIn(page, "sfj");
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("工作台");
        foreach (var word in new[] { "待办", "本单位在办", "临期", "超期", "监督发现" })
        {
            (await page.Locator(".figures").InnerTextAsync()).ShouldContain(word);
        }

        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Register_IsFilteredSortedSearchedAndOpenedByKeyboard()
    {
        var page = await fadu.As("fuyi");
        await page.GotoAsync("/registers/reconsideration");
        var rows = page.Locator("table.list tbody tr");
        (await rows.CountAsync()).ShouldBeGreaterThan(0);
        var number = (await page.Locator("table.list tbody tr td a").Filter(new() { HasText = "〔" }).First.InnerTextAsync()).Trim();

        await page.Locator("main input[type=search]").FillAsync(number);
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        (await rows.CountAsync()).ShouldBe(1);
        (await page.Locator(".chip").First.InnerTextAsync()).ShouldContain(number);

        await page.GotoAsync("/registers/reconsideration");
        await page.Locator("table.list thead a").First.ClickAsync();
        (await page.Locator("th[aria-sort]").CountAsync()).ShouldBe(1);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/matters/*");
        (await page.Locator("h1").InnerTextAsync()).ShouldNotBeEmpty();
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Register_Export_IsAWorkbook()
    {
        var page = await fadu.As("sfj");
        await page.GotoAsync("/registers/legality-review");
        await page.GetByRole(AriaRole.Link, new() { Name = "导出台账" }).ClickAsync();
        var button = page.Locator("main form button[type=submit]").First;
        var download = await page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
        download.SuggestedFilename.ShouldEndWith(".xlsx");
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync());
        bytes[..2].ShouldBe("PK"u8.ToArray());
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Menu_OnAPhone_OpensAndCloses()
    {
        var page = await fadu.As("sfj", 390, 844);
        await page.GotoAsync("/");
        var menu = page.Locator("#menu");
        await page.GetByRole(AriaRole.Button, new() { Name = "打开菜单" }).ClickAsync();
        await menu.WaitForAsync(new() { State = WaitForSelectorState.Visible });
        await page.GetByRole(AriaRole.Button, new() { Name = "关闭菜单" }).ClickAsync();
        await menu.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await page.Context.CloseAsync();
    }
}
