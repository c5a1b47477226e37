using Fadu.Rules.Registers;

namespace Fadu.Rules.Procedures;

/// <summary>Whether a step comes at the right place in the procedure.</summary>
internal static class StepOrder
{
    public static void Check(
        List<Refusal> refusals, Register register, MatterState? state, Step step, ActDraft draft, FactRow facts, ProcedureContext context)
    {
        if (step.When is { } when && !when.Holds(facts, context.On(draft.On)))
        {
            refusals.Add(new(RefusalKind.NotApplicable, step.Id, $"“{step.Title}”只适用于：{when.Explain()}", step.Basis, null));
        }

        if (draft.On > DateOnly.FromDateTime(draft.RecordedAt.DateTime))
        {
            refusals.Add(new(RefusalKind.Date, "date", $"“{step.Title}”的日期{draft.On:yyyy-MM-dd}晚于今天", null, "请填写实际办理的日期"));
        }

        if (state is null)
        {
            return;
        }

        if (state.ClosedOn is not null && !step.AfterClose && !step.Reopens && step.SendBack is null)
        {
            Order(refusals, step, "事项已办结", "需要变更的，请先办理更正或者恢复办理");
        }

        if (!step.Repeat && state.HasDone(step.Id))
        {
            Order(refusals, step, $"“{step.Title}”已经办理", null);
        }

        if (step.After.Count > 0 && !step.After.Any(state.HasDone))
        {
            var names = string.Join("”或者“", step.After.Select(s => register.Step(s)?.Title ?? s));
            Order(refusals, step, $"尚未办理“{names}”", $"请先办理“{names}”");
        }

        foreach (var missing in step.AfterAll.Where(s => !state.HasDone(s)))
        {
            Order(refusals, step, $"尚未办理“{register.Step(missing)?.Title}”", $"请先办理“{register.Step(missing)?.Title}”");
        }

        foreach (var done in register.Index.ClosedBy(step).Where(state.HasDone))
        {
            Order(refusals, step, $"已经办理“{register.Step(done)?.Title}”", null);
        }

        CheckDate(refusals, register, state, step, draft);
    }

    private static void CheckDate(List<Refusal> refusals, Register register, MatterState state, Step step, ActDraft draft)
    {
        RecordedAct? needed = null;
        foreach (var act in state.Acts)
        {
            // Any one of the steps in `after` suffices, so only the earliest of them bounds the date.
            if (act.Active && (needed is null || act.On < needed.On) && (step.After.Contains(act.Step) || step.AfterAll.Contains(act.Step)))
            {
                needed = act;
            }
        }

        var earliest = needed?.On ?? state.OpenedOn;
        if (draft.On < earliest)
        {
            var title = needed is null ? "登记" : register.Step(needed.Step)?.Title;
            refusals.Add(new(RefusalKind.Date, "date", $"“{step.Title}”的日期{draft.On:yyyy-MM-dd}早于“{title}”的日期{earliest:yyyy-MM-dd}", null, "请核对两个环节的日期"));
        }
    }

    private static void Order(List<Refusal> refusals, Step step, string says, string? advice) =>
        refusals.Add(new(RefusalKind.Order, "order", $"不能办理“{step.Title}”：{says}", step.Basis, advice));
}
