using Microsoft.Playwright;

namespace Fadu.Browser.Tests;

/// <summary>Anybody who may can have the whole ledger verified, and sees the outcome.</summary>
[Collection(FaduCollection.Name)]
public sealed class LedgerTests(RunningFadu fadu)
{
    [BrowserFact]
    public async Task Ledger_Verified_ShowsThatNothingWasTamperedWith()
    {
        await fadu.Store.Sealer.SealAsync();
        var page = await fadu.As("shenji");
        await page.GotoAsync("/admin/ledger");
        await page.GetByRole(AriaRole.Button, new() { Name = "核验全部数据" }).ClickAsync();
        await page.Locator("#result").WaitForAsync(new() { Timeout = 120_000 });
        (await page.Locator("#result").InnerTextAsync()).ShouldContain("未发现改动");
        await page.ShouldBeAccessible();
        await page.ShouldNotScrollSideways();
        var checkpoint = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "下载最新检查点" }).ClickAsync());
        (await File.ReadAllTextAsync(await checkpoint.PathAsync())).ShouldNotBeEmpty();
        await page.SetViewportSizeAsync(390, 844);
        await page.ShouldNotScrollSideways();
        await page.Context.CloseAsync();
    }
}
