using Fadu.Core.Matters;
using Fadu.Tests.Databases;
using Fadu.Tests.Ledger;

namespace Fadu.Tests.Faults;

public sealed class TwoWritersTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Record_TwoOnOneMatterAtOnce_OneWinsTheOtherIsToldByWhom(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        var other = LedgerStore.Clerk with { Account = "li", Name = "李四" };
        for (var round = 0; round < 10; round++)
        {
            var id = LedgerStore.Recorded(await store.System.Matters.RecordAsync(LedgerStore.Apply("赵某", 5000m), LedgerStore.Clerk)).Id;
            var accept = LedgerStore.Step(id, 1, "accept", ("both_agree", true));

            var outcomes = await Task.WhenAll(Task.Run(() => store.System.Matters.RecordAsync(accept, LedgerStore.Clerk)), Task.Run(() => store.System.Matters.RecordAsync(accept, other)));

            var won = Array.FindIndex(outcomes, o => o is MatterOutcome.Recorded);
            outcomes[won].ShouldBeOfType<MatterOutcome.Recorded>().Version.ShouldBe(2);
            var stale = outcomes[1 - won].ShouldBeOfType<MatterOutcome.Stale>();
            stale.Version.ShouldBe(2);
            stale.Changes.ShouldHaveSingleItem().Who.ShouldBe(won == 0 ? "张三" : "李四");
        }

        (await store.VerifyAsync(store)).Faults.ShouldBeEmpty();
    }
}
