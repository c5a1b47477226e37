using System.Net;
using Fadu.Core.Districts;
using Fadu.Tests.Databases;
using Fadu.Tests.Host;
using Fadu.Tests.Imports;

namespace Fadu.Tests.Pages;

/// <summary>The portal shows what was made public, to everybody, and nothing else.</summary>
public sealed class PortalTests(TestHosts hosts) : IClassFixture<TestHosts>
{
    private const string Identifier = "33032619800101001X";
    private const string List = "/portal/published/penalty/spot";

    [Theory, OnSqlite, OnPostgres]
    public async Task Portal_UntilTheDistrictAllowsIt_DoesNotExist(DatabaseKind kind)
    {
        var host = await Host(kind, open: false);

        (await host.Open().Get("/portal")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.Open().Get(List)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.Open().Get("/sign-in")).All("a[href='/portal']").ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Portal_ShowsWhatWasMadePublic_WithoutWhatIsPersonal(DatabaseKind kind)
    {
        var host = await Host(kind, open: true);
        var browser = host.Open();

        (await browser.Get("/portal")).All($"a[href='{List}']").Count.ShouldBe(1);
        var list = await browser.Get(List);
        list.Text.ShouldContain("青综执当罚〔2024〕901号");
        list.Text.ShouldNotContain("902号", customMessage: "not yet made public");
        list.Text.ShouldNotContain("张三丰");
        var page = await browser.Get(list.One($"a[href^='{List}/']").GetAttribute("href")!);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("张某某");
        page.Text.ShouldContain("罚款五十元");
        page.Html.DocumentElement.OuterHtml.ShouldNotContain("张三丰");
        page.Html.DocumentElement.OuterHtml.ShouldNotContain(Identifier);
        page.Html.DocumentElement.OuterHtml.ShouldNotContain("孙立", customMessage: "officers are no part of the publication");
        page.All("#menu").ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Portal_AskedForWhatIsNotPublic_HasNoSuchPage(DatabaseKind kind)
    {
        var host = await Host(kind, open: true);
        var browser = host.Open();
        var shown = (await browser.Get(List)).One($"a[href^='{List}/']").GetAttribute("href")!;
        var id = shown[(shown.LastIndexOf('/') + 1)..];

        (await browser.Get($"/portal/published/penalty/decision/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Get($"/portal/published/inspection/result/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Get($"{List}/999999")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Get("/portal/published/penalty/none")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Portal_Searched_FindsByNumberAndNotByAHiddenName(DatabaseKind kind)
    {
        var host = await Host(kind, open: true);
        var browser = host.Open();

        (await browser.Get(List + "?q=901")).All($"a[href^='{List}/']").Count.ShouldBe(1);
        (await browser.Get(List + "?q=张三")).Text.ShouldContain("没有找到");
        (await browser.Get(List + "?q=%25")).Text.ShouldContain("没有找到", customMessage: "a percent sign is a character and no pattern");
    }

    private async Task<TestHost> Host(DatabaseKind kind, bool open)
    {
        var host = await hosts.On(kind);
        await host.Allow(DistrictSettings.PortalPublications, open);
        if (open)
        {
            await ImportAsync(host);
        }

        return host;
    }

    private static Task ImportAsync(TestHost host) => new PenaltyTable()
        .Add("901", ("当事人证件号码", Identifier), ("当场处罚决定公示日期", new DateOnly(2024, 9, 10)))
        .Add("902")
        .ImportAsync(host, "门户来源");
}
