using Fadu.Rules.Calendar;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Procedures;

/// <summary>One step as offered on the page of a matter.</summary>
/// <param name="Refusals">Why it may not be done now; what the form itself will decide is not listed.</param>
public sealed record StepOption(Step Step, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>May be done now.</summary>
    public bool Allowed => !Refusals.Any(r => r.Blocks);
}

/// <summary>What may be done next with a matter, and why something may not.</summary>
public static class Options
{
    /// <summary>All steps that are neither done for good nor foreign to this matter, the allowed ones first.</summary>
    public static IReadOnlyList<StepOption> Of(Register register, MatterState state, DateOnly on, ProcedureContext context)
    {
        var facts = FactBuilder.Build(register, state, context);
        var draft = new ActDraft
        {
            Step = "",
            On = on,
            RecordedAt = ChinaTime.At(on, new TimeOnly(12, 0)),
            Account = "",
            AccountName = "",
            Office = state.Office,
        };
        List<StepOption> options = [];
        foreach (var step in register.Steps)
        {
            if ((step.Opens && (state.HasDone(step.Id) || register.Index.ClosedBy(step).Any(state.HasDone))) || (!step.Repeat && state.HasDone(step.Id)))
            {
                continue;
            }

            List<Refusal> refusals = [];
            StepOrder.Check(refusals, register, state, step, draft with { Step = step.Id }, facts.Row, context);
            if (DependsOnForm(step.When, step))
            {
                refusals.RemoveAll(r => r.Kind == RefusalKind.NotApplicable);
            }

            List<Refusal> gates = [];
            Gates.Check(gates, register, step, draft with { Step = step.Id }, facts, context);
            refusals.AddRange(gates.Where(r => r.Kind != RefusalKind.Gate || !DependsOnForm(Gate(register, r.Id)?.Needs, step)));
            if (refusals.Any(r => r.Kind == RefusalKind.NotApplicable) && refusals.Any(r => r.Kind == RefusalKind.Order))
            {
                continue;
            }

            options.Add(new(step, refusals));
        }

        return [.. options.OrderByDescending(o => o.Allowed)];
    }

    private static Gate? Gate(Register register, string id) => register.Gates.FirstOrDefault(g => g.Id == id);

    private static bool DependsOnForm(Expressions.Expression? expression, Step step) =>
        expression is not null && (step.Sets.Any(s => expression.Needs.Any(n => n == s.Field || n.StartsWith(s.Field + "_", StringComparison.Ordinal) || n.StartsWith(s.Field + ".", StringComparison.Ordinal)))
            || step.Adds.Any(a => expression.Needs.Any(n => n == a || n.StartsWith(a + ".", StringComparison.Ordinal))));
}
