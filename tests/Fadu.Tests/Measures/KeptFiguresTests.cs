using Fadu.Core;
using Fadu.Core.Measures;
using Fadu.Rules.Expressions;
using Fadu.Rules.Measures;
using Fadu.Tests.Databases;
using Fadu.Tests.Ledger;

namespace Fadu.Tests.Measures;

/// <summary>Figures are kept from one question to the next, and never older than the records.</summary>
public sealed class KeptFiguresTests
{
    private static readonly MeasureRequest Received = new("mediation.received");
    private static readonly MeasureQuestion Year = new(Period.Year(2024));

    [Theory, OnSqlite, OnPostgres]
    public async Task Figure_AskedAfterEachWrite_HoldsIt(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        (await AskAsync(store.System)).ShouldBe(0);

        // Recorded and sealed between two looks, as the very first entry of the log.
        await store.RecordAsync();
        await store.System.Sealer.SealAsync();
        (await AskAsync(store.System)).ShouldBe(1);

        await store.RecordAsync();
        (await AskAsync(store.System)).ShouldBe(2);
        await store.System.Sealer.SealAsync();
        (await AskAsync(store.System)).ShouldBe(2);

        await store.RecordAsync();
        await store.System.Sealer.SealAsync();
        await store.RecordAsync();
        (await AskAsync(store.System)).ShouldBe(4);

        // What another process has kept is not told of this one's writes either.
        await using var other = await FaduSystem.OpenAsync(store.Options, TimeProvider.System);
        (await AskAsync(other)).ShouldBe(4);
        await store.RecordAsync();
        (await AskAsync(other)).ShouldBe(5);
        (await AskAsync(store.System)).ShouldBe(5);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Figure_AskedAgainWithoutAWrite_IsNotComputedAgain(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        await store.RecordAsync();
        (await AskAsync(store.System)).ShouldBe(1);

        // A fact changed behind the system's back shows whether the table is read.
        await store.ExecuteAsync("update fact_mediation set apply_on = null");
        (await AskAsync(store.System)).ShouldBe(1);
        (await AskAsync(store.System, Year.Previous)).ShouldBe(0);

        await store.RecordAsync();
        (await AskAsync(store.System)).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Figure_AskedAfterSealing_IsNotComputedAgain(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        await store.RecordAsync();
        (await AskAsync(store.System)).ShouldBe(1);

        await store.ExecuteAsync("update fact_mediation set apply_on = null");
        await store.System.Sealer.SealAsync();
        (await AskAsync(store.System)).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Figure_BroughtUpInTheBackground_IsThereWhenAsked(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        (await AskAsync(store.System)).ShouldBe(0);
        await store.RecordAsync();
        await store.System.Measures.RefreshAsync(LedgerStore.Region);

        await store.ExecuteAsync("update fact_mediation set apply_on = null");
        (await AskAsync(store.System)).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Figures_OfTheFirstPage_AreThereBeforeAnybodyAsks(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        await store.RecordAsync();
        await store.System.Measures.RefreshAsync(LedgerStore.Region);

        await store.ExecuteAsync("update fact_mediation set accept_on = null");
        var (now, _) = await store.System.Measures.WithPreviousAsync(store.System.Measures.Starred, Year, LedgerStore.Clerk);
        now.Total(new("mediation.accepted")).Value.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Figure_AfterFactsWereComputedAgain_FollowsThem(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        await store.RecordAsync();
        await store.ExecuteAsync("update fact_mediation set apply_on = null");
        (await AskAsync(store.System)).ShouldBe(0);

        await store.System.FactUpkeep.RebuildAsync(["mediation"]);

        (await AskAsync(store.System)).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task YearBefore_OfARegisterThatHadNotBegun_IsNotKnown(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        await store.RecordAsync();

        var (now, before) = await store.System.Measures.WithPreviousAsync([Received, new("mediation.success_rate")], Year, LedgerStore.Clerk);

        now.Total(Received).Value.ShouldBe(1);
        before.Total(Received).Value.ShouldBeNull();
        before.Of(Received, LedgerStore.Clerk.Office).Value.ShouldBeNull();
        before.Total(new("mediation.success_rate")).Value.ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Months_OfAYear_AddUpToIt(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        await store.RecordAsync();
        await store.RecordAsync();
        var months = await store.System.Measures.MonthsAsync([Received], 2024, null, false, LedgerStore.Clerk);

        months.Count.ShouldBe(12);
        months.Sum(m => m.Total(Received).Value).ShouldBe(2);
        (await store.System.Measures.WithPreviousAsync([Received], new(Period.Year(2025)), LedgerStore.Clerk)).Before.Total(Received).Value.ShouldBe(2);
    }

    private static async Task<decimal?> AskAsync(FaduSystem system, MeasureQuestion? question = null) =>
        (await system.Measures.EvaluateAsync([Received], question ?? Year, LedgerStore.Clerk)).Total(Received).Value;
}
