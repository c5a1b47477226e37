using System.Net;
using Fadu.Core.Districts;
using Fadu.Tests.Databases;
using Fadu.Tests.Host;

namespace Fadu.Tests.CheckerPage;

/// <summary>The limit on checks from one address; on a host of its own, because all tests come from one address.</summary>
public sealed class PortalLimitTests(TestHosts hosts) : IClassFixture<TestHosts>
{
    [Fact]
    public async Task PortalCheck_TooOftenFromOneAddress_IsAskedToWait()
    {
        var host = await hosts.On(DatabaseKind.Sqlite);
        await host.Allow(DistrictSettings.PortalCheck);
        var browser = host.Open();
        var page = await browser.Get("/portal/check");
        for (var n = 0; n < 30 && page.Status != HttpStatusCode.TooManyRequests; n++)
        {
            page = await (await browser.Get("/portal/check")).Submit("#check", ("Text", "2024年共收到申请58件，其中受理50件，不予受理10件。"));
        }

        page.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        page.Text.ShouldContain("校核太频繁");
    }
}
