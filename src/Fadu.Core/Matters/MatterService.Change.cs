using System.Data.Common;
using System.Text.Json.Nodes;
using Fadu.Core.Storage;
using Fadu.Rules.Ledger;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Matters;

public sealed partial class MatterService
{
    /// <summary>Corrects what was recorded wrongly. Writes nothing where nothing differs.</summary>
    public Task<MatterOutcome> CorrectAsync(CorrectionRequest request, Actor actor, CancellationToken cancel = default) =>
        ChangeAsync(request.Matter, request.SeenVersion, actor, EntryKinds.StepCorrected, request.Reason, loaded =>
        {
            var after = Corrections.Apply(loaded.State, request);
            if (ReferenceEquals(after, loaded.State))
            {
                return null;
            }

            var payload = new JsonObject { ["values"] = StateJson.Object([.. request.Values.Select(v => (v.Key, v.Value))]) };
            payload["days"] = StateJson.Object([.. request.Days.Select(d => (d.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), (object?)d.Value))]);
            // A value set to nothing is said by name: a missing member would look like one that was not touched.
            payload["cleared"] = new JsonArray([.. request.Values.Where(v => v.Value is null).Select(v => (JsonNode)v.Key)]);
            return new(loaded.Register, after, payload);
        }, cancel);

    /// <summary>Gives a matter to another handler or office (转办).</summary>
    public Task<MatterOutcome> AssignAsync(long matter, int seenVersion, string office, string? handler, string reason, Actor actor, CancellationToken cancel = default) =>
        ChangeAsync(matter, seenVersion, actor, EntryKinds.MatterTransferred, reason, loaded =>
            loaded.State.Office == office && loaded.State.Handler == handler
                ? null
                : new(loaded.Register, loaded.State with { Office = office, Handler = handler }, StateJson.Object(("office", office), ("handler", handler))), cancel);

    /// <summary>Moves a matter to another version of its register: a recorded act with a reason, never a side effect of a new law.</summary>
    public Task<MatterOutcome> MoveAsync(long matter, int seenVersion, DateOnly version, string reason, Actor actor, CancellationToken cancel = default) =>
        ChangeAsync(matter, seenVersion, actor, EntryKinds.MatterMoved, reason, loaded =>
        {
            var register = law.Version(loaded.Register.Id, version);
            return register.InForce == loaded.Register.InForce
                ? null
                : new(register, loaded.State with { Definition = register.InForce }, StateJson.Object(("from", loaded.Register.InForce), ("to", register.InForce)));
        }, cancel);

    private sealed record Change(Register Register, MatterState After, JsonObject Payload);

    private async Task<MatterOutcome> ChangeAsync(
        long matter, int seenVersion, Actor actor, string kind, string reason, Func<LoadedMatter, Change?> change, CancellationToken cancel)
    {
        try
        {
            return await database.WriteAsync(async (connection, transaction) =>
            {
                var loaded = await SeenAsync(connection, transaction, matter, seenVersion, actor);
                return change(loaded) is { } made
                    ? await WriteAsync(connection, transaction, loaded, made, kind, reason, actor, cancel)
                    : new MatterOutcome.Recorded(loaded.Id, loaded.Version, loaded.State.Number, []);
            }, cancel);
        }
        catch (RefusedException refused)
        {
            return refused.Outcome;
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            return await StaleAsync(actor.Region, matter, seenVersion, cancel);
        }
    }

    private async Task<MatterOutcome> WriteAsync(
        DbConnection connection, DbTransaction transaction, LoadedMatter loaded, Change made, string kind, string reason, Actor actor, CancellationToken cancel)
    {
        var draft = actor.Act(time.Now()) with { Reason = reason };
        var context = await ContextAsync(connection, transaction, made.Register, made.After, actor);
        var refusals = Procedure.CheckChanged(made.Register, made.After, draft, context);
        if (refusals.Any(r => r.Blocks))
        {
            throw new RefusedException(new MatterOutcome.Refused(refusals));
        }

        made.Payload["reason"] = reason;
        var after = Procedure.Refreshed(made.Register, made.After, context);
        var write = await AppendAsync(connection, transaction, loaded, made with { After = after }, kind, draft, context, actor, cancel);
        return new MatterOutcome.Recorded(write.Id, write.Version, write.After.Number, refusals);
    }
}
