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
public sealed partial class MatterService(Database database, FactStore facts, LedgerKey key, LawStore law, MatterReader reader, OfficeDirectory offices, MatterIds ids, TimeProvider time)
{
    /// <summary>Records one step.</summary>
    public async Task<MatterOutcome> RecordAsync(StepRequest request, Actor actor, CancellationToken cancel = default)
    {
        try
        {
            return await database.WriteAsync((connection, transaction) => RecordAsync(connection, transaction, request, actor, cancel), cancel);
        }
        catch (RefusedException refused)
        {
            return refused.Outcome;
        }
        catch (DbException error) when (database.IsDuplicate(error) && request.Matter is { } id)
        {
            // Another writer took this place in the chain between our read and our write.
            return await StaleAsync(actor.Region, id, request.SeenVersion ?? 0, cancel);
        }
    }

    private async Task<MatterOutcome> RecordAsync(DbConnection connection, DbTransaction transaction, StepRequest request, Actor actor, CancellationToken cancel)
    {
        LoadedMatter? loaded = null;
        if (request.Matter is { } id)
        {
            loaded = await reader.FindAsync(connection, transaction, actor.Region, id);
            if (loaded is null || !actor.Covers(loaded.State.Office, loaded.State.Handler))
            {
                throw new RefusedException(new MatterOutcome.Missing());
            }

            if (request.SeenVersion is { } seen && seen != loaded.Version)
            {
                throw new RefusedException(await StaleAsync(connection, transaction, actor.Region, loaded, seen));
            }
        }

        var register = loaded?.Register ?? law.Opening(request.Register, request.On);
        if (register.Step(request.Step) is { } step && !actor.MayDo(step))
        {
            throw new RefusedException(new MatterOutcome.Forbidden($"您的角色不能办理“{step.Title}”，该环节由{law.RoleTitles(step.By)}办理"));
        }

        var composer = new MatterComposer(actor.Region, loaded?.Id ?? ids.Next(), register, law.Current.Facts(register.Id), loaded);
        var refusals = await AddAsync(connection, transaction, composer, register, request, actor);
        if (refusals.Count > 0)
        {
            throw new RefusedException(new MatterOutcome.Refused(refusals));
        }

        var write = composer.Finish();
        var batch = new SqlBatch(database);
        write.AddTo(batch, database, facts, key);
        GateFindings.Add(batch, write, law, ids);
        await batch.ExecuteAsync(connection, transaction, cancel);
        return new MatterOutcome.Recorded(write.Id, write.Version, write.After.Number, write.Warnings);
    }

    private async Task<IReadOnlyList<Refusal>> AddAsync(
        DbConnection connection, DbTransaction transaction, MatterComposer composer, Register register, StepRequest request, Actor actor)
    {
        var values = await offices.WithCertificatesAsync(connection, transaction, actor.Region, register, request.Values);
        var draft = new ActDraft
        {
            Step = request.Step,
            On = request.On,
            RecordedAt = request.RecordedAt ?? time.GetUtcNow().ToOffset(TimeSpan.FromHours(8)),
            Account = actor.Account,
            AccountName = actor.Name,
            Office = actor.Office,
            Values = values,
            Files = request.Files,
            Reason = request.Reason,
            Lapsed = request.Lapsed,
        };
        var references = await reader.ReferencesAsync(connection, transaction, actor.Region, register, composer.State, values);
        var context = law.Context(register) with { References = references };

        var assigns = Procedure.AssignsNumber(register, composer.State, request.Step);
        var pattern = register.Step(request.Step)?.Number;
        if (!assigns && pattern is null)
        {
            return composer.Add(draft, context, null, null);
        }

        // A first pass without numbers, so that a refused step never takes one from the series.
        var trial = Procedure.Record(register, composer.State, draft, context, "", "");
        if (!trial.Accepted)
        {
            return trial.Refusals;
        }

        var abbr = offices.Abbr(actor.Region, trial.State.Office);
        var number = assigns
            ? await Numbering.NextAsync(connection, transaction, actor.Region, register.NumberPattern!, abbr, request.On)
            : null;
        var stepNumber = pattern is not null
            ? await Numbering.NextAsync(connection, transaction, actor.Region, pattern, abbr, request.On)
            : null;
        return composer.Add(draft, context, number, stepNumber);
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
