using Dapper;
using Fadu.Core.Matters;
using Fadu.Core.Offices;
using Fadu.Rules.Procedures;
using Fadu.Tests.Databases;
using Fadu.Tests.Ledger;

namespace Fadu.Tests.Links;

public sealed class LinkedMattersTests
{
    private static readonly DateOnly Day = new(2024, 3, 4);

    [Theory, OnSqlite, OnPostgres]
    public async Task Freeze_FillsRowsWithWhatIsFound_AndLaterChangesDoNotReachThem(DatabaseKind kind)
    {
        await using var store = await StoreAsync(kind);
        var (first, second) = (await IssueAsync(store, "甲办法"), await IssueAsync(store, "乙办法"));
        var repealed = await IssueAsync(store, "丙办法");
        await RecordAsync(store, "paper", repealed, "repeal", [("reason", "过时"), ("note", "早先")], "废止决定");

        var sweep = await RecordAsync(store, "sweep", null, "start", [("campaign", "2024年清理")]);
        await RecordAsync(store, "sweep", sweep, "freeze", []);
        await RecordAsync(store, "paper", first, "repeal", [("reason", "后来"), ("note", "后来")], "废止决定");
        await IssueAsync(store, "丁办法");

        var rows = await RowsAsync(store, sweep);
        rows.Select(r => r["paper"]).ShouldBe([first, second]);
        rows.Select(r => r["called"]).ShouldBe(["甲办法", "乙办法"]);
        rows[0]["holder"].ShouldBe(new Party("赵某", "natural", "11010519491231002X"));
        (await store.VerifyAsync(store)).Faults.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Freeze_BySomebodyOfOneOffice_FindsOnlyWhatHeMaySee(DatabaseKind kind)
    {
        await using var store = await StoreAsync(kind);
        var own = await IssueAsync(store, "甲办法", "tj");
        await IssueAsync(store, "乙办法", "jy");
        var clerk = LedgerStore.Clerk with { Account = "li", Scope = DataScope.OwnOffice, Offices = ["tj"] };

        var sweep = await RecordAsync(store, "sweep", null, "start", [("campaign", "清理")], actor: clerk);
        await RecordAsync(store, "sweep", sweep, "freeze", [], actor: clerk);

        (await RowsAsync(store, sweep)).Select(r => r["paper"]).ShouldBe([own]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Announce_StepsEveryMatterThatARowNames_WithTheSameInstrumentAndDay(DatabaseKind kind)
    {
        await using var store = await StoreAsync(kind);
        var (kept, ended) = (await IssueAsync(store, "甲办法"), await IssueAsync(store, "乙办法", "jy"));
        var sweep = await JudgedAsync(store, (kept, "keep"), (ended, "repeal"));

        await RecordAsync(store, "sweep", sweep, "announce", [("ground", "上位法已经废止")], "废止决定");

        var paper = await store.System.Reader.FindAsync(LedgerStore.Region, ended);
        paper!.State.Status.ShouldBe("repealed");
        paper.State.Values["reason"].ShouldBe("上位法已经废止");
        paper.State.Values["note"].ShouldBe("清理废止");
        var act = paper.State.Acts[^1];
        (act.On, act.Files.Single().Instrument, act.AccountName, act.Sequence).ShouldBe((Day, "废止决定", "张三", 2));
        act.Reason.ShouldBe("由“文件清理”清〔2024〕1号的环节“公布”办理");
        (await store.System.Reader.FindAsync(LedgerStore.Region, kept))!.State.Acts.Length.ShouldBe(1);
        (await store.VerifyAsync(store)).Faults.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Announce_OneRowRefused_RefusesAllAndWritesNothing(DatabaseKind kind)
    {
        await using var store = await StoreAsync(kind);
        var (free, locked) = (await IssueAsync(store, "甲办法"), await IssueAsync(store, "乙办法"));
        var sweep = await JudgedAsync(store, (free, "repeal"), (locked, "repeal"));
        await RecordAsync(store, "paper", locked, "lock", [("locked", true)]);

        var outcome = await store.System.Matters.RecordAsync(Request(store, "sweep", sweep, "announce", [("ground", "过时")], "废止决定"), LedgerStore.Clerk);

        var refusal = outcome.ShouldBeOfType<MatterOutcome.Refused>().Refusals.ShouldHaveSingleItem();
        refusal.Id.ShouldBe("not_locked");
        refusal.Says.ShouldBe("第2行须同时办理“文件”的“乙办法”的环节“废止”，但不能办理“废止”：正在修订的文件不能废止");
        (await store.System.Reader.FindAsync(LedgerStore.Region, free))!.State.Status.ShouldBe("in_force");
        (await store.System.Reader.FindAsync(LedgerStore.Region, sweep))!.State.ClosedOn.ShouldBeNull();
        (await store.VerifyAsync(store)).Faults.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Announce_RowOfAMatterThatIsNotThere_IsRefusedByItsNumber_OneWithoutAnyIsLeftAlone(DatabaseKind kind)
    {
        await using var store = await StoreAsync(kind);
        var sweep = await JudgedAsync(store, (null, "repeal"), (12345, "repeal"));

        var outcome = await store.System.Matters.RecordAsync(Request(store, "sweep", sweep, "announce", [("ground", "过时")], "废止决定"), LedgerStore.Clerk);

        outcome.ShouldBeOfType<MatterOutcome.Refused>().Refusals.ShouldHaveSingleItem().Says.ShouldBe("第2行写明的“文件”不存在，不能办理“废止”");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task HandOver_OpensALinkedMatter_InTheSameOfficeOrTheOneNamed(DatabaseKind kind)
    {
        await using var store = await StoreAsync(kind);
        var own = await RecordAsync(store, "sweep", null, "start", [("campaign", "本级清理")]);
        var led = await RecordAsync(store, "sweep", null, "start", [("campaign", "牵头清理"), ("leader", "jy")]);
        foreach (var sweep in new[] { own, led })
        {
            await RecordAsync(store, "sweep", sweep, "freeze", []);
            await RecordAsync(store, "sweep", sweep, "hand_over", []);
        }

        await using var connection = await store.System.Database.OpenAsync();
        var tasks = (await connection.QueryAsync<long>("select id from matters where register = 'task' order by id")).ToList();
        var states = new List<MatterState>();
        foreach (var task in tasks)
        {
            states.Add((await store.System.Reader.FindAsync(LedgerStore.Region, task))!.State);
        }

        states.Select(s => (s.Title, s.Office, s.Handler, s.Values["sweep"])).ShouldBe([("本级清理", "tj", "zhang", own), ("牵头清理", "jy", null, led)]);
        (await store.VerifyAsync(store)).Faults.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task HandOver_RefusedByAGateThatAsksTheOpeningMatter_WritesNeither(DatabaseKind kind)
    {
        await using var store = await StoreAsync(kind, t => t.Replace("hand_over: {title: 交办后续, after: freeze", "hand_over: {title: 交办后续, after: start"));
        var sweep = await RecordAsync(store, "sweep", null, "start", [("campaign", "清理")]);

        var outcome = await store.System.Matters.RecordAsync(Request(store, "sweep", sweep, "hand_over", []), LedgerStore.Clerk);

        outcome.ShouldBeOfType<MatterOutcome.Refused>().Refusals.ShouldHaveSingleItem().Says
            .ShouldBe("须同时办理“交办任务”的环节“交办”，但不能办理“交办”：尚未冻结范围的清理不能交办");
        (await CountAsync(store, "matters where register = 'task'")).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Links_AreInBothLedgers_AndOnBothPages(DatabaseKind kind)
    {
        await using var store = await StoreAsync(kind);
        var paper = await IssueAsync(store, "甲办法");
        var sweep = await JudgedAsync(store, (paper, "repeal"));
        await RecordAsync(store, "sweep", sweep, "announce", [("ground", "过时")], "废止决定");
        var details = new MatterDetails(store.System.Database, store.System.Law, store.System.Reader);

        (await details.ViewAsync(LedgerStore.Clerk, sweep))!.Links.Select(l => (l.Id, l.Relation)).ShouldBe([(paper, "同时办理")]);
        (await details.ViewAsync(LedgerStore.Clerk, paper))!.Links.Select(l => (l.Id, l.Relation)).ShouldBe([(sweep, "由其成批办理")]);
        (await PayloadAsync(store, paper, 2)).ShouldContain($"\"from\":{{\"matter\":\"{sweep}\",\"register\":\"sweep\",\"step\":\"announce\"}}");
        (await PayloadAsync(store, sweep, 4)).ShouldContain($"{{\"kind\":2,\"matter\":\"{paper}\",\"register\":\"paper\",\"step\":\"repeal\"}}");
        (await PayloadAsync(store, sweep, 2)).ShouldContain($"{{\"kind\":1,\"matter\":\"{paper}\",\"register\":\"paper\",\"step\":\"\"}}");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task WholeMatters_OfOneBatch_AreFrozenSteppedAndLinkedToo(DatabaseKind kind)
    {
        await using var store = await StoreAsync(kind);
        var results = await store.System.Matters.RecordManyAsync(
        [
            Whole("paper", Draft("issue", [("name", "甲办法"), ("maker", "jy")])),
            Whole("sweep", Draft("start", [("campaign", "清理")]), Draft("freeze", []), Draft("hand_over", [])),
        ], LedgerStore.Clerk);

        results.ShouldAllBe(r => r.Id != null);
        (await RowsAsync(store, results[1].Id!.Value)).Select(r => r["paper"]).ShouldBe([results[0].Id]);
        (await CountAsync(store, "matters where register = 'task'")).ShouldBe(1);
        (await store.VerifyAsync(store)).Faults.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task WholeMatters_TakenOver_OpenNothing(DatabaseKind kind)
    {
        await using var store = await StoreAsync(kind);
        var matter = Whole("sweep", Draft("start", [("campaign", "清理")]), Draft("freeze", []), Draft("hand_over", [])) with { Source = "旧系统", External = "1" };

        (await store.System.Matters.RecordManyAsync([matter], LedgerStore.Clerk)).ShouldHaveSingleItem().Id.ShouldNotBeNull();

        (await CountAsync(store, "matters where register = 'task'")).ShouldBe(0);
    }

    private static async Task<LedgerStore> StoreAsync(DatabaseKind kind, Func<string, string>? edit = null)
    {
        var store = await LedgerStore.CreateAsync(kind, SweepLaw.Write(edit));
        await using var connection = await store.System.Database.OpenAsync();
        await connection.ExecuteAsync(
            "insert into offices(region, code, name, abbr, kind, parent, powers, position, active) values (@region, 'jy', '教育局', '教', 'department', null, 0, 2, @yes)", new { region = LedgerStore.Region, yes = true });
        await store.System.Offices.ReloadAsync();
        return store;
    }

    private static Task<long> IssueAsync(LedgerStore store, string name, string maker = "tj") =>
        RecordAsync(store, "paper", null, "issue", [("name", name), ("maker", maker), ("owner", new Party("赵某", "natural", "11010519491231002X"))]);

    private static async Task<long> JudgedAsync(LedgerStore store, params (long? Paper, string Verdict)[] verdicts)
    {
        var sweep = await RecordAsync(store, "sweep", null, "start", [("campaign", "清理")]);
        await RecordAsync(store, "sweep", sweep, "freeze", []);
        var rows = verdicts.Select(v => new RowValue(new Dictionary<string, object?> { ["paper"] = v.Paper, ["verdict"] = v.Verdict })).ToList();
        await RecordAsync(store, "sweep", sweep, "judge", [("papers", rows)]);
        return sweep;
    }

    private static async Task<long> RecordAsync(
        LedgerStore store, string register, long? matter, string step, (string Id, object? Value)[] values, string? instrument = null, Actor? actor = null) =>
        LedgerStore.Recorded(await store.System.Matters.RecordAsync(Request(store, register, matter, step, values, instrument), actor ?? LedgerStore.Clerk)).Id;

    private static StepRequest Request(LedgerStore store, string register, long? matter, string step, (string Id, object? Value)[] values, string? instrument = null) => new()
    {
        Register = register,
        Matter = matter,
        Step = step,
        On = Day,
        Values = values.ToDictionary(v => v.Id, v => v.Value),
        Files = instrument is null ? [] : [store.StoreFile(instrument, instrument + ".pdf", "内容")],
    };

    private static WholeMatter Whole(string register, params ActDraft[] acts) => new(register, "tj", acts, null, null, null);

    private static ActDraft Draft(string step, (string Id, object? Value)[] values) => new()
    {
        Step = step,
        On = Day,
        RecordedAt = new(2024, 3, 4, 9, 0, 0, TimeSpan.FromHours(8)),
        Account = "zhang",
        AccountName = "张三",
        Office = "tj",
        Values = values.ToDictionary(v => v.Id, v => v.Value),
    };

    private static async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> RowsAsync(LedgerStore store, long sweep) =>
        [.. ((IReadOnlyList<RowValue>)(await store.System.Reader.FindAsync(LedgerStore.Region, sweep))!.State.Values["papers"]!).Select(r => r.Values)];

    private static async Task<string> PayloadAsync(LedgerStore store, long matter, int sequence)
    {
        await using var connection = await store.System.Database.OpenAsync();
        return await connection.QuerySingleAsync<string>("select payload from entries where matter_id = @matter and sequence = @sequence", new { matter, sequence });
    }

    private static async Task<long> CountAsync(LedgerStore store, string from)
    {
        await using var connection = await store.System.Database.OpenAsync();
        return await connection.QuerySingleAsync<long>($"select count(*) from {from}");
    }
}
