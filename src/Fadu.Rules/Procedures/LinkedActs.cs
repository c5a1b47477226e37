using System.Collections.Immutable;
using Fadu.Rules.Expressions;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Procedures;

/// <summary>How one matter is linked to another; the numbers are stored.</summary>
public enum LinkKind
{
    /// <summary>It is in the population that the matter froze.</summary>
    Collected = 1,
    /// <summary>A batch stepped or opened it.</summary>
    Applied = 2,
    /// <summary>A step opened it.</summary>
    Spawned = 3,
}

/// <summary>A step that another matter's step carries out with itself (<c>apply</c>, <c>spawn</c>).</summary>
/// <param name="Matter">The matter to step; null opens one, or is missing.</param>
/// <param name="Row">Number of the row in the batch, from 1; 0 for a spawn.</param>
public sealed record LinkedAct(LinkKind Kind, string Register, string Step, long? Matter, IReadOnlyDictionary<string, object?> Values, int Row);

/// <summary>Where a linked act comes from.</summary>
public sealed record ActOrigin(long Matter, string Register, string Step, string Says);

/// <summary>What an act did to another matter, as its ledger entry keeps it.</summary>
public sealed record ActLink(LinkKind Kind, long Matter, string Register, string Step);

/// <summary>What a step does to other matters: pure, so that the store and the worked cases do the same.</summary>
public static class LinkedActs
{
    /// <summary>Whether there is anything to do: a row that names no matter steps none (a document that is not kept here); where one must be named, its column is required.</summary>
    public static bool Concerns(LinkedAct act, Register target) => act.Matter is not null || target.Step(act.Step)?.Opens == true;

    /// <summary>The steps to be carried out in other matters with this one; none for matters taken over, which bring their own.</summary>
    /// <param name="after">The matter with the step done.</param>
    public static IReadOnlyList<LinkedAct> Of(Register register, Step step, MatterState after, FactRow facts, ProcedureContext context, DateOnly on)
    {
        if (after.Imported)
        {
            return [];
        }

        List<LinkedAct> acts = [];
        if (step.Apply is { } apply && register.Field(apply.Rows) is { } field)
        {
            var given = after.Values.GetValueOrDefault(apply.Rows) as IReadOnlyList<RowValue> ?? [];
            var columns = facts.Rows.GetValueOrDefault(apply.Rows) ?? [];
            var common = Values(register, apply.Set, after, facts, context.On(on));
            for (var i = 0; i < given.Count && i < columns.Count; i++)
            {
                if (columns[i].GetValueOrDefault(apply.By) is string code && apply.On.TryGetValue(code, out var there))
                {
                    var matter = apply.ReferenceColumn is { } reference ? given[i].Values.GetValueOrDefault(reference) as long? : null;
                    var row = columns[i];
                    var values = field.Columns
                        .Where(c => c.Id != apply.ReferenceColumn)
                        .Select(c => (c.Id, Value: given[i].Values.GetValueOrDefault(c.Id) ?? (c.Derive is null ? null : row.GetValueOrDefault(c.Id))))
                        .Where(c => !StepForm.IsEmpty(c.Value)).ToDictionary(c => c.Id, c => c.Value);
                    foreach (var (id, value) in common)
                    {
                        values.TryAdd(id, value);
                    }

                    acts.Add(new(LinkKind.Applied, apply.Register, there, matter, values, i + 1));
                }
            }
        }

        if (step.Spawn is { } spawn)
        {
            acts.Add(new(LinkKind.Spawned, spawn.Register, spawn.Step, null, Values(register, spawn.Set, after, facts, context.On(on)), 0));
        }

        return acts;
    }

    /// <summary>The draft of a linked act: done by the same person at the same time, with the instruments that both steps name.</summary>
    /// <param name="target">Version under which the other matter is.</param>
    /// <param name="state">The other matter, or null where it is opened.</param>
    public static ActDraft Draft(LinkedAct act, Register target, MatterState? state, ActDraft draft, MatterState source, ActOrigin origin, ProcedureContext context)
    {
        var step = target.Step(act.Step);
        var fields = act.Values.Where(v => target.Field(v.Key) is { Derive: null }).ToDictionary(
            v => v.Key, v => FieldColumns.Narrow(target.Field(v.Key)!, v.Value), StringComparer.Ordinal);
        var known = state is null ? new FactRow(target.Facts, fields, new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, object?>>>())
            : FactBuilder.Build(target, state, context).Row;
        foreach (var field in step?.Sets.Select(s => target.Field(s.Field)!).Where(f => f.Default is not null && !fields.ContainsKey(f.Id)) ?? [])
        {
            if (state?.Values.GetValueOrDefault(field.Id) is null && field.Default!.Evaluate(known, context.On(draft.On)) is { } value)
            {
                fields[field.Id] = FieldColumns.Narrow(field, value);
            }
        }

        var instruments = step?.Files.Concat(step.OptionalFiles).ToHashSet() ?? [];
        return new()
        {
            Step = act.Step,
            On = draft.On,
            RecordedAt = draft.RecordedAt,
            Account = draft.Account,
            AccountName = draft.AccountName,
            Office = source.Office,
            Values = fields,
            Files = [.. draft.Files.Where(f => instruments.Contains(f.Instrument))],
            Reason = origin.Says,
            Origin = origin,
        };
    }

    /// <summary>Why a linked step cannot be done, as a reason against the step that asks for it.</summary>
    public static Refusal Because(Refusal refusal, LinkedAct act, Register target, string? title)
    {
        var which = act.Row > 0 ? $"第{act.Row}行" : "";
        var matter = title is null ? $"“{target.Title}”" : $"“{target.Title}”的“{title}”";
        return refusal with { Says = $"{which}须同时办理{matter}的环节“{target.Step(act.Step)?.Title ?? act.Step}”，但{refusal.Says}" };
    }

    /// <summary>The refusal of a row whose matter is not there.</summary>
    public static Refusal Unknown(LinkedAct act, Register target) => new(
        RefusalKind.Field, act.Step, $"第{act.Row}行写明的“{target.Title}”不存在，不能办理“{target.Step(act.Step)?.Title ?? act.Step}”", null, "请核对该行所写的事项");

    /// <summary>The rows of a frozen population: one for each matter found, in their order.</summary>
    /// <param name="found">Facts of the matters found; with their states where the store has them.</param>
    public static IReadOnlyList<RowValue> Collected(
        Register register, Collect collect, IEnumerable<(Register Register, MatterState? State, FactRow Facts)> found, ProcedureContext context, DateOnly on)
    {
        var columns = register.Field(collect.Into)!.Columns.ToDictionary(c => c.Id);
        return [.. found.Select(f => new RowValue(collect.Set
            .Select(s => (s.Key, Value: FieldColumns.Narrow(columns[s.Key], Value(f.Register, s.Value, f.State, f.Facts, context.On(on)))))
            .Where(s => s.Value is not null).ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal)))];
    }

    private static Dictionary<string, object?> Values(
        Register register, IReadOnlyDictionary<string, Expression> set, MatterState after, FactRow facts, EvaluationContext context) =>
        set.Select(s => (s.Key, Value: Value(register, s.Value, after, facts, context)))
            .Where(s => !StepForm.IsEmpty(s.Value)).ToDictionary(s => s.Key, s => s.Value);

    // A field that is passed as it is keeps what its fact column does not show: the identifier of a party, the certificates of officers.
    private static object? Value(Register register, Expression expression, MatterState? state, FactRow facts, EvaluationContext context)
    {
        if (register.Field(expression.Text.Trim()) is not { Derive: null } field)
        {
            return expression.Evaluate(facts, context);
        }

        return state?.Values.GetValueOrDefault(field.Id)
            ?? (field.Type == FieldType.Party && facts[field.Id] is string name
                ? new Party(name, facts[field.Id + "_kind"] as string ?? "legal", facts[field.Id + "_id"] as string)
                : expression.Evaluate(facts, context));
    }
}
