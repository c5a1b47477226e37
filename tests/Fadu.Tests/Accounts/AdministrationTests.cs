using System.Net;
using Dapper;
using Fadu.Rules.Identifiers;
using Fadu.Tests.Databases;
using Fadu.Tests.Host;

namespace Fadu.Tests.Accounts;

public sealed class AdministrationTests(TestHosts hosts) : IClassFixture<TestHosts>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task NewAccount_TemporaryPassword_IsShownOnceAndMustBeChanged(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var admin = await host.As("anquan");
        var form = await admin.Get("/admin/new-account");

        var created = await form.Submit("main form", ("login", "Xin-ren"), ("name", "新任"), ("office", "water"), ("roles", "reader"));
        var password = created.One("[data-temporary-password]").TextContent;
        (await admin.Get("/admin/accounts/xin-ren")).Text.ShouldNotContain(password);
        var browser = host.Open();
        var first = await (await browser.Get("/sign-in")).Submit("main form", ("login", "xin-ren"), ("password", password));
        first.Path.ShouldBe("/password");
        (await browser.Get("/registers/penalty")).Path.ShouldBe("/password");
        var changed = await first.Submit("main form", ("current", password), ("fresh", "Shanshui-2027"), ("again", "Shanshui-2027"));
        changed.Path.ShouldBe("/");
        (await form.Submit("main form", ("login", "xin-ren"), ("name", "重名"), ("office", "water"))).Text.ShouldContain("已被使用");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Grant_RoleThatExcludesOneHeld_IsRefusedWithItsBasis(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var page = await (await host.As("anquan")).Get("/admin/accounts/xitong");

        var refused = await page.Submit("#grant", ("role", "auditor"), ("reason", "人手不足"));

        refused.Text.ShouldContain("同一账号不能兼任");
        refused.Text.ShouldContain("系统管理员");
        (await host.Store.Accounts.GrantsAsync(TestDistrict.Region, "xitong")).ShouldHaveSingleItem();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Account_DisabledAndEnabled_CannotSignInMeanwhileAndBothAreWrittenDown(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var admin = await host.As("anquan");
        var page = await admin.Get("/admin/accounts/zhifa-legal");

        (await page.Submit("#acts", "Disable", [("reason", "")], [])).Text.ShouldContain("请填写理由");
        var disabled = await page.Submit("#acts", "Disable", [("reason", "调离")], []);
        disabled.Text.ShouldContain("停用");
        (await (await host.Open().Get("/sign-in")).Submit("main form", ("login", "zhifa-legal"), ("password", TestDistrict.Password))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        await disabled.Submit("#acts", "Enable", [("reason", "调回")], []);

        var audit = await (await host.As("shenji")).Get("/admin/audit?kind=changes&words=zhifa-legal");
        audit.Text.ShouldContain("停用账号");
        audit.Text.ShouldContain("调离");
        audit.Text.ShouldContain("启用账号");
        audit.Text.ShouldContain("卫严（anquan）");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Account_OwnOne_CannotBeChangedByItself(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var page = await (await host.As("anquan")).Get("/admin/accounts/anquan");
        (await page.Submit("#grant", ("role", "reader"), ("reason", "试"))).Text.ShouldContain("不能改动自己的账号");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Audit_SignIns_AreListedAndExported(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        await (await host.Open().Get("/sign-in")).Submit("main form", ("login", "nobody-here"), ("password", "x"));
        var auditor = await host.As("shenji");

        var page = await auditor.Get("/admin/audit?kind=sign-ins&words=nobody-here");

        page.Text.ShouldContain("登录被拒绝");
        var export = await page.Submit("form.actions");
        export.Status.ShouldBe(HttpStatusCode.OK);
        (await (await host.As("sifa")).Get("/admin/audit")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Parameter_Changed_IsInForceAtOnceWithItsReason(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var browser = await host.As("sifa-head");
        var page = await browser.Get("/admin/parameters");

        (await page.Submit("#mediation-mediation_days form", ("value", "三十"), ("reason", "市局文件"))).Text.ShouldContain("请写不带单位和逗号的整数");
        (await page.Submit("#mediation-mediation_days form", ("value", "20"), ("reason", ""))).Text.ShouldContain("请填写改动的理由");
        var changed = await page.Submit("#mediation-mediation_days form", ("value", "20"), ("reason", "市司法局2024年5号文"));

        changed.One("#mediation-mediation_days [data-value]").TextContent.ShouldBe("20");
        changed.Words("#mediation-mediation_days").ShouldContain("市司法局2024年5号文");
        host.Store.Law.Current.Latest("mediation").Parameters["mediation_days"].Value.ShouldBe(20L);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Office_AddedAndChanged_IsKeptAndACircleIsRefused(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var browser = await host.As("xitong");
        var page = await browser.Get("/admin/offices");
        var saved = await page.Submit("#office-form", ("code", "forest"), ("name", "青川区林业局"), ("abbr", "青林"), ("kind", "department"), ("parent", "gov"));
        saved.Text.ShouldContain("已保存单位青川区林业局");

        var wrong = await (await browser.Get("/admin/offices?edit=forest")).Submit("#office-form", ("creditCode", "11330399123456789A"));
        wrong.Text.ShouldContain("第18位校验码应为");
        host.Store.Offices.Find(TestDistrict.Region, "forest").ShouldNotBeNull().CreditCode.ShouldBeNull();
        var code = SyntheticIdentifiers.CreditCode(new Random(1), '1', '1', TestDistrict.Region);
        (await (await browser.Get("/admin/offices?edit=forest")).Submit("#office-form", ("creditCode", code))).Text.ShouldContain(code);

        var circle = await (await browser.Get("/admin/offices?edit=gov")).Submit("#office-form", ("parent", "forest"));

        circle.Text.ShouldContain("上级单位不存在，或者是它自己、它的下级");
        host.Store.Offices.Find(TestDistrict.Region, "forest").ShouldNotBeNull().Abbr.ShouldBe("青林");
        var officer = await page.Submit("#officer-form", ("certificate", "33039919999"), ("name", "林森"), ("office", "forest"), ("until", "2026-06-01"));
        officer.Text.ShouldContain("60日内到期");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Ledger_VerifiedFromThePage_SaysWhatWasFound(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var browser = await host.As("shenji");
        await (await browser.Get("/admin/ledger")).Submit("#verify");
        await ((Core.Ledger.VerifyRun)host.Services.GetService(typeof(Core.Ledger.VerifyRun))!).Finished;

        (await browser.Get("/admin/ledger")).Words("#result").ShouldContain("未发现改动");
        var key = await browser.Download("/admin/ledger?handler=Key");
        System.Text.Encoding.ASCII.GetString(key.Content).ShouldStartWith("-----BEGIN PUBLIC KEY-----");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Grant_TwoAdministratorsGrantExclusiveRolesAtOnce_OneIsRefused(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var by = (await host.Store.Actors.FindAsync("anquan", null))!;
        var outcomes = await Task.WhenAll(
            Task.Run(() => host.Store.Administration.GrantAsync("zhifa-head", "auditor", "试", by, null)),
            Task.Run(() => host.Store.Administration.GrantAsync("zhifa-head", "system-administrator", "试", by with { Account = "other" }, null)));

        outcomes.Count(o => o.Refusal is null).ShouldBe(1);
        await using var connection = await host.Store.Database.OpenAsync();
        (await connection.QuerySingleAsync<long>("select count(*) from account_changes where subject = 'zhifa-head'")).ShouldBe(1);
    }
}
