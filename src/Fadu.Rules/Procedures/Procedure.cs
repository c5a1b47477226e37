using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Procedures;

/// <summary>What came of an attempt to record a step.</summary>
/// <param name="State">The new state; null when refused.</param>
/// <param name="Facts">Its facts; null when refused.</param>
/// <param name="Refusals">Reasons: all blocking ones when refused, otherwise warnings (and, for imported matters, what becomes a finding).</param>
public sealed record RecordResult(MatterState? State, MatterFacts? Facts, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Whether the step was recorded.</summary>
    [MemberNotNullWhen(true, nameof(State), nameof(Facts))]
    public bool Accepted => State is not null;
}

/// <summary>The engine: may this step be done, and what is the matter afterwards. A pure function of its arguments.</summary>
public static class Procedure
{
    /// <summary>Tries a step.</summary>
    /// <param name="state">The matter, or null where the step opens one.</param>
    /// <param name="number">Number for the matter, where this step assigns one (see <see cref="AssignsNumber"/>).</param>
    /// <param name="stepNumber">Number for the step's instrument, where the step has a pattern.</param>
    /// <param name="known">Facts of <paramref name="state"/> where the caller has them; those of the act go on from them.</param>
    public static RecordResult Record(
        Register register, MatterState? state, ActDraft draft, ProcedureContext context, string? number = null, string? stepNumber = null, MatterFacts? known = null)
    {
        if (register.Step(draft.Step) is not { } step)
        {
            return new(null, null, [new(RefusalKind.Order, "order", $"“{register.Title}”没有环节“{draft.Step}”", null, "请刷新页面后重新选择环节")]);
        }

        List<Refusal> refusals = [];
        var before = state ?? Opening(register, draft);
        if (state is null != step.Opens && !(state is not null && step.Opens))
        {
            refusals.Add(new(RefusalKind.Order, "order", state is null ? $"“{step.Title}”不是登记环节" : $"“{step.Title}”只能用于新登记", step.Basis, null));
            return new(null, null, refusals);
        }

        var typed = before with { Values = Typed(register, step, before, draft.Values) };
        var typedFacts = state is null || known is null || draft.Values.Values.Contains(null) ? FactBuilder.Build(register, typed, context)
            : draft.Values.Count == 0 ? known
            : FactBuilder.Continue(register, known, typed, draft.Values.Keys, null, context);
        StepOrder.Check(refusals, register, state, step, draft, typedFacts.Row, context);
        StepForm.Check(refusals, register, step, typed, draft, typedFacts.Row, context);
        if (!draft.Lapsed)
        {
            Gates.Check(refusals, register, step, draft, typedFacts, context);
        }

        var (after, facts) = Apply(register, typed, typedFacts, typedFacts != known, step, draft, context, number, stepNumber);
        Gates.CheckInvariants(refusals, register, draft, facts, context);
        var refused = refusals.Any(r => r.Blocks && (!draft.Imported || r.Kind is RefusalKind.Field or RefusalKind.Date));
        return refused ? new(null, null, refusals) : new(after, facts, refusals);
    }

    /// <summary>The matter as this step would leave it, whether or not it may be done: what a form says before its button.</summary>
    public static MatterFacts Preview(Register register, MatterState? state, ActDraft draft, ProcedureContext context)
    {
        var step = register.Step(draft.Step) ?? throw new ArgumentException(draft.Step, nameof(draft));
        var before = state ?? Opening(register, draft);
        var typed = before with { Values = Typed(register, step, before, draft.Values) };
        return Apply(register, typed, FactBuilder.Build(register, typed, context), true, step, draft, context, null, null).Facts;
    }

    /// <summary>What refuses a state that was changed otherwise than by a step: checks, and values that cannot be.</summary>
    public static IReadOnlyList<Refusal> CheckChanged(Register register, MatterState state, ActDraft draft, ProcedureContext context)
    {
        List<Refusal> refusals = [];
        var facts = FactBuilder.Build(register, state, context);
        StepForm.CheckValues(refusals, register, state.Values, facts.Row, context.On(draft.On));
        if (state.Acts.Any(a => a.On > DateOnly.FromDateTime(draft.RecordedAt.DateTime)))
        {
            refusals.Add(new(RefusalKind.Date, "date", "更正后的日期晚于今天", null, "请填写实际办理的日期"));
        }

        Gates.CheckInvariants(refusals, register, draft, facts, context);
        return refusals;
    }

    /// <summary>The state with title, office and opening and closing day as its acts and values now give them.</summary>
    public static MatterState Refreshed(Register register, MatterState state, ProcedureContext context)
    {
        var closing = state.Acts.LastOrDefault(a => a.Active && register.Step(a.Step)?.Closes is not null);
        var refreshed = state with
        {
            OpenedOn = state.Acts.Length == 0 ? state.OpenedOn : state.Acts[0].On,
            ClosedOn = state.ClosedOn is null ? null : closing?.On ?? state.ClosedOn,
        };
        return refreshed with { Title = Titles.Of(register, FactBuilder.Build(register, refreshed, context).Row, context.Office) };
    }

    /// <summary>Whether this step gives the matter its number.</summary>
    public static bool AssignsNumber(Register register, MatterState? state, string step) =>
        register.NumberPattern is not null && state?.Number is null
        && (register.NumberAt is { } at ? at == step : register.Step(step)?.Opens == true);

    private static MatterState Opening(Register register, ActDraft draft) => new()
    {
        Register = register.Id,
        Definition = register.InForce,
        Office = draft.Office,
        Handler = draft.Account,
        Title = register.Title,
        Status = "open",
        OpenedOn = draft.On,
        Imported = draft.Imported,
        Source = draft.Source,
        External = draft.External,
    };

    private static ImmutableSortedDictionary<string, object?> Typed(
        Register register, Step step, MatterState before, IReadOnlyDictionary<string, object?> typed)
    {
        var builder = before.Values.ToBuilder();
        foreach (var (id, value) in typed)
        {
            builder[id] = step.Adds.Contains(id) && value is IReadOnlyList<RowValue> added && before.Values.GetValueOrDefault(id) is IReadOnlyList<RowValue> had
                ? new List<RowValue>([.. AddedRows.Kept(register, before, step, id, had), .. added])
                : value;
        }

        return builder.ToImmutable();
    }

    /// <summary>Appends the act and all that follows from it, without asking whether it may be done.</summary>
    /// <param name="replaces">Nobody else has <paramref name="typedFacts"/>: those after the act take their place.</param>
    private static (MatterState State, MatterFacts Facts) Apply(
        Register register, MatterState typed, MatterFacts typedFacts, bool replaces, Step step, ActDraft draft, ProcedureContext context, string? number, string? stepNumber)
    {
        var sequence = draft.Sequence ?? (typed.Acts.Length == 0 ? 1 : typed.Acts[^1].Sequence + 1);
        var acts = step.SendBack is { } back ? SendBacks.Supersede(typed.Acts, back.To, sequence) : typed.Acts;
        var act = new RecordedAct(
            sequence, step.Id, draft.On, draft.RecordedAt, draft.Account, draft.AccountName, draft.Office, draft.Files, draft.Reason, stepNumber, null)
        { Rows = AddedRows.Of(draft.Values) };
        // A send-back reopens what it undoes the closing of; one that comes after the closing (a file returned to be completed) does not.
        var reopens = step.Reopens
            || (step.SendBack is not null && typed.ClosedOn is not null && !acts.Any(a => a.Active && register.Step(a.Step)?.Closes is not null));
        var state = typed with
        {
            Acts = acts.Add(act),
            Number = typed.Number ?? number,
            Status = step.Closes ?? step.Status ?? (reopens ? "open" : typed.Status),
            ClosedOn = step.Closes is not null ? draft.On : reopens ? null : typed.ClosedOn,
        };
        var facts = step.SendBack is null ? FactBuilder.Continue(register, typedFacts, state, [], act, context, replaces) : FactBuilder.Build(register, state, context);
        var office = register.OfficeField is { } field && facts.Row[field] is string { Length: > 0 } found ? found : state.Office;
        var title = Titles.Of(register, facts.Row, context.Office);
        if (office == state.Office && title == state.Title)
        {
            return (state, facts);
        }

        // Whoever causes a matter to be opened at another office does not handle it there.
        var handler = draft.Origin is not null && typed.Acts.IsEmpty && office != draft.Office ? null : state.Handler;
        state = state with { Office = office, Title = title, Handler = handler };
        return (state, FactBuilder.Renamed(register, facts, state, context));
    }
}
