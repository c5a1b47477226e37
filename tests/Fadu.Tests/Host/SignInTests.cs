using System.Net;
using Fadu.Tests.Databases;

namespace Fadu.Tests.Host;

public sealed class SignInTests(TestHosts hosts) : IClassFixture<TestHosts>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Workbench_WithoutSession_LeadsToSignIn(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var page = await host.Open().Get("/");
        page.Path.ShouldStartWith("/sign-in");
        page.Text.ShouldContain("登录");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task SignIn_WrongPassword_SaysWhyAndStaysOut(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var page = await (await host.Open().Get("/sign-in")).Submit("form", ("login", "sifa"), ("password", "wrong"));
        page.Status.ShouldBe(HttpStatusCode.Unauthorized);
        page.Text.ShouldContain("登录名或者密码不正确");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task SignIn_RightPassword_OpensWorkbench(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var page = await (await host.As("sifa")).Get("/");
        page.Path.ShouldBe("/");
        page.Words("header").ShouldContain("青川区司法局 · 何敏");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task SignIn_WithoutToken_IsRefused(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var page = await host.Open().Post("/sign-in", new FormUrlEncodedContent([KeyValuePair.Create("login", "sifa"), KeyValuePair.Create("password", TestDistrict.Password)]));
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
    }
}
