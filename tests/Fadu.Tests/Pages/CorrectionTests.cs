using System.Net;
using Dapper;
using Fadu.Core.Matters;
using Fadu.Rules.Procedures;
using Fadu.Tests.Databases;
using Fadu.Tests.Host;
using Fadu.Tests.Ledger;

namespace Fadu.Tests.Pages;

public sealed class CorrectionTests(TestHosts hosts) : IClassFixture<TestHosts>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Correction_WithReason_ChangesFactsAndKeepsWhatWas(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var matter = await ReconsiderationForms.Receive(await host.As("fuyi"), "2026-03-02", "钱一");
        var justice = await host.As("sifa");
        var form = await justice.Get(matter.Path.Split('?')[0] + "/correct");

        var refused = await form.Submit("form.step-form", ("f.act_kind", "licence"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Words(".error-summary").ShouldContain("请写明更正理由");

        var done = await refused.Submit("form.step-form", ("f.act_kind", "licence"), ("reason", "登记时误选行政行为类别"));
        done.Path.ShouldBe(matter.Path.Split('?')[0], done.Text);
        done.Words(".timeline .correction").ShouldContain("登记时误选行政行为类别");
        done.Words(".timeline .correction dl").ShouldNotContain("申请渠道");
        var id = long.Parse(matter.Path.Split('/', '?')[2]);
        await using var connection = await host.Store.Database.OpenAsync();
        (await connection.QuerySingleAsync<string>("select act_kind from fact_reconsideration where matter_id = @id", new { id })).ShouldBe("licence");
        (await connection.QuerySingleAsync<string>("select kind from entries where matter_id = @id and sequence = 2", new { id })).ShouldBe("step_corrected");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Correction_OfNothing_WritesNothing(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var matter = await ReconsiderationForms.Receive(await host.As("fuyi"), "2026-03-02", "钱二");
        var form = await (await host.As("sifa")).Get(matter.Path.Split('?')[0] + "/correct");
        var done = await form.Submit("form.step-form", ("reason", "核对后无误"));
        done.Text.ShouldContain("没有写入更正");
        var id = long.Parse(matter.Path.Split('/', '?')[2]);
        await using var connection = await host.Store.Database.OpenAsync();
        (await connection.QuerySingleAsync<long>("select count(*) from entries where matter_id = @id", new { id })).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task StaleTab_OfAFormWithRowsChoicesAndText_SaysWhoAndKeepsAllOfThem(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var id = await MediationAsync(host);
        var justice = await host.As("sifa");
        var tab = await justice.Get($"/matters/{id}/correct");
        LedgerStore.Recorded(await host.Store.Matters.CorrectAsync(
            new() { Matter = id, SeenVersion = 3, Values = new Dictionary<string, object?> { ["people"] = 7L }, Reason = "登记人数有误" }, Actor.System(TestDistrict.Region) with { Name = "钱正" }));

        var stale = await tab.Submit("form.step-form", "add:f.sessions",
            [("f.sessions[0].session_text", "旧标签页里改的经过"), ("f.dispute_type", "neighbours"), ("reason", "核对笔录后更正")], []);
        stale.All("input[name^='f.sessions['][name$='.held_on']").Count.ShouldBe(2, "a row was added before the tab was found stale");
        stale = await stale.Submit("form.step-form", ("f.sessions[1].held_on", "2026-03-09"), ("f.sessions[1].session_text", "新增一次"));

        stale.Status.ShouldBe(HttpStatusCode.Conflict);
        stale.Words(".error-summary").ShouldContain("钱正 于");
        stale.Words(".error-summary").ShouldContain("更正");
        stale.One("[name='f.sessions[0].session_text']").GetAttribute("value").ShouldBe("旧标签页里改的经过");
        stale.One("[name='f.sessions[1].held_on']").GetAttribute("value").ShouldBe("2026-03-09");
        stale.One("[name='f.dispute_type'] [selected]").GetAttribute("value").ShouldBe("neighbours");
        stale.One("[name='reason']").TextContent.ShouldContain("核对笔录后更正");

        (await stale.Submit("form.step-form")).Path.ShouldBe($"/matters/{id}");
        await using var connection = await host.Store.Database.OpenAsync();
        (await connection.QueryAsync<string>("select session_text from fact_mediation_sessions where matter_id = @id order by row_no", new { id })).ShouldBe(["旧标签页里改的经过", "新增一次"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Assignment_ToOtherPerson_ChangesHandlerAndTellsTheLedger(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var clerk = await host.As("fuyi");
        var matter = await ReconsiderationForms.Receive(clerk, "2026-03-02", "钱三");
        var form = await clerk.Get(matter.Path.Split('?')[0] + "/assign");
        var done = await form.Submit("main form", ("Handler", "fuyi-head"), ("Reason", "承办人休假"));
        done.Text.ShouldContain("已转办给青川区司法局沈法");
        var id = long.Parse(matter.Path.Split('/', '?')[2]);
        await using var connection = await host.Store.Database.OpenAsync();
        (await connection.QuerySingleAsync<string>("select handler from matters where id = @id", new { id })).ShouldBe("fuyi-head");
        (await connection.QuerySingleAsync<string>("select kind from entries where matter_id = @id and sequence = 2", new { id })).ShouldBe("matter_transferred");
    }

    private static async Task<long> MediationAsync(TestHost host)
    {
        var mediator = Actor.System(TestDistrict.Region) with { Office = "yunxi" };
        var id = LedgerStore.Recorded(await host.Store.Matters.RecordAsync(LedgerStore.Apply("赵某", 5000m), mediator)).Id;
        LedgerStore.Recorded(await host.Store.Matters.RecordAsync(LedgerStore.Step(id, 1, "accept", ("both_agree", true)), mediator));
        List<RowValue> sessions = [new(new Dictionary<string, object?> { ["held_on"] = new DateOnly(2024, 3, 6), ["session_text"] = "双方核对账目" })];
        LedgerStore.Recorded(await host.Store.Matters.RecordAsync(LedgerStore.Step(id, 2, "mediate", ("sessions", sessions)), mediator));
        return id;
    }
}
