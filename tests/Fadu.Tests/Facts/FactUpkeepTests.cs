using Dapper;
using Fadu.Core;
using Fadu.Tests.Databases;
using Fadu.Tests.Ledger;

namespace Fadu.Tests.Facts;

public sealed class FactUpkeepTests
{
    private const string Definition = "registers/mediation/mediation/2011-01-01.yaml";

    private const string Visit =
        """
        title: 回访
        statute: mediation-law-2010
        order: 2
        title-from: "{topic}"
        fields:
          topic:       {title: 事由, type: text, required: true}
          mediation:   {title: 调解案件, type: reference, register: mediation, required: true}
          due_of_case: {title: 原案期限, type: date, derive: mediation.mediation_period.due}
        steps:
          visit: {title: 回访, opens: true, closes: concluded, by: mediator, sets: [topic, mediation], basis: "31"}
        """;

    [Theory, OnSqlite, OnPostgres]
    public async Task Open_AfterALimitWasChanged_ComputesTheFactsAgain_Once(DatabaseKind kind)
    {
        var law = LedgerStore.SmallLaw();
        await using var store = await LedgerStore.CreateAsync(kind, law);
        var id = await store.RecordAsync();
        (await DueAsync(store.System, id)).ShouldBe(new DateOnly(2024, 4, 7));
        await ChangeAsync(law, "value: 30, basis: \"sft-0083-2020\"", "value: 20, basis: \"sft-0083-2020\"");
        List<string> said = [];

        await using (var reopened = await FaduSystem.OpenAsync(store.Options, TimeProvider.System, default, said.Add))
        {
            (await DueAsync(reopened, id)).ShouldBe(new DateOnly(2024, 3, 28));
            (await reopened.FactUpkeep.StaleAsync()).ShouldBeEmpty();
        }

        said.ShouldBe(["重新计算“人民调解案件”1 件事项的统计数据……", "“人民调解案件”：1/1"]);
        said.Clear();
        await using (await FaduSystem.OpenAsync(store.Options, TimeProvider.System, default, said.Add))
        {
            said.ShouldBeEmpty();
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Open_AfterOnlyTheRegisterReadWasChanged_ComputesTheReadersFactsAgainAfterIt(DatabaseKind kind)
    {
        var law = LedgerStore.SmallLaw();
        Directory.CreateDirectory(Path.Combine(law, "registers/mediation/visit"));
        await File.WriteAllTextAsync(Path.Combine(law, "registers/mediation/visit/2011-01-01.yaml"), Visit);
        await using var store = await LedgerStore.CreateAsync(kind, law);
        var id = await store.RecordAsync();
        var visit = LedgerStore.Recorded(await store.System.Matters.RecordAsync(
            new() { Register = "visit", Step = "visit", On = new(2024, 5, 6), Values = new Dictionary<string, object?> { ["topic"] = "回访", ["mediation"] = id } }, LedgerStore.Clerk)).Id;
        (await DayAsync(store.System, "select due_of_case from fact_visit", visit)).ShouldBe(new DateOnly(2024, 4, 7));
        await ChangeAsync(law, "value: 30, basis: \"sft-0083-2020\"", "value: 20, basis: \"sft-0083-2020\"");
        List<string> said = [];

        await using (var reopened = await FaduSystem.OpenAsync(store.Options, TimeProvider.System, default, said.Add))
        {
            (await DayAsync(reopened, "select due_of_case from fact_visit", visit)).ShouldBe(new DateOnly(2024, 3, 28));
            (await reopened.FactUpkeep.StaleAsync()).ShouldBeEmpty();
            (await reopened.FactUpkeep.RebuildAsync(["mediation"])).ShouldBe(2, "what is named and what follows from it");
        }

        said.Where(s => s.StartsWith("重新计算", StringComparison.Ordinal)).ShouldBe(["重新计算“人民调解案件”1 件事项的统计数据……", "重新计算“回访”1 件事项的统计数据……"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Rebuild_OfFactsThatWereSpoiled_MakesThemFollowTheMattersAgain(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind, LedgerStore.SmallLaw());
        var id = await store.RecordAsync();
        var due = await DueAsync(store.System, id);
        await store.ExecuteAsync("update fact_mediation set mediation_period_due = null, people = 99");

        (await store.System.FactUpkeep.RebuildAsync(["mediation"])).ShouldBe(1);

        (await DueAsync(store.System, id)).ShouldBe(due);
        (await store.VerifyAsync(store)).Faults.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Open_OfAStoreWithIndexesOfAnEarlierVersion_PutsThoseOfThisOneInTheirPlace(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind, LedgerStore.SmallLaw());
        await using (var before = await store.System.Database.OpenAsync())
        {
            await before.ExecuteAsync("create index fact_mediation_due on fact_mediation(region, next_due, matter_id); drop index fact_mediation_sort_next_due");
        }

        await using var reopened = await FaduSystem.OpenAsync(store.Options, TimeProvider.System);

        await using var connection = await reopened.Database.OpenAsync();
        var names = await reopened.Database.FactIndexNamesAsync(connection);
        names.ShouldContain("fact_mediation_sort_next_due");
        names.ShouldNotContain("fact_mediation_due");
    }

    private static Task<DateOnly> DueAsync(FaduSystem system, long id) => DayAsync(system, "select mediation_period_due from fact_mediation", id);

    private static async Task<DateOnly> DayAsync(FaduSystem system, string select, long id)
    {
        await using var connection = await system.Database.OpenAsync();
        return Core.Storage.ColumnValues.Day(await connection.ExecuteScalarAsync(select + " where matter_id = @id", new { id }))!.Value;
    }

    private static async Task ChangeAsync(string law, string old, string now)
    {
        var path = Path.Combine(law, Definition);
        var text = await File.ReadAllTextAsync(path);
        text.ShouldContain(old);
        await File.WriteAllTextAsync(path, text.Replace(old, now));
    }
}
