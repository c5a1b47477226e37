using System.Data.Common;
using System.Text.Json.Nodes;
using Fadu.Core.Storage;
using Fadu.Rules.Procedures;

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

        var now = time.Now();
        var draft = new ActDraft
        {
            Step = "",
            On = DateOnly.FromDateTime(now.DateTime),
            RecordedAt = now,
            Account = actor.Account,
            AccountName = actor.Name,
            Office = actor.Office,
        };
        var references = await reader.ReferencesAsync(connection, transaction, actor.Region, loaded.Register, loaded.State, loaded.State.Values);
        var context = law.Context(loaded.Register) with { References = references };
        payload["name"] = actor.Name;
        var composer = new MatterComposer(actor.Region, loaded.Id, loaded.Register, law.Current.Facts(loaded.Register.Id), loaded);
        composer.Add(loaded.State, FactBuilder.Build(loaded.Register, loaded.State, context), draft, kind, payload);
        var write = composer.Finish();
        var batch = new SqlBatch(database);
        write.AddTo(batch, database, facts, key);
        await batch.ExecuteAsync(connection, transaction, cancel);
        return write.Version;
    }
}
