using Microsoft.Playwright;

namespace Fadu.Browser.Tests;

/// <summary>Template, upload, preview with errors, import of the valid rows, the same file again, reconciliation.</summary>
[Collection(FaduCollection.Name)]
public sealed class ImportTests(RunningFadu fadu)
{
    private const string Home = "/registers/penalty/import";
    private const string Source = "综合执法办案系统";

    [BrowserFact]
    public async Task Template_FilledAndUploadedTwice_ImportsTheValidRowsOnceAndReconciles()
    {
        var page = await fadu.As("sfj");
        await page.GotoAsync(Home);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "下载模板" }).ClickAsync());
        download.SuggestedFilename.ShouldBe("行政处罚案件导入模板.xlsx");
        var file = FilledTemplate.Fill(await File.ReadAllBytesAsync(await download.PathAsync()), "行政处罚案件", Row("A-1"), Row("A-2"), Row("A-3", ("当场处罚日期", "2024.13.1")));

        await Upload(page, file);
        (await Counts(page)).ShouldBe((3, 2, 0, 1));
        var errors = await page.Locator("#error-rows").InnerTextAsync();
        errors.ShouldContain("A-3");
        errors.ShouldContain("“2024.13.1”不是存在的日期");
        await page.ShouldBeAccessible();
        await page.SetViewportSizeAsync(390, 844);
        await page.ShouldNotScrollSideways();
        await page.SetViewportSizeAsync(1366, 768);
        await page.GetByRole(AriaRole.Button, new() { Name = "只导入正确的 2 行" }).ClickAsync();
        await page.Locator("#written-rows").WaitForAsync();
        (await page.Locator("#written-rows tbody tr").CountAsync()).ShouldBe(2);

        await page.GotoAsync(Home);
        await Upload(page, file);
        (await Counts(page)).ShouldBe((3, 0, 2, 1), "the same file again adds nothing");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("已经导入过");
        (await page.Locator("#decide button[value=valid], #decide button[value=all]").CountAsync()).ShouldBe(0);

        await page.GotoAsync("/registers/penalty/reconcile");
        await page.Fill(("source", Source));
        await page.Locator("#table").SetInputFilesAsync(new FilePayload { Name = "清单.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes("外部编号,办结日期\nA-1,2024-09-20\nA-2,2024-10-01\nA-9,2024-01-01\n") });
        await page.GetByRole(AriaRole.Button, new() { Name = "核对", Exact = true }).ClickAsync();
        (await page.Locator("#verdict").InnerTextAsync()).ShouldContain("一致 1 项");
        var differences = await page.Locator("#differences").InnerTextAsync();
        differences.ShouldContain("A-2");
        differences.ShouldContain("2024-09-20");
        differences.ShouldContain("A-9");
        await page.ShouldBeAccessible();
        await page.Context.CloseAsync();
    }

    private static async Task Upload(IPage page, byte[] file)
    {
        await page.Fill(("source", Source), ("office", "zfj"));
        await page.Locator("#table").SetInputFilesAsync(new FilePayload { Name = "九月案件.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = file });
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并检查" }).ClickAsync();
        await page.Locator("#decide").WaitForAsync();
    }

    private static async Task<(int Read, int Added, int Same, int Errors)> Counts(IPage page)
    {
        async Task<int> Number(string id) => PageChecks.Number(await page.Locator("#" + id).InnerTextAsync());
        return (await Number("read"), await Number("added"), await Number("same"), await Number("errors"));
    }

    private static Dictionary<string, string> Row(string external, params (string Heading, string Value)[] changes)
    {
        Dictionary<string, string> row = new()
        {
            ["外部编号"] = external,
            ["执法人员"] = "孙立（33039912001）、赵刚（33039912002）",
            ["当事人"] = "张三丰",
            ["当事人类别"] = "自然人",
            ["执法领域"] = "城管",
            ["案由"] = "占用城市道路设摊经营",
            ["违法事实"] = "在人行道上设摊。",
            ["处罚依据"] = "市容和环境卫生管理条例",
            ["处罚种类"] = "罚款",
            ["处罚内容"] = "罚款五十元",
            ["罚款金额"] = "50",
            ["应当公示"] = "是",
            ["违法地点"] = "中山路",
            ["当场收缴罚款"] = "否",
            ["当场处罚日期"] = "2024-09-07",
            ["当场处罚文号"] = $"青综执当罚〔2024〕{external}号",
            ["履行完毕日期"] = "2024-09-12",
            ["履行情况"] = "自动履行",
            ["结案日期"] = "2024-09-20",
            ["结案方式"] = "处罚决定执行完毕",
        };
        foreach (var (heading, value) in changes)
        {
            row[heading] = value;
        }

        return row;
    }
}
