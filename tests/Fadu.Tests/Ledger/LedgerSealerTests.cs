using Dapper;
using Fadu.Core;
using Fadu.Rules.Ledger;
using Fadu.Tests.Databases;

namespace Fadu.Tests.Ledger;

public sealed class LedgerSealerTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Seal_EntriesOfSeveralMatters_KeepsEachOrderAndSignsCheckpoint(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        await store.RecordAsync();
        await store.RecordAsync("孙某");

        var outcome = await store.System.Sealer.SealAsync();
        var again = await store.System.Sealer.SealAsync();

        outcome.Sealed.ShouldBe(12);
        again.Sealed.ShouldBe(0);
        await using var connection = await store.System.Database.OpenAsync();
        var places = (await connection.QueryAsync<(long Matter, long Sequence, long Leaf)>("select matter_id, sequence, leaf from entries order by matter_id, sequence")).ToList();
        places.Select(p => p.Leaf).Order().ShouldBe(Enumerable.Range(0, 12).Select(n => (long)n));
        places.GroupBy(p => p.Matter).ShouldAllBe(m => m.Select(p => p.Leaf).SequenceEqual(m.Select(p => p.Leaf).Order()));
        var checkpoint = await store.System.Proofs.NewestAsync();
        checkpoint.ShouldNotBeNull().IsSignedBy(store.System.Key.Public).ShouldBeTrue();
        checkpoint.Checkpoint.Size.ShouldBe(12);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Seal_TwoSealersWhileWritersWrite_SealEachEntryOnce(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        await using var other = await FaduSystem.OpenAsync(store.Options, TimeProvider.System);
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => store.RecordAsync()));
        while (!writing.IsCompleted)
        {
            await Task.WhenAll(store.System.Sealer.SealAsync(), other.Sealer.SealAsync());
        }

        await writing;
        var last = await store.System.Sealer.SealAsync();

        last.Size.ShouldBe(24);
        var report = await store.VerifyAsync(store);
        report.Faults.ShouldBeEmpty();
        report.Entries.ShouldBe(24);
        report.Leaves.ShouldBe(24);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Seal_EntryWrittenBehindTheSystem_IsRefusedWithAllThatFollows(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        var id = await store.RecordAsync();
        await store.ExecuteAsync("update entries set mac = @mac where matter_id = @id and sequence = 5", new { id, mac = new string('0', 64) });

        var outcome = await store.System.Sealer.SealAsync();

        outcome.Sealed.ShouldBe(4);
        outcome.Refused.ShouldBe([(id, 5), (id, 6)]);
    }

    [Fact]
    public async Task Seal_FrontierAltered_StopsAndSaysWhatToDo()
    {
        await using var store = await LedgerStore.CreateAsync(DatabaseKind.Sqlite);
        var id = await store.RecordAsync();
        await store.System.Sealer.SealAsync();
        await store.StepAsync(id, 6, "perform", ("performance", "performed"));
        await store.ExecuteAsync("update checkpoints set frontier = x'0000000000000000'");

        var fault = await Should.ThrowAsync<StoreException>(() => store.System.Sealer.SealAsync());

        fault.Message.ShouldContain("fadu ledger verify");
    }

    [Fact]
    public async Task Key_NewStore_IsReadableByItsOwnerOnly()
    {
        await using var store = await LedgerStore.CreateAsync(DatabaseKind.Sqlite);
        File.GetUnixFileMode(Core.Ledger.LedgerKey.PathOf(store.Options.Data)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Sm2PublicKey.Parse(await File.ReadAllTextAsync(Core.Ledger.LedgerKey.PublicPathOf(store.Options.Data))).Id.ShouldBe(store.System.Key.Public.Id);
    }

    [Fact]
    public async Task Key_Gone_StoreDoesNotOpenAndSaysWhy()
    {
        await using var store = await LedgerStore.CreateAsync(DatabaseKind.Sqlite);
        File.Delete(Core.Ledger.LedgerKey.PathOf(store.Options.Data));

        (await Should.ThrowAsync<StoreException>(() => FaduSystem.OpenAsync(store.Options, TimeProvider.System))).Message.ShouldContain("签名密钥");
    }
}
