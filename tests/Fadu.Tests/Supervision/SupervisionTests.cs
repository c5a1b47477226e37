using Dapper;
using Fadu.Core;
using Fadu.Core.Matters;
using Fadu.Core.Offices;
using Fadu.Core.Storage;
using Fadu.Core.Supervision;
using Fadu.Rules.Calendar;
using Fadu.Tests.Databases;
using Fadu.Tests.Measures;

namespace Fadu.Tests.Supervision;

[Collection(DemonstrationCollection.Name)]
public sealed class SupervisionTests(DemonstrationStores stores)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Supervision_RunAgain_RaisesNothingTwice(DatabaseKind kind)
    {
        var store = await stores.On(kind);
        var first = await store.System.Supervision.RunAsync(store.Region);
        var second = await store.System.Supervision.RunAsync(store.Region);

        first.Rules.Count.ShouldBe(store.System.Law.Current.SupervisionRules.Count);
        second.Rules.Sum(r => r.Hits).ShouldBeGreaterThan(10);
        (second.Raised, second.Resolved, second.Lapsed).ShouldBe((0, 0, 0));
        (await store.System.Supervision.LastRunAsync(store.Region)).ShouldNotBeNull().Result.ShouldContain("规则");
        (await store.System.Supervision.RunDailyAsync(store.Region)).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Overdue_Found_OccurredOnTheDayAfterItWasDueAndIsNoticedLater(DatabaseKind kind)
    {
        var (store, finding) = await FirstAsync(kind, new(["penalty.overdue"]));
        await using var connection = await store.System.Database.OpenAsync();
        var due = ColumnValues.Day(await connection.ExecuteScalarAsync("select decision_due from fact_penalty where region = @region and matter_id = @matter", new { region = store.Region, matter = finding.Matter }));

        finding.OccurredOn.ShouldBe(due!.Value.AddDays(1));
        finding.NoticedAt.DayInChina().ShouldBe(store.System.Time.Today());
        finding.Status.ShouldBe("noticed");
        finding.Says.ShouldContain("行政处罚法");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Hit_ThatVanishes_IsMarkedButStaysOpenUntilItHitsAgain(DatabaseKind kind)
    {
        var (store, finding) = await FirstAsync(kind, new(["penalty.idle"]));
        var office = store.System.Offices.Find(store.Region, finding.Office)!;
        async Task<Finding> With(Office changed)
        {
            await store.System.Database.WriteAsync(async (connection, transaction) =>
            {
                var batch = new SqlBatch(store.System.Database);
                OfficeDirectory.AddTo(batch, store.Region, changed);
                return await batch.ExecuteAsync(connection, transaction);
            });
            await store.System.Offices.ReloadAsync();
            await store.System.Supervision.RunAsync(store.Region);
            return (await store.System.Findings.FindAsync(finding.Id, store.Everybody))!;
        }

        var vanished = await With(office with { Powers = 0 });
        (vanished.ResolvedAt is not null, vanished.Status, vanished.ClosedAt).ShouldBe((true, "noticed", null));
        (await With(office)).ResolvedAt.ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Act_OutOfOrderOrStaleOrWithoutReason_IsRefusedAndWritesNothing(DatabaseKind kind)
    {
        var (store, finding) = await FirstAsync(kind, new(["penalty.overdue"]));
        async Task<string> Refused(int version, FindingAct act, Actor? actor = null) =>
            (await store.System.Findings.ActAsync(finding.Id, version, act, actor ?? store.Everybody)).ShouldBeOfType<FindingOutcome.Refused>().Says;

        (await Refused(finding.Version, new("close", "核查"))).ShouldContain("应当先");
        (await Refused(finding.Version + 1, new("dismiss", "理由"))).ShouldContain("它已经变化");
        (await Refused(finding.Version, new("dismiss", " "))).ShouldContain("不成立的理由");
        (await Refused(finding.Version, new("send", "意见", null, new(2027, 1, 1)))).ShouldContain("监督文书");
        (await Refused(finding.Version, new("dismiss", "理由"), store.Of(finding.Office))).ShouldContain("您的角色");
        (await store.System.Findings.ActAsync(finding.Id, finding.Version, new("dismiss", "理由"), store.Of("xfj"))).ShouldBeOfType<FindingOutcome.Missing>();
        (await store.System.Findings.FindAsync(finding.Id, store.Everybody)).ShouldBe(finding);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task StaleTab_Submitted_SaysWhoDidWhatAndKeepsTheText(DatabaseKind kind)
    {
        var (store, finding) = await FirstAsync(kind, new(["penalty.overdue"]));
        var tab = await (await store.As("jiandu")).Get($"/findings/{finding.Id}");
        await store.System.Findings.ActAsync(finding.Id, finding.Version, new("send", "请核实", "notice", new(2026, 6, 10)), store.Everybody with { Name = "许监督" });

        var stale = await tab.Submit("#act-dismiss", ("text", "旧标签页里写的理由"));
        stale.Words(".alert-danger").ShouldContain($"许监督于{store.System.Time.Today():yyyy-MM-dd}");
        stale.Words(".alert-danger").ShouldContain("“发出”");
        stale.One("#text-dismiss").TextContent.ShouldBe("旧标签页里写的理由");

        await store.System.Findings.ActAsync(finding.Id, finding.Version + 1, new("dismiss", "查无此事"), store.Everybody);
        var closed = await stale.Submit("#act-dismiss");
        closed.All("#act-dismiss").ShouldBeEmpty();
        closed.One("#leftover").TextContent.ShouldBe("旧标签页里写的理由");
    }

    private async Task<(DemonstrationStore Store, Finding Finding)> FirstAsync(DatabaseKind kind, FindingQuery query)
    {
        var store = await stores.On(kind);
        await store.System.Supervision.RunAsync(store.Region);
        return (store, (await store.System.Findings.ListAsync(query with { Status = "noticed" }, store.Everybody, 1)).ShouldHaveSingleItem());
    }
}
