using Deque.AxeCore.Playwright;

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
        { "sfj", "/law" },
        { "sfj", "/law/registers/reconsideration" },
        { "sfj", "/law/statutes/penalty-law-2021" },
        { "sfj", "/law/measures/penalty.filed" },
        { "sfj", "/law/calendar/2024" },
        { "sfj", "/law/rules" },
        { "sfj", "/checker" },
    };

    [BrowserTheory, MemberData(nameof(Pages))]
    public async Task Page_OnALaptop_HasNoViolations(string login, string path)
    {
        var page = await fadu.As(login);
        await page.GotoAsync(path);
        var result = await page.RunAxe();
        result.Violations.Select(v => $"{v.Id}: {v.Help} — {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}").ShouldBeEmpty();
        (await Overflow(page)).ShouldBe(0);
        await page.Context.CloseAsync();
    }

    [BrowserTheory, MemberData(nameof(Pages))]
    public async Task Page_OnAPhone_DoesNotScrollSideways(string login, string path)
    {
        var page = await fadu.As(login, 390, 844);
        await page.GotoAsync(path);
        (await Overflow(page)).ShouldBe(0);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task SignIn_HasNoViolations()
    {
        var page = await fadu.Open();
        await page.GotoAsync("/sign-in");
        (await page.RunAxe()).Violations.Select(v => v.Id + ": " + v.Help).ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    private static Task<int> Overflow(Microsoft.Playwright.IPage page) =>
        page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");
}
