using System.Net;
using Dapper;
using Fadu.Tests.Databases;
using Fadu.Tests.Host;

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
}
