using Fadu.Core;
using Fadu.Core.Replays;
using Fadu.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Fadu.Browser.Tests;

/// <summary>The real host on a free port over a small demonstration district, and one browser for all tests.</summary>
public sealed class RunningFadu : IAsyncLifetime
{
    /// <summary>One matter in so many of the demonstration year.</summary>
    private const int Divide = 60;

    private readonly string folder = Directory.CreateTempSubdirectory("fadu-browser-").FullName;
    private readonly Dictionary<string, string> sessions = [];
    private FaduSystem? system;
    private WebApplication? app;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public FaduSystem Store => system!;

    public string Address => app!.Urls.First();

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null)
        {
            return;
        }

        var options = new FaduOptions { Data = folder, Law = Installation.Law };
        await Demonstration.CreateAsync(options, TimeProvider.System, Divide, null);
        system = await FaduSystem.OpenAsync(options, TimeProvider.System);
        app = FaduHost.Build(system, [], builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
        });
        await app.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Program, Args = Chromium.Arguments });
    }

    /// <summary>A page without a session.</summary>
    public async Task<IPage> Open(int width = 1366, int height = 768, string? session = null)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = Address,
            ViewportSize = new() { Width = width, Height = height },
            Locale = "zh-CN",
            StorageState = session,
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    /// <summary>A page of an account; signs in when it is first asked for.</summary>
    public async Task<IPage> As(string login, int width = 1366, int height = 768)
    {
        if (!sessions.TryGetValue(login, out var session))
        {
            var page = await Open();
            await SignIn(page, login);
            sessions[login] = session = await page.Context.StorageStateAsync();
            await page.Context.CloseAsync();
        }

        return await Open(width, height, session);
    }

    public static async Task SignIn(IPage page, string login)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("登录名").FillAsync(login);
        await page.GetByLabel("密码").FillAsync(Demonstration.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in"));
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
        if (app is not null)
        {
            await app.DisposeAsync();
            await system!.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>Tests that share one running Fadu, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class FaduCollection : ICollectionFixture<RunningFadu>
{
    public const string Name = "Fadu in the browser";
}
