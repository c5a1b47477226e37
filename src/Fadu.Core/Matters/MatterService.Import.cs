using System.Data.Common;
using Fadu.Core.Storage;
using Fadu.Rules.Ledger;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Matters;

public sealed partial class MatterService
{
    private const string CorrectionReason = "再次导入，来源系统的内容有变化";

    /// <summary>Works out what taking a matter over writes. Touches nothing: the same call tries and does.</summary>
    /// <param name="known">The matter as it is here, or null where it is new.</param>
    /// <param name="dry">Only try: no ledger entries are made.</param>
    /// <param name="references">Facts of matters it refers to.</param>
    public TakenOver TakeOver(
        ImportedMatter imported, LoadedMatter? known, Actor actor, DateTimeOffset at, bool dry, Func<string, long, FactRow?>? references = null)
    {
        var register = known?.Register ?? law.Opening(imported.Register, imported.Acts[0].On);
        var context = law.Context(register);
        context = references is null ? context : context with { References = references };
        var difference = known is null ? null : ImportDifference.Of(register, known.State, imported);
        if (difference is { IsEmpty: true })
        {
            return new(TakeOverKind.Same, known!.Id, [], known.State, null);
        }

        var id = known?.Id ?? (dry ? 0 : ids.Next());
        var composer = new MatterComposer(actor.Region, id, register, law.Current.Facts(register.Id), known, dry);
        var draft = actor.Act(at) with { Office = imported.Office, Imported = true, Source = imported.Source, External = imported.External };
        if (difference is { Corrects: true } && Correct(composer, register, known!, difference, draft, context) is { Count: > 0 } refused)
        {
            return new(TakeOverKind.Refused, known!.Id, refused, null, null);
        }

        foreach (var act in difference?.Added ?? imported.Acts)
        {
            var number = Procedure.AssignsNumber(register, composer.State, act.Step) ? imported.Number : null;
            var refusals = composer.Add(draft with { Step = act.Step, On = act.On, Values = act.Values }, context, number, act.Number);
            if (refusals.Count > 0)
            {
                return new(TakeOverKind.Refused, known?.Id, refusals, null, null);
            }
        }

        return new(known is null ? TakeOverKind.Added : TakeOverKind.Changed, id, composer.Warnings, composer.State, dry ? null : composer.Finish());
    }

    /// <summary>Adds the statements of a matter taken over: rows, ledger entries, facts, search, findings.</summary>
    internal void AddTo(SqlBatch batch, MatterWrite write)
    {
        write.AddTo(batch, database, facts, key);
        GateFindings.Add(batch, write, law, ids);
    }

    private static IReadOnlyList<Refusal> Correct(
        MatterComposer composer, Register register, LoadedMatter known, ImportDifference difference, ActDraft draft, ProcedureContext context)
    {
        var changed = difference.Apply(known.State);
        var refusals = Procedure.CheckChanged(register, changed, draft, context);
        if (refusals.Any(r => r.Blocks && r.Kind is RefusalKind.Field or RefusalKind.Date))
        {
            return refusals;
        }

        var after = Procedure.Refreshed(register, changed, context);
        var payload = difference.Payload();
        payload["name"] = draft.AccountName;
        payload["reason"] = CorrectionReason;
        payload["source"] = draft.Source;
        payload["external"] = draft.External;
        composer.Add(after, FactBuilder.Build(register, after, context), draft, EntryKinds.StepCorrected, payload, refusals);
        return [];
    }
}
