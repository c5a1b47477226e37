namespace Fadu.Browser.Tests;

/// <summary>Main pages: no violation that axe can see, and no sideways scrolling on a laptop or a phone.</summary>
[Collection(FaduCollection.Name)]
public sealed class MainPagesTests(RunningFadu fadu)
{
    public static TheoryData<string, string> Pages => new()
    {
        { "sfj", "/" },
        { "sfj", "/registers/legality-review" },
        { "fuyi", "/registers/reconsideration" },
        { "zfb", "/registers/disclosure-request/new" },
        { "sfj", "/registers/penalty/import" },
        { "sfj", "/registers/penalty/reconcile" },
        { "sfj", "/registers/penalty/export" },
        { "jiandu", "/findings" },
        { "sfj", "/measures?year=2024" },
        { "sfjz", "/measures/reconsideration.correction_rate?period=2024" },
        { "sfj", "/measures/penalty.filed/matters?period=2024" },
        { "sfj", "/tables" },
        { "sfj", "/tables/disclosure-annual?period=2024" },
        { "sfj", "/tables/enforcement-annual?period=2024" },
        { "sfj", "/assessment?year=2024" },
        { "sfj", "/assessment/scj?year=2024" },
        { "sfj", "/reports" },
        { "sfj", "/law" },
        { "sfj", "/law/registers/reconsideration" },
        { "sfj", "/law/statutes/penalty-law-2021" },
        { "sfj", "/law/measures/penalty.filed" },
        { "sfj", "/law/calendar/2024" },
        { "sfj", "/law/rules" },
        { "sfj", "/checker" },
        { "sfj", "/admin/ledger" },
    };

    /// <summary>Registers of every module, each with matters in the demonstration year.</summary>
    public static TheoryData<string, string> Registers => new()
    {
        { "zfb", "disclosure-request" },
        { "sfj", "self-assessment" },
        { "sfj", "work-task" },
        { "sfj", "head-duty" },
        { "sfj", "study-session" },
        { "sfj", "dispute-sweep" },
        { "sfj", "document-cleanup" },
        { "sfj", "power-item" },
        { "sfj", "file-review" },
        { "sfj", "licence" },
        { "sfj", "legal-aid" },
        { "sfj", "fair-competition-review" },
    };

    [BrowserTheory, MemberData(nameof(Pages))]
    public async Task Page_OnALaptop_HasNoViolations(string login, string path)
    {
        var page = await fadu.As(login);
        (await page.GotoAsync(path))!.Status.ShouldBe(200);
        await page.ShouldBeAccessible();
        await page.ShouldNotScrollSideways();
        await page.Context.CloseAsync();
    }

    [BrowserTheory, MemberData(nameof(Pages))]
    public async Task Page_OnAPhone_DoesNotScrollSideways(string login, string path)
    {
        var page = await fadu.As(login, 390, 844);
        await page.GotoAsync(path);
        await page.ShouldNotScrollSideways();
        await page.Context.CloseAsync();
    }

    [BrowserTheory, MemberData(nameof(Registers))]
    public async Task Matter_OfARegister_HasNoViolationsAndFitsAPhone(string login, string register)
    {
        var page = await fadu.As(login);
        await page.GotoAsync("/registers/" + register);
        await page.Locator("table.list tbody tr[data-href]").First.ClickAsync();
        await page.WaitForURLAsync("**/matters/*");
        (await page.Locator(".timeline > li").CountAsync()).ShouldBeGreaterThan(0);
        await page.ShouldBeAccessible();
        await page.SetViewportSizeAsync(390, 844);
        await page.ShouldNotScrollSideways();
        await page.GotoAsync("/registers/" + register);
        await page.ShouldNotScrollSideways();
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task SignIn_HasNoViolations()
    {
        var page = await fadu.Open();
        await page.GotoAsync("/sign-in");
        await page.ShouldBeAccessible();
        await page.Context.CloseAsync();
    }
}
