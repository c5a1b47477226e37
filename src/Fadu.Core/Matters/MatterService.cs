using System.Data.Common;
using System.Text.Json.Nodes;
using Dapper;
using Fadu.Core.Law;
using Fadu.Core.Ledger;
using Fadu.Core.Offices;
using Fadu.Core.Storage;
using Fadu.Rules.Ledger;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Matters;

/// <summary>The only way to change a matter. Gates, rows, ledger entry, facts and clocks are one transaction.</summary>
public sealed partial class MatterService(Database database, FactStore facts, LedgerKey key, LawStore law, MatterReader reader, OfficeDirectory offices, RecordIds ids, TimeProvider time)
{
    private const int MostAttempts = 3;

    /// <summary>Records one step, with what it does to other matters.</summary>
    public async Task<MatterOutcome> RecordAsync(StepRequest request, Actor actor, CancellationToken cancel = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await database.WriteAsync((connection, transaction) => RecordAsync(connection, transaction, request, actor, cancel), cancel);
            }
            catch (RefusedException refused)
            {
                return refused.Outcome;
            }
            catch (DbException error) when (database.IsDuplicate(error) && (request.Matter is not null || attempt < MostAttempts))
            {
                // Another writer took this place in a chain between our read and our write: in that of this matter, or of one it is linked to.
                if (request.Matter is { } id && (attempt >= MostAttempts || await reader.FindAsync(actor.Region, id, cancel) is not { } now || now.Version != request.SeenVersion))
                {
                    return await StaleAsync(actor.Region, id, request.SeenVersion ?? 0, cancel);
                }
            }
        }
    }

    private async Task<MatterOutcome> RecordAsync(DbConnection connection, DbTransaction transaction, StepRequest request, Actor actor, CancellationToken cancel)
    {
        var loaded = request.Matter is { } id ? await SeenAsync(connection, transaction, id, request.SeenVersion, actor) : null;
        var register = loaded?.Register ?? law.Opening(request.Register, request.On);
        if (register.Step(request.Step) is { } step && !(loaded is null ? actor.MayDo(step) : actor.MayDo(step, loaded.State.Office, loaded.State.Handler)))
        {
            throw new RefusedException(new MatterOutcome.Forbidden(actor.MayDo(step)
                ? $"“{step.Title}”由事项所在单位的{law.RoleTitles(step.By)}办理"
                : $"您的角色不能办理“{step.Title}”，该环节由{law.RoleTitles(step.By)}办理"));
        }

        var work = new MatterWork(connection, transaction, actor, new SqlBatch(database));
        var composer = work.Add(new(actor.Region, loaded?.Id ?? ids.Next(), register, law.Current.Facts(register.Id), loaded));
        var draft = actor.Act(request.RecordedAt ?? time.Now()) with
        {
            Step = request.Step,
            On = request.On,
            Values = await offices.WithCertificatesAsync(connection, transaction, actor.Region, register, request.Values),
            Files = request.Files,
            Reason = request.Reason,
            Lapsed = request.Lapsed,
        };
        var refusals = await AddAsync(work, composer, draft, cancel: cancel);
        if (refusals.Count > 0)
        {
            throw new RefusedException(new MatterOutcome.Refused(refusals));
        }

        var writes = Finish(work);
        await work.FlushAsync(cancel);
        return new MatterOutcome.Recorded(writes[0].Id, writes[0].Version, writes[0].After.Number, writes[0].Warnings);
    }

    /// <summary>The matter as the actor saw it; refused where it may not be seen or has changed since.</summary>
    /// <param name="seen">Version seen; none = whatever it is now.</param>
    private async Task<LoadedMatter> SeenAsync(DbConnection connection, DbTransaction transaction, long matter, int? seen, Actor actor)
    {
        var loaded = await reader.FindAsync(connection, transaction, actor.Region, matter);
        if (loaded is null || !actor.Covers(loaded.State.Office, loaded.State.Handler))
        {
            throw new RefusedException(new MatterOutcome.Missing());
        }

        return seen is { } version && version != loaded.Version
            ? throw new RefusedException(await StaleAsync(connection, transaction, actor.Region, loaded, version))
            : loaded;
    }

    /// <summary>Adds all that the work has come to, to its batch; the matter asked for comes first.</summary>
    private List<MatterWrite> Finish(MatterWork work)
    {
        List<MatterWrite> writes = [.. work.Composers.Select(c => c.Finish())];
        foreach (var write in writes)
        {
            AddTo(work.Batch, write);
        }

        return writes;
    }

    private async Task<MatterOutcome> StaleAsync(string region, long id, int seen, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        return await reader.FindAsync(connection, null, region, id) is { } now
            ? await StaleAsync(connection, null, region, now, seen)
            : new MatterOutcome.Missing();
    }

    private static async Task<MatterOutcome.Stale> StaleAsync(DbConnection connection, DbTransaction? transaction, string region, LoadedMatter now, int seen)
    {
        var rows = await connection.QueryAsync<(string Kind, string Step, string Payload, object Recorded)>(
            "select kind, step, payload, recorded from entries where region = @region and matter_id = @id and sequence > @seen order by sequence",
            new { region, id = now.Id, seen }, transaction);
        return new(now.Version, [.. rows.Select(r => new NewerChange(
            now.Register.Step(r.Step)?.Title ?? EntryKinds.Titles.GetValueOrDefault(r.Kind, r.Kind),
            JsonNode.Parse(r.Payload)?["name"]?.GetValue<string>() ?? "",
            ColumnValues.Time(r.Recorded)!.Value))]);
    }

    /// <summary>Ends the transaction of a write that must not happen.</summary>
    private sealed class RefusedException(MatterOutcome outcome) : Exception
    {
        public MatterOutcome Outcome { get; } = outcome;
    }
}
