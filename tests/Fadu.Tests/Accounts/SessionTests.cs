using System.Net;
using Fadu.Tests.Databases;
using Fadu.Tests.Host;

namespace Fadu.Tests.Accounts;

/// <summary>Locks, timeouts and forced changes of passwords, with a clock that the tests move.</summary>
public sealed class SessionTests(TestHosts hosts) : IClassFixture<TestHosts>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task SignIn_FiveFailures_LocksForFifteenMinutes(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        for (var i = 0; i < 5; i++)
        {
            (await SignIn(host, "shuili", "wrong")).Text.ShouldContain("登录名或者密码不正确");
        }

        (await SignIn(host, "shuili", TestDistrict.Password)).Text.ShouldContain("已锁定，请在15分钟后再试");
        (await SignIn(host, "shuili", "wrong")).Text.ShouldNotContain("锁定", Case.Sensitive, "a lock must not tell who does not know the password that the account exists");
        host.Clock.Advance(TimeSpan.FromMinutes(16));
        (await SignIn(host, "shuili", TestDistrict.Password)).Path.ShouldBe("/");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Page_AfterThirtyIdleMinutes_LeadsToSignInAndBack(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var browser = host.Open();
        await SignIn(host, "sifa", TestDistrict.Password, browser);
        host.Clock.Advance(TimeSpan.FromMinutes(20));
        (await browser.Get("/")).Path.ShouldBe("/");
        host.Clock.Advance(TimeSpan.FromMinutes(20));
        (await browser.Get("/")).Path.ShouldBe("/", "a request within the time goes on with the session");
        host.Clock.Advance(TimeSpan.FromMinutes(31));

        (await browser.Get("/measures")).Path.ShouldBe("/sign-in?from=%2Fmeasures");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Session_RolesChanged_Ends(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var browser = host.Open();
        await SignIn(host, "shuili-reader", TestDistrict.Password, browser);
        var administrator = (await host.Store.Actors.FindAsync("anquan", null))!;

        (await host.Store.Administration.GrantAsync("shuili-reader", "handler", "轮岗", administrator, null)).Refusal.ShouldBeNull();

        (await browser.Get("/")).Path.ShouldStartWith("/sign-in");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Password_OlderThanNinetyDays_MustBeChangedFirst(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        host.Clock.Advance(TimeSpan.FromDays(91));
        var browser = host.Open();
        await SignIn(host, "fuyi", TestDistrict.Password, browser);

        var forced = await browser.Get("/");
        forced.Path.ShouldBe("/password");
        forced.Text.ShouldContain("已满90天");
        var same = await forced.Submit("main form", ("current", TestDistrict.Password), ("fresh", TestDistrict.Password), ("again", TestDistrict.Password));
        same.Text.ShouldContain("新密码不能与最近5次用过的密码相同");
        var changed = await same.Submit("main form", ("current", TestDistrict.Password), ("fresh", "Yunxi-River-9"), ("again", "Yunxi-River-9"));
        changed.Path.ShouldBe("/");
        changed.Text.ShouldContain("密码已修改");
        (await SignIn(host, "fuyi", TestDistrict.Password)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Password_WrongCurrentOrDifferentAgain_IsRefused(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var browser = host.Open();
        await SignIn(host, "zhifa", TestDistrict.Password, browser);
        var page = await browser.Get("/password");

        (await page.Submit("main form", ("current", "wrong"), ("fresh", "Yunxi-River-9"), ("again", "Yunxi-River-9"))).Text.ShouldContain("现用密码不正确");
        (await page.Submit("main form", ("current", TestDistrict.Password), ("fresh", "Yunxi-River-9"), ("again", "Yunxi-River-8"))).Text.ShouldContain("两次输入的新密码不一样");
    }

    private static Task<Page> SignIn(TestHost host, string login, string password) => SignIn(host, login, password, host.Open());

    private static async Task<Page> SignIn(TestHost host, string login, string password, Browser browser) =>
        await (await browser.Get("/sign-in")).Submit("main form", ("login", login), ("password", password));
}
