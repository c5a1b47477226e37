using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Fadu.Browser.Tests;

/// <summary>What every page must fulfil, and how a person fills a form.</summary>
internal static class PageChecks
{
    private const string Submit = "form.step-form .buttons button.btn-primary[type=submit]";

    /// <summary>No violation that axe can see.</summary>
    public static async Task ShouldBeAccessible(this IPage page)
    {
        var result = await page.RunAxe();
        result.Violations.Select(v => $"{v.Id}: {v.Help} — {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}").ShouldBeEmpty(page.Url);
    }

    /// <summary>Nothing reaches beyond the right edge.</summary>
    public static async Task ShouldNotScrollSideways(this IPage page)
    {
        const string beyond = "[...document.querySelectorAll('main *')].filter(e => e.checkVisibility() && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(' | ')";
        var width = await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");
        width.ShouldBe(0, $"{page.Url}: {(width > 0 ? await page.EvaluateAsync<string>(beyond) : "")}");
    }

    /// <summary>Fills inputs by name: texts, days, choices, radio buttons.</summary>
    public static async Task Fill(this IPage page, params (string Name, string Value)[] inputs)
    {
        foreach (var (name, value) in inputs)
        {
            var input = page.Locator($"[name='{name}']").First;
            switch (await input.EvaluateAsync<string>("e => e.tagName === 'SELECT' ? 'select' : e.type"))
            {
                case "select":
                    await input.SelectOptionAsync(value);
                    break;
                case "radio":
                    await page.Locator($"[name='{name}'][value='{value}']").CheckAsync();
                    break;
                default:
                    await input.FillAsync(value);
                    break;
            }
        }
    }

    /// <summary>Attaches a file to each required instrument of a form and submits it.</summary>
    public static async Task SubmitStep(this IPage page, params (string Name, string Value)[] inputs)
    {
        await page.Fill(inputs);
        foreach (var slot in await page.Locator("form.step-form input[type=file][id^='file.']").AllAsync())
        {
            if (await slot.Locator("xpath=..").Locator(".required").CountAsync() > 0)
            {
                await slot.SetInputFilesAsync(new FilePayload { Name = "文书.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7\n"u8.ToArray() });
            }
        }

        await page.Locator(Submit).ClickAsync();
    }

    /// <summary>The digits of a printed figure.</summary>
    public static int Number(string printed) => int.Parse(string.Concat(printed.Where(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture);
}
