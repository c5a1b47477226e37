using Fadu.Rules.Calendar;
using Fadu.Rules.Expressions;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;
using Fadu.Rules.Registers.Loading;

namespace Fadu.Rules.WorkedCases;

/// <summary>Runs a worked case through the same engine that records matters, and compares.</summary>
internal sealed class CaseRunner(Law law, LawErrors errors)
{
    private const string Account = "case";

    /// <summary>Runs a case; what differs is added to the errors at its line.</summary>
    public void Run(WorkedCase worked)
    {
        if (law.Version(worked.Register, worked.InForce) is not { } register)
        {
            errors.Add(worked.Position, $"没有事项“{worked.Register}”{worked.InForce:yyyy-MM-dd} 施行的版本", "案例文件应当与事项文件同名同目录");
            return;
        }

        var values = new CaseValues(errors, law.FindFacts);
        var context = Context(register, values);
        var links = new CaseLinks(law, values, errors, id => Context(law.Latest(id), values));
        MatterState? state = null;
        foreach (var act in worked.Acts)
        {
            state = Lapse(register, state, act.On, context);
            var before = errors.Count;
            var draft = Draft(register, act.Step, act.On, act.Files, links.Read(register, act.Step, act.On, act.Values, context));
            if (errors.Count > before)
            {
                return;
            }

            var result = links.Record(register, state, draft, context);
            if (!result.Accepted)
            {
                var reasons = string.Join("；", result.Refusals.Where(r => r.Blocks).Select(r => $"{r.Says}（{r.Id}）"));
                errors.Add(act.Position, $"案例“{worked.Title}”：{act.On:yyyy-MM-dd} 的环节“{act.Step}”被拒绝：{reasons}", "请核对案例，或者核对事项定义");
                return;
            }

            links.Take();
            state = result.State;
        }

        state = Lapse(register, state, worked.Today, context);
        new CaseExpectations(law, register, worked, state, context, links, errors).Check();
    }

    /// <summary>Records what the law makes of limits that have run out by a day, as the platform does every night.</summary>
    private static MatterState? Lapse(Register register, MatterState? state, DateOnly today, ProcedureContext context)
    {
        while (state is not null && Lapses.Next(register, state, today, Noon(today), context) is { } lapse)
        {
            state = Record(register, state, lapse, context).State;
        }

        return state;
    }

    internal static RecordResult Record(Register register, MatterState? state, ActDraft draft, ProcedureContext context)
    {
        var number = Procedure.AssignsNumber(register, state, draft.Step) ? "案例1号" : null;
        var stepNumber = register.Step(draft.Step)?.Number is null ? null : "案例文书1号";
        return Procedure.Record(register, state, draft, context, number, stepNumber);
    }

    /// <summary>An act as a person with every role and every instrument would record it.</summary>
    internal static ActDraft Draft(Register register, string step, DateOnly on, IReadOnlyList<string>? files, IReadOnlyDictionary<string, object?> values) => new()
    {
        Step = step,
        On = on,
        RecordedAt = Noon(on),
        Account = Account,
        AccountName = "案例",
        Office = Account,
        Reason = "案例",
        Values = values,
        Files = [.. (files ?? register.Step(step)?.Files ?? []).Select(f => new AttachedFile(f, f, "", 0))],
    };

    private static DateTimeOffset Noon(DateOnly day) => ChinaTime.At(day, new TimeOnly(12, 0));

    private ProcedureContext Context(Register register, CaseValues values) => new(
        law.Calendar,
        id => law.Statutes.TryFind(id, out var statute) ? statute.Days ?? DayCountingRule.CivilCode : DayCountingRule.CivilCode,
        register.Parameters.ToDictionary(p => p.Key, p => p.Value.Value),
        values.Reference);
}
