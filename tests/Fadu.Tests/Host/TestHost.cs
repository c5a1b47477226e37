using Fadu.Core;
using Fadu.Core.Districts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Fadu.Tests.Host;

/// <summary>A running host with its store and clock.</summary>
public class TestHost(FaduSystem system, WebApplication app, FakeClock clock, string password) : IAsyncDisposable
{
    private readonly Dictionary<string, Browser> signedIn = [];

    public FaduSystem Store { get; } = system;

    public IServiceProvider Services => app.Services;

    public FakeClock Clock { get; } = clock;

    /// <summary>A browser without a session.</summary>
    public Browser Open() => new(app.GetTestServer().CreateHandler());

    /// <summary>The browser of an account; signs in when it is first asked for.</summary>
    public async Task<Browser> As(string login)
    {
        if (!signedIn.TryGetValue(login, out var browser))
        {
            browser = Open();
            var page = await browser.Get("/sign-in");
            var home = await page.Submit("form", ("login", login), ("password", password));
            home.Status.ShouldBe(System.Net.HttpStatusCode.OK, home.Text);
            signedIn[login] = browser;
        }

        return browser;
    }

    /// <summary>Opens or closes something for the public, as the head of the justice office does.</summary>
    public async Task Allow(string setting, bool on = true)
    {
        var settings = Services.GetRequiredService<DistrictSettings>();
        if (await settings.AllowsAsync(setting) != on)
        {
            var page = await (await As("sifa-head")).Get("/admin/settings");
            await page.Submit($"#{setting} form", ("reason", "区政府常务会议同意"));
        }

        (await settings.AllowsAsync(setting)).ShouldBe(on);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Store.DisposeAsync();
    }
}
