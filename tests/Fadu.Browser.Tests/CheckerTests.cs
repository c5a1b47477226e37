using Microsoft.Playwright;

namespace Fadu.Browser.Tests;

/// <summary>The checker as a person uses it: paste, look, jump, take the comments along.</summary>
[Collection(FaduCollection.Name)]
public sealed class CheckerTests(RunningFadu fadu)
{
    [BrowserFact]
    public async Task Report_Pasted_IsMarkedAndFindingsLeadToTheMarks()
    {
        var page = await fadu.As("sfj");
        await page.GotoAsync("/checker");
        await page.GetByLabel("粘贴报告文字").First.FillAsync("2024年共收到申请58件，其中受理50件，不予受理10件。");
        await page.GetByRole(AriaRole.Button, new() { Name = "校核", Exact = true }).ClickAsync();
        (await page.Locator("mark.v-contradiction").First.InnerTextAsync()).ShouldContain("58件");
        await page.Locator("#f1 a").ClickAsync();
        page.Url.ShouldEndWith("#m1");
        await page.ShouldBeAccessible();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "下载带批注的 Word 文档" }).ClickAsync());
        download.SuggestedFilename.ShouldEndWith(".docx");
        await page.Context.CloseAsync();
    }
}
