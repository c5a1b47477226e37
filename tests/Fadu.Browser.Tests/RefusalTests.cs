namespace Fadu.Browser.Tests;

/// <summary>A step against the law: refused with the article, nothing typed is lost, and the lawful step then goes through.</summary>
[Collection(FaduCollection.Name)]
public sealed class RefusalTests(RunningFadu fadu)
{
    [BrowserFact]
    public async Task Answer_WithoutAskingTheThirdParty_IsRefusedWithTheArticleAndKeepsTheInput()
    {
        var page = await fadu.As("zfb");
        await page.GotoAsync("/registers/disclosure-request/new");
        await page.SubmitStep(("on", "2024-12-16"), ("f.applicant", "周知情"), ("f.applicant_type", "natural"), ("f.receipt", "online"), ("f.content", "某企业的申报材料"));
        await page.WaitForURLAsync("**/matters/*");
        var matter = new Uri(page.Url).AbsolutePath;
        (await page.Locator("aside").InnerTextAsync()).ShouldContain("答复期限");

        await page.GotoAsync(matter + "/steps/answer");
        await page.SubmitStep(("on", "2024-12-23"), ("f.answer_kind", "third_party"), ("f.remedies_told", "是"), ("f.answer_text", "不予公开，理由见告知书"));

        var refusal = await page.Locator(".error-summary").InnerTextAsync();
        refusal.ShouldContain("应当先书面征求第三方意见（《政府信息公开条例》第十五条、第三十二条）");
        refusal.ShouldContain("请先办理“征求第三方意见”");
        (await page.Locator("[name='f.answer_text']").InputValueAsync()).ShouldBe("不予公开，理由见告知书");
        (await page.Locator("[name='f.answer_kind']").InputValueAsync()).ShouldBe("third_party");
        (await page.Locator(".kept").InnerTextAsync()).ShouldContain("文书.pdf");
        await page.ShouldBeAccessible();

        await page.GotoAsync(matter);
        (await page.Locator(".timeline > li").CountAsync()).ShouldBe(1, "a refused step leaves no trace in the matter");
        await page.GotoAsync(matter + "/steps/consult_third");
        await page.SubmitStep(("on", "2024-12-18"), ("f.third_name", "某科技有限公司"));
        await page.WaitForURLAsync("**" + matter);
        (await page.Locator("ul.clocks").InnerTextAsync()).ShouldContain("第三方提出意见期限");
        await page.Context.CloseAsync();
    }
}
