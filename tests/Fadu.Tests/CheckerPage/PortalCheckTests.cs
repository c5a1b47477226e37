using System.Net;
using System.Text;
using Fadu.Core.Districts;
using Fadu.Tests.Databases;
using Fadu.Tests.Host;

namespace Fadu.Tests.CheckerPage;

/// <summary>The checker for everybody: closed until the district opens it, bounded in size, and without a trace of the workspace.</summary>
public sealed class PortalCheckTests(TestHosts hosts) : IClassFixture<TestHosts>
{
    private const string Wrong = "2024年共收到申请58件，其中受理50件，不予受理10件。";

    private async Task<TestHost> Host(bool open)
    {
        var host = await hosts.On(DatabaseKind.Sqlite);
        await host.Allow(DistrictSettings.PortalCheck, open);
        return host;
    }

    [Fact]
    public async Task PortalCheck_UntilTheDistrictAllowsIt_DoesNotExist()
    {
        var host = await Host(open: false);
        (await host.Open().Get("/portal/check")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.Open().Get("/sign-in")).All("a[href='/portal/check']").ShouldBeEmpty();
    }

    [Fact]
    public async Task PortalCheck_Allowed_ChecksWithoutSigningInAndKeepsNothing()
    {
        var host = await Host(open: true);
        (await host.Open().Get("/sign-in")).All("a[href='/portal/check']").Count.ShouldBe(1);
        var page = await (await host.Open().Get("/portal/check")).Submit("#check", ("Text", Wrong));
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Words("#f1").ShouldContain("50+10=60");
        page.All("#menu").ShouldBeEmpty();
        var temporary = Path.Combine(host.Store.Options.Data, "tmp");
        (Directory.Exists(temporary) ? Directory.GetFileSystemEntries(temporary) : []).ShouldBeEmpty();
    }

    [Fact]
    public async Task PortalCheck_FileOverItsLimit_IsRefusedInChinese()
    {
        var host = await Host(open: true);
        var page = await (await host.Open().Get("/portal/check")).Submit("#check", null, [], [new("Report", "大.txt", Encoding.ASCII.GetBytes(new string('a', 21 * 1024 * 1024)))]);
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Words("[role=alert]").ShouldContain("超过20MB");
    }

    [Fact]
    public async Task Settings_Changed_AreInTheAuditRecord()
    {
        var host = await Host(open: true);
        (await (await host.As("shenji")).Get("/admin/audit?kind=changes")).Text.ShouldContain("门户开放年报校核");
    }
}
