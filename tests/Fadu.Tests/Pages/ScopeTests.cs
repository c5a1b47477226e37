using System.Net;
using Dapper;
using Fadu.Tests.Databases;
using Fadu.Tests.Host;

namespace Fadu.Tests.Pages;

public sealed class ScopeTests(TestHosts hosts) : IClassFixture<TestHosts>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Matter_OfOtherOffice_IsNotFoundAnywhere(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var matter = await ReconsiderationForms.Receive(await host.As("fuyi"), "2026-03-02", "周八");
        var other = await host.As("shuili");
        var path = matter.Path.Split('?')[0];

        (await other.Get(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.Get(path + "/steps/accept")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.Get(path + "/clocks/review")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.Get(path + "/assign")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.Download(path.Replace("/matters/", "/files/") + "/1/0")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.Get("/search?q=" + Uri.EscapeDataString("周八"))).Text.ShouldContain("没有含");
        (await other.Get("/registers/reconsideration")).Text.ShouldContain("还没有行政复议案件");
        (await (await host.As("sifa")).Get(path)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task PersonalData_Unasked_IsMasked_AndShownOnceWithReasonInAudit(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var clerk = await host.As("fuyi");
        var matter = await ReconsiderationForms.Receive(clerk, "2026-03-02", "欧阳春雪", ("f.applicant.id", "330326198001010010"));
        matter.Words(".error-summary").ShouldContain("申请人：");
        matter = await matter.Submit("form.step-form", ("f.applicant.id", ""));

        matter.Path.ShouldStartWith("/matters/", customMessage: matter.Text);
        matter.Text.ShouldContain("欧阳**");
        matter.Text.ShouldNotContain("欧阳春雪");
        var list = await clerk.Get("/registers/reconsideration?q=" + Uri.EscapeDataString("欧阳春雪"));
        list.Words("tbody").ShouldContain("欧阳**");
        list.Text.ShouldNotContain("欧阳春雪诉");

        var shown = await matter.Submit("form[action*='Unmask']", ("reason", "核对申请人身份"));
        shown.Text.ShouldContain("欧阳春雪");
        (await clerk.Get(matter.Path)).Text.ShouldNotContain("欧阳春雪");
        await using var connection = await host.Store.Database.OpenAsync();
        (await connection.QuerySingleAsync<long>("select count(*) from reads where account = 'fuyi' and reason = '核对申请人身份'")).ShouldBe(1);

        var refused = await matter.Submit("form[action*='Unmask']", ("reason", ""));
        refused.Text.ShouldNotContain("欧阳春雪");
    }

    [Theory, OnSqlite]
    public async Task Step_OfOtherRole_IsForbiddenWithTheRoleThatMay(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var clerk = await host.As("fuyi");
        var matter = await ReconsiderationForms.Receive(clerk, "2026-03-02", "吴九");
        var page = await ReconsiderationForms.Step(clerk, matter, "refuse", "2026-03-04", ("f.refusal_ground", "out_of_scope"));
        page.Words(".error-summary").ShouldContain("您的角色不能办理“不予受理”，该环节由行政复议机构负责人办理");
    }

    [Theory, OnSqlite]
    public async Task StepForm_PostedWithoutToken_IsRefused(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var clerk = await host.As("fuyi");
        var matter = await ReconsiderationForms.Receive(clerk, "2026-03-02", "郑十");
        var page = await clerk.Post(matter.Path.Split('?')[0] + "/steps/accept", new FormUrlEncodedContent([KeyValuePair.Create("on", "2026-03-04")]));
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, OnSqlite]
    public async Task Auditor_OpensMatters_IsForbidden(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        (await (await host.As("shenji")).Get("/registers/reconsideration")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
