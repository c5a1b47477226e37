using System.Data.Common;
using System.Text.Json.Nodes;
using Fadu.Core.Storage;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Matters;

public sealed partial class MatterService
{
    /// <summary>Adds a ledger entry to a matter in the transaction of the caller: something was done about it that leaves its state as it is.</summary>
    /// <returns>Version after, or null where there is no such matter.</returns>
    internal async Task<int?> AppendAsync(
        DbConnection connection, DbTransaction transaction, long matter, string kind, JsonObject payload, Actor actor, CancellationToken cancel)
    {
        if (await reader.FindAsync(connection, transaction, actor.Region, matter) is not { } loaded)
        {
            return null;
        }

        var context = await ContextAsync(connection, transaction, loaded.Register, loaded.State, actor);
        var write = await AppendAsync(connection, transaction, loaded, new(loaded.Register, loaded.State, payload), kind, actor.Act(time.Now()), context, actor, cancel);
        return write.Version;
    }

    /// <summary>Writes one entry that is no step, with the state that it leads to.</summary>
    private async Task<MatterWrite> AppendAsync(
        DbConnection connection, DbTransaction transaction, LoadedMatter loaded, Change made, string kind, ActDraft draft, ProcedureContext context, Actor actor, CancellationToken cancel)
    {
        made.Payload["name"] = actor.Name;
        var composer = new MatterComposer(actor.Region, loaded.Id, made.Register, law.Current.Facts(made.Register.Id), loaded);
        composer.Add(made.After, FactBuilder.Build(made.Register, made.After, context), draft, kind, made.Payload);
        var write = composer.Finish();
        var batch = new SqlBatch(database);
        write.AddTo(batch, database, facts, key);
        await batch.ExecuteAsync(connection, transaction, cancel);
        return write;
    }

    private async Task<ProcedureContext> ContextAsync(DbConnection connection, DbTransaction transaction, Register register, MatterState state, Actor actor) =>
        law.Context(register) with { References = await reader.ReferencesAsync(connection, transaction, actor.Region, register, state, state.Values) };
}
