using Fadu.Rules.Registers;

namespace Fadu.Rules.Procedures;

/// <summary>Conditions before a step, minimum periods, and checks that must always hold.</summary>
internal static class Gates
{
    public static void Check(List<Refusal> refusals, Register register, Step step, ActDraft draft, MatterFacts facts, ProcedureContext context)
    {
        var evaluation = context.On(draft.On);
        foreach (var gate in register.Index.GatesBefore(step))
        {
            if (!gate.Needs.Holds(facts.Row, evaluation))
            {
                refusals.Add(new(RefusalKind.Gate, gate.Id, $"不能办理“{step.Title}”：{gate.Says}", gate.Basis, gate.Advice, gate.Level == GateLevel.Block));
            }
        }

        foreach (var minimum in register.Index.MinimumsBefore(step))
        {
            if (facts.Clocks.FirstOrDefault(c => c.Clock == minimum) is { Met: null, Deadline.RawDue: { } due } clock && draft.On <= due)
            {
                refusals.Add(new(
                    RefusalKind.MinimumPeriod, clock.Clock.Id,
                    $"不能办理“{step.Title}”：{clock.Clock.Title}自{clock.Deadline.Start:yyyy-MM-dd}起算，{due:yyyy-MM-dd}届满",
                    clock.Clock.Basis, $"请在{due:yyyy-MM-dd}的次日起办理"));
            }
        }
    }

    /// <summary>Checks refuse only what is known to be false: a check whose values are still missing waits.</summary>
    public static void CheckInvariants(List<Refusal> refusals, Register register, ActDraft draft, MatterFacts facts, ProcedureContext context)
    {
        var evaluation = context.On(draft.On);
        foreach (var check in register.Index.Checks)
        {
            if (check.Needs.Evaluate(facts.Row, evaluation) is false)
            {
                refusals.Add(new(RefusalKind.Check, check.Id, check.Says, check.Basis, check.Advice, check.Level == GateLevel.Block));
            }
        }
    }
}
