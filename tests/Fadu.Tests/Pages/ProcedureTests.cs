using System.Net;
using Dapper;
using Fadu.Tests.Databases;
using Fadu.Tests.Host;

namespace Fadu.Tests.Pages;

public sealed class ProcedureTests(TestHosts hosts) : IClassFixture<TestHosts>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Reconsideration_RecordedStepByStep_ClosesWithNumbersFilesAndLedger(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var clerk = await host.As("fuyi");
        var head = await host.As("fuyi-head");
        var matter = await ReconsiderationForms.Receive(clerk, "2026-03-02");
        matter.Path.ShouldStartWith("/matters/", customMessage: matter.Text);
        matter.Text.ShouldContain("已登记，编号青司政复〔2026〕");

        matter = await Recorded(clerk, matter, "accept", "2026-03-04", ("f.procedure", "ordinary"), ("f.complex", "否"));
        matter.Words("aside").ShouldContain("审理期限");
        matter = await Recorded(clerk, matter, "send_copy", "2026-03-05");
        matter = await Recorded(clerk, matter, "reply", "2026-03-12");
        matter = await Recorded(clerk, matter, "hear_opinions", "2026-03-20", ("f.opinions", "申请人坚持原请求"));
        matter = await Recorded(clerk, matter, "propose", "2026-04-01", ("f.proposed_result", "uphold"));

        matter = await Recorded(head, matter, "return_draft", "2026-04-02", ("f.return_reason", "事实认定需要补充说明"));
        matter.Words(".timeline").ShouldContain("退回重审至“提出审理意见”");
        matter.Words(".timeline .undone").ShouldContain("已被退回，需重新办理");

        matter = await Recorded(clerk, matter, "propose", "2026-04-08", ("f.proposed_result", "uphold"));
        matter = await Recorded(head, matter, "decide", "2026-04-20", ("f.decision_kind", "uphold"));
        matter.Words(".matter-head").ShouldContain("办结");
        matter.Words(".timeline").ShouldContain("青司政复决〔2026〕1号");
        matter = await Recorded(clerk, matter, "serve", "2026-04-22", ("f.serve_method", "direct"));

        var id = long.Parse(matter.Path.Split('/')[2]);
        await using var connection = await host.Store.Database.OpenAsync();
        (await connection.QuerySingleAsync<long>("select count(*) from entries where matter_id = @id", new { id })).ShouldBe(10);
        (await connection.QuerySingleAsync<string>("select result from fact_reconsideration where matter_id = @id", new { id })).ShouldBe("uphold");
        (await connection.QuerySingleAsync<long>("select count(*) from matter_files where matter_id = @id", new { id })).ShouldBe(10);
        var loaded = (await host.Store.Reader.FindAsync(TestDistrict.Region, id)).ShouldNotBeNull();
        (await connection.QuerySingleAsync<string>("select hash from entries where matter_id = @id and sequence = 10", new { id })).ShouldBe(loaded.Head);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Decision_WithoutHearingOpinions_IsRefusedWithArticleAndAdvice(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var clerk = await host.As("fuyi");
        var head = await host.As("fuyi-head");
        var matter = await ReconsiderationForms.Receive(clerk, "2026-03-02", "李四");
        matter = await Recorded(clerk, matter, "accept", "2026-03-04", ("f.procedure", "ordinary"), ("f.complex", "否"));
        matter = await Recorded(clerk, matter, "send_copy", "2026-03-05");
        matter = await Recorded(clerk, matter, "reply", "2026-03-12");
        matter = await Recorded(clerk, matter, "propose", "2026-03-30", ("f.proposed_result", "uphold"));
        var before = matter;

        var refused = await ReconsiderationForms.Step(head, matter, "decide", "2026-04-01", ("f.decision_kind", "uphold"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Words(".error-summary").ShouldContain("普通程序应当听取当事人意见（《行政复议法》第四十九条）。请先办理“听取意见”");
        refused.One("select[name='f.decision_kind'] option[selected]").GetAttribute("value").ShouldBe("uphold");
        refused.Words(".kept").ShouldContain("file.0.pdf");

        var after = await clerk.Get(before.Path);
        after.Words(".blocked").ShouldContain("作出复议决定");
        after.All(".timeline > li").Count.ShouldBe(5);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task RefusedForm_SubmittedAgain_KeepsUploadedFiles(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var clerk = await host.As("fuyi");
        var matter = await ReconsiderationForms.Receive(clerk, "2026-03-02", "王五");
        var again = await ReconsiderationForms.Step(clerk, matter, "accept", "2026-03-04", ("f.procedure", ""), ("f.complex", "否"));
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Words(".error-summary").ShouldContain("请填写“审理程序”");

        var done = await again.Submit("form.step-form", ("f.procedure", "ordinary"));
        done.Path.ShouldStartWith("/matters/", customMessage: done.Text);
        done.Words(".timeline .files").ShouldContain("《受理通知书》");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Suspension_ThenResumptionAndExtension_MovesDueDay(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var clerk = await host.As("fuyi");
        var head = await host.As("fuyi-head");
        var matter = await ReconsiderationForms.Receive(clerk, "2026-03-02", "赵六");
        matter = await Recorded(clerk, matter, "accept", "2026-03-04", ("f.procedure", "ordinary"), ("f.complex", "否"));
        Due(matter, "审理期限").ShouldContain("截止 2026-05-06");

        var form = await head.Get(matter.Path + "/steps/suspend");
        var preview = await form.Submit("form.step-form", "1", [("on", "2026-03-14"), ("f.suspend_ground", "other_case")], []);
        preview.Words(".clock-preview").ShouldContain("“审理期限”中止计算，剩余50日");

        matter = await Recorded(head, matter, "suspend", "2026-03-14", ("f.suspend_ground", "other_case"));
        Due(matter, "审理期限").ShouldContain("中止");
        matter = await Recorded(head, matter, "resume", "2026-03-24");
        Due(matter, "审理期限").ShouldContain("截止 2026-05-13");
        matter = await Recorded(head, matter, "extend", "2026-04-01", ("f.extend_reason", "情况复杂，需要进一步核实"));
        Due(matter, "审理期限").ShouldContain("截止 2026-06-12");

        var why = await clerk.Get(matter.Path + "/clocks/decision");
        why.Text.ShouldContain("《行政复议法》第六十二条");
        why.All("ol.trace li").Count.ShouldBeGreaterThan(3);
        why.All("td.due").Count.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task StaleTab_Submitted_SaysWhoChangedWhatAndKeepsInput(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var clerk = await host.As("fuyi");
        var matter = await ReconsiderationForms.Receive(clerk, "2026-03-02", "孙七");
        matter = await Recorded(clerk, matter, "accept", "2026-03-04", ("f.procedure", "ordinary"), ("f.complex", "否"));
        var tab = await clerk.Get(matter.Path + "/steps/hear_opinions");
        await Recorded(clerk, matter, "send_copy", "2026-03-05");

        var stale = await tab.Submit("form.step-form", null, [("on", "2026-03-20"), ("f.opinions", "旧标签页里写的意见")], [new("file.0", "笔录.pdf", ReconsiderationForms.Pdf("笔录"))]);
        stale.Status.ShouldBe(HttpStatusCode.Conflict);
        stale.Words(".error-summary").ShouldContain("周文 于");
        stale.Words(".error-summary").ShouldContain("发送答复通知");
        stale.One("textarea[name='f.opinions']").TextContent.ShouldContain("旧标签页里写的意见");

        var done = await stale.Submit("form.step-form");
        done.Words(".timeline").ShouldContain("听取意见");
    }

    private static async Task<Page> Recorded(Browser browser, Page matter, string step, string on, params (string, string)[] typed)
    {
        var page = await ReconsiderationForms.Step(browser, matter, step, on, typed);
        page.Path.Split('?')[0].ShouldBe(matter.Path.Split('?')[0], $"{step}: {page.Text}");
        return page;
    }

    private static string Due(Page matter, string clock) => string.Join(' ', matter.All("ul.clocks li").Select(l => l.TextContent).Where(t => t.Contains(clock)));
}
