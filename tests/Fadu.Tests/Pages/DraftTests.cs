using System.Net;
using Dapper;
using Fadu.Tests.Databases;
using Fadu.Tests.Host;

namespace Fadu.Tests.Pages;

/// <summary>A form left half-filled is found again, by its account alone, and is nothing until it is recorded.</summary>
public sealed class DraftTests(TestHosts hosts) : IClassFixture<TestHosts>
{
    private const string New = "/registers/reconsideration/new";

    [Theory, OnSqlite, OnPostgres]
    public async Task NewForm_SavedHalfFilled_IsFoundOnTheWorkbenchAndGoneOnceRecorded(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var clerk = await host.As("fuyi");
        var saved = await (await clerk.Get(New)).Submit("form.step-form", null,
            [("f.applicant", "赵半途"), ("f.applicant.kind", "natural"), ("f.requests", "请求撤销"), ("save", "1")], [new("file.0", "申请书.pdf", ReconsiderationForms.Pdf("赵半途"))]);
        saved.Status.ShouldBe(HttpStatusCode.OK);
        saved.All(".error-summary").ShouldBeEmpty("what is still missing is not held against a draft");
        saved.Words("[data-draft]").ShouldContain("保存的草稿");
        (await EntriesAsync(host, "赵半途")).ShouldBe(0, "nothing of it is in the ledger");

        var workbench = await clerk.Get("/");
        workbench.Words("[data-drafts]").ShouldContain("行政复议案件：");
        var form = await workbench.Click("[data-drafts] a");
        form.One("[name='f.applicant']").GetAttribute("value").ShouldBe("赵半途");
        form.One("[name='f.requests']").TextContent.ShouldBe("请求撤销");
        form.Words(".kept").ShouldContain("申请书.pdf");

        var done = await form.Submit("form.step-form",
            ("on", "2026-03-02"), ("f.respondent", "urban"), ("f.respondent_level", "county_department"), ("f.act_kind", "penalty"), ("f.channel", "window"), ("f.mandatory_first", "否"));
        done.Path.ShouldStartWith("/matters/", Case.Sensitive, done.Text);
        (await EntriesAsync(host, "赵半途")).ShouldBe(1);
        (await clerk.Get("/")).All("[data-drafts]").ShouldBeEmpty();
        (await clerk.Get(New)).One("[name='f.requests']").TextContent.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task StepForm_SavedHalfFilled_IsShownOnTheMatterToItsAccountAlone(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var clerk = await host.As("fuyi");
        var matter = (await ReconsiderationForms.Receive(clerk, "2026-03-02", "钱草稿")).Path.Split('?')[0];
        await (await clerk.Get(matter + "/steps/accept")).Submit("form.step-form", ("on", "2026-03-04"), ("f.procedure", "summary"), ("reason", "待核对级别"), ("save", "1"));

        (await clerk.Get(matter)).Words("[data-draft]").ShouldContain("受理");
        (await (await host.As("fuyi-head")).Get(matter)).All("[data-draft]").ShouldBeEmpty();
        (await (await host.As("fuyi-head")).Get("/")).All("[data-drafts]").ShouldBeEmpty();
        var form = await clerk.Get(matter + "/steps/accept");
        form.One("[name='reason']").TextContent.ShouldBe("待核对级别");
        form.One("[name='f.procedure'] [selected], [name='f.procedure'][checked]").GetAttribute("value").ShouldBe("summary");
        form.One("[name='on']").GetAttribute("value").ShouldBe("2026-03-04");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Draft_OfAMatterThatChangedSince_IsRefusedOnceAndKept(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var clerk = await host.As("fuyi");
        var matter = await ReconsiderationForms.Receive(clerk, "2026-03-02", "孙变化");
        matter = await ReconsiderationForms.Step(clerk, matter, "accept", "2026-03-04", ("f.procedure", "ordinary"), ("f.complex", "否"));
        var path = matter.Path.Split('?')[0];
        await (await clerk.Get(path + "/steps/hear_opinions")).Submit("form.step-form", ("on", "2026-03-20"), ("f.opinions", "草稿里的意见"), ("save", "1"));
        await ReconsiderationForms.Step(clerk, matter, "send_copy", "2026-03-05");

        var stale = await (await clerk.Get(path + "/steps/hear_opinions")).Submit("form.step-form", null, [], [new("file.0", "笔录.pdf", ReconsiderationForms.Pdf("笔录"))]);
        stale.Status.ShouldBe(HttpStatusCode.Conflict);
        stale.Words(".error-summary").ShouldContain("发送答复通知");
        stale.One("[name='f.opinions']").TextContent.ShouldContain("草稿里的意见");
        (await stale.Submit("form.step-form")).Words(".timeline").ShouldContain("听取意见");
        (await clerk.Get(path)).All("[data-draft]").ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Draft_GivenUp_IsForgotten(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var clerk = await host.As("fuyi");
        var matter = (await ReconsiderationForms.Receive(clerk, "2026-03-02", "李放弃")).Path.Split('?')[0];
        var saved = await (await clerk.Get(matter + "/steps/accept")).Submit("form.step-form", ("reason", "不要了"), ("save", "1"));

        var page = await saved.Submit("form.step-form", "Discard", [], []);
        page.Path.Split('?')[0].ShouldBe(matter);
        page.Text.ShouldContain("草稿已放弃");
        page.All("[data-draft]").ShouldBeEmpty();
        (await clerk.Get(matter + "/steps/accept")).One("[name='reason']").TextContent.ShouldBeEmpty();
    }

    private static async Task<long> EntriesAsync(TestHost host, string name)
    {
        await using var connection = await host.Store.Database.OpenAsync();
        return await connection.QuerySingleAsync<long>("select count(*) from entries where payload like @name", new { name = $"%{name}%" });
    }
}
