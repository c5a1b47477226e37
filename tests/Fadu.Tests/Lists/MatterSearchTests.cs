using Dapper;
using Fadu.Core;
using Fadu.Core.Lists;
using Fadu.Core.Matters;
using Fadu.Core.Storage;
using Fadu.Tests.Databases;
using Fadu.Tests.Host;
using Fadu.Tests.Ledger;

namespace Fadu.Tests.Lists;

/// <summary>What the search index holds, in its order: by days of opening, however far a span reaches.</summary>
public sealed class MatterSearchTests(ListHosts hosts) : IClassFixture<ListHosts>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Find_PageByPage_HoldsEachMatterOnceNewestFirst(DatabaseKind kind)
    {
        var store = (await hosts.On(kind)).Store;
        List<FoundMatter> found = [];
        IReadOnlyList<FoundMatter> page;
        do
        {
            page = await store.Search.FindAsync("噪声扰民", null, found.Count == 0 ? null : found[^1].Id, 3, Actor.System(TestDistrict.Region));
            found.AddRange(page);
        }
        while (page.Count > 0);

        found.Count.ShouldBe(8);
        found.Select(m => (m.OpenedOn, m.Id)).ShouldBe(found.Select(m => (m.OpenedOn, m.Id)).OrderDescending());
        found.Select(m => m.Id).ShouldBeUnique();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Matches_InSpansOfAnyLengthAndFromAnyPlace_AreThoseOfADirectQuestion(DatabaseKind kind)
    {
        var store = (await hosts.On(kind)).Store;
        await using var connection = await store.Database.OpenForSearchAsync();
        var all = (await connection.QueryAsync<(string Day, long Id)>("select cast(opened_on as text), id from matters")).Select(m => (Day: DateOnly.Parse(m.Day[..10]), m.Id)).ToList();
        foreach (var (most, newest) in from m in new[] { -1, 0, 2, 5, 4_000 } from n in new[] { true, false } select (m, n))
        {
            foreach (var after in new (DateOnly Day, long Id)?[] { null, all[0], all[13], (new(2026, 4, 2), 0), (new(1999, 1, 1), 7), (new(2199, 1, 1), 7) })
            {
                var expected = all.Where(m => after is not { } a || (newest ? m.CompareTo(a) < 0 : m.CompareTo(a) > 0)).Order().ToList();
                List<long> found = [];
                await foreach (var part in new MatchesByDay(store.Database, TestDistrict.Region, new(SearchWords.Pairs("云溪村"), ListHosts.Register, []), newest, most).ReadAsync(connection, default, after))
                {
                    found.AddRange(part);
                }

                found.ShouldBe((newest ? expected.AsEnumerable().Reverse() : expected).Select(m => m.Id), $"{most} {newest} {after}");
            }
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Entry_PutAgainUnderAnotherDayOfficeAndText_IsFoundByTheseAloneAndOnce(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind, LedgerStore.SmallLaw());
        var database = store.System.Database;
        await PutAsync(database, new(1, "mediation", "tj", new(2024, 3, 4), ["噪声扰民"]), null);
        await PutAsync(database, new(2, "mediation", "tj", new(2024, 3, 4), ["噪声扰民"]), null);
        await PutAsync(database, new(1, "mediation", "water", new(2023, 7, 8), ["漏水扰民"]), new(2024, 3, 4));

        (await FoundAsync(database, "扰民")).ShouldBe([2, 1]);
        (await FoundAsync(database, "噪声")).ShouldBe([2]);
        (await FoundAsync(database, "漏水", "water")).ShouldBe([1]);
        (await FoundAsync(database, "扰民", "tj")).ShouldBe([2]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Open_OfAStoreWithTheSearchIndexOfAnEarlierVersion_FindsItsMattersInTheNewOne(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind, LedgerStore.SmallLaw());
        var id = await store.RecordAsync("赵钱孙");
        await using (var before = await store.System.Database.OpenAsync())
        {
            await before.ExecuteAsync(kind == DatabaseKind.Sqlite
                ? "drop table search_places; delete from search"
                : "drop index search_opened; alter table search drop column opened_on");
            await before.ExecuteAsync("update meta set value = '6' where key = 'schema'");
        }

        await using var reopened = await FaduSystem.OpenAsync(store.Options, TimeProvider.System);

        (await reopened.Search.FindAsync("赵钱孙", null, null, 9, LedgerStore.Clerk)).Select(m => m.Id).ShouldBe([id]);
        (await reopened.Lists.PageAsync(new() { Register = "mediation", Search = "赵钱孙" }, LedgerStore.Clerk)).Rows.Select(r => r.Id).ShouldBe([id]);
    }

    private static Task<int> PutAsync(Database database, SearchEntry entry, DateOnly? was) => database.WriteAsync((connection, transaction) =>
    {
        var batch = new SqlBatch(database);
        entry.AddTo(batch, database, LedgerStore.Region, was);
        return batch.ExecuteAsync(connection, transaction);
    });

    private static async Task<List<long>> FoundAsync(Database database, string typed, params string[] offices)
    {
        await using var connection = await database.OpenForSearchAsync();
        List<long> found = [];
        await foreach (var part in new MatchesByDay(database, LedgerStore.Region, new(SearchWords.Pairs(typed), "mediation", offices), newestFirst: true, 4_000).ReadAsync(connection, default, null))
        {
            found.AddRange(part);
        }

        return found;
    }
}
