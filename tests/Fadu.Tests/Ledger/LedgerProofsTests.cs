using Fadu.Core;
using Fadu.Rules.Ledger;
using Fadu.Tests.Databases;

namespace Fadu.Tests.Ledger;

public sealed class LedgerProofsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Prove_SealedEntry_HoldsOfflineAndOnlyForIt(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        var id = await store.RecordAsync();
        await store.RecordAsync();
        await store.System.Sealer.SealAsync();

        var proof = await store.System.Proofs.ProveAsync(id, 3);

        ProofFile.VerifyOffline(proof, store.System.Key.Public).Verdict.ShouldBe(ProofVerdict.Holds);
        ProofFile.VerifyOffline(proof.Replace("双方核对账目", "双方未核对账"), store.System.Key.Public).Verdict.ShouldBe(ProofVerdict.PayloadDiffers);
        ProofFile.VerifyOffline(proof, Sm2.GenerateKey().PublicKey).Verdict.ShouldBe(ProofVerdict.SignatureWrong);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Consistency_BetweenTwoCheckpoints_Holds(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        await store.RecordAsync();
        await store.System.Sealer.SealAsync();
        var older = await store.System.Proofs.NewestAsync();
        await store.RecordAsync();
        await store.System.Sealer.SealAsync();

        ConsistencyFile.VerifyOffline(await store.System.Proofs.ConsistencyAsync(older!), store.System.Key.Public).Verdict.ShouldBe(ProofVerdict.Holds);
    }

    [Fact]
    public async Task Prove_UnknownOrUnsealedEntry_SaysWhichAndWhatToDo()
    {
        await using var store = await LedgerStore.CreateAsync(DatabaseKind.Sqlite);
        var id = await store.RecordAsync();

        (await Should.ThrowAsync<StoreException>(() => store.System.Proofs.ProveAsync(id, 1))).Message.ShouldContain("还没有封存");
        (await Should.ThrowAsync<StoreException>(() => store.System.Proofs.ProveAsync(id, 77))).Message.ShouldContain("没有事项");
    }
}
