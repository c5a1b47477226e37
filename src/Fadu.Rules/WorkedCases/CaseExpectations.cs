using Fadu.Rules.Expressions;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;
using Fadu.Rules.Registers.Loading;
using Fadu.Rules.Supervision;

namespace Fadu.Rules.WorkedCases;

/// <summary>Compares what a case expects with what the engine says.</summary>
internal sealed partial class CaseExpectations(
    Law law, Register register, WorkedCase worked, MatterState? state, ProcedureContext context, CaseLinks links, LawErrors errors)
{
    private readonly MatterFacts? facts = state is null ? null : FactBuilder.Build(register, state, context);

    public void Check()
    {
        foreach (var (key, node) in worked.Expectations)
        {
            switch (key.Value)
            {
                case "refused":
                    Refused(node);
                    break;
                case "links":
                    Links(node);
                    break;
                case "can":
                    Can(node);
                    break;
                case "findings":
                    Findings(key, node);
                    break;
                case "status":
                    Compare(key, "status", state?.Status, node);
                    break;
                case var light when light.EndsWith(".light", StringComparison.Ordinal):
                    Compare(key, light, Light(key, light[..^".light".Length]), node);
                    break;
                default:
                    Value(key, node);
                    break;
            }
        }
    }

    private void Fail(LawNode at, string message) => errors.Add(at, $"案例“{worked.Title}”：{message}", "请核对案例，或者核对事项定义");

    private void Refused(LawNode node)
    {
        if (node is not LawMap map)
        {
            errors.Add(node, "refused 应当写成 {环节: 关口}");
            return;
        }

        foreach (var (step, expected) in map.Entries)
        {
            if (register.Step(step.Value) is not { } tried)
            {
                errors.Add(step, $"没有环节“{step.Value}”", Suggestion.For(step.Value, register.Steps.Select(s => s.Id)));
                continue;
            }

            var (gates, typed) = expected is LawMap full
                ? (Words(full.Find("gate")?.Value), full.Entries.Where(e => e.Key.Value != "gate"))
                : (Words(expected), []);
            var draft = CaseRunner.Draft(register, tried.Id, worked.Today, null, links.Read(register, tried.Id, worked.Today, typed, context));
            var result = links.Record(register, state, draft, context);
            // That a step is not for such a matter counts as its order: a case need not tell the two apart.
            var given = result.Refusals.Select(r => r.Kind == RefusalKind.NotApplicable ? "order" : r.Id).ToHashSet();
            if (gates.Count == 0)
            {
                errors.Add(expected, "请写明被哪个关口拒绝（gate）");
            }

            foreach (var gate in gates.Where(g => !given.Contains(g.Value)))
            {
                if (!IsKnown(gate.Value))
                {
                    errors.Add(gate, $"没有关口、核对规则或最短期限“{gate.Value}”", Suggestion.For(gate.Value, Gates()));
                }
                else
                {
                    Fail(gate, $"{worked.Today:yyyy-MM-dd} 办理“{step.Value}”没有被“{gate.Value}”拒绝；实际：{(given.Count == 0 ? "可以办理" : string.Join("、", result.Refusals.Select(r => $"{r.Says}（{r.Id}）")))}");
                }
            }
        }
    }

    private IEnumerable<string> Gates() =>
        register.Gates.Select(g => g.Id).Concat(register.Clocks.Where(c => c.Kind == ClockKind.Minimum).Select(c => c.Id)).Append("order");

    private bool IsKnown(string gate) =>
        gate is "order" or "when" or "date" || Gates().Contains(gate) || register.Field(gate) is not null || register.Steps.Any(s => s.Id == gate || s.Files.Contains(gate));

    private void Links(LawNode node)
    {
        if (node is not LawMap map)
        {
            errors.Add(node, "links 应当写成 {事项.环节: 件数}");
            return;
        }

        foreach (var (key, expected) in map.Entries)
        {
            if (key.Value.Split('.') is not [var other, var step] || !law.Has(other) || law.Latest(other).Step(step) is null)
            {
                errors.Add(key, $"“{key.Value}”不是“事项.环节”", "请写成 penalty.lead 的样子");
            }
            else
            {
                Compare(key, key.Value, (long)links.Done.GetValueOrDefault((other, step)), expected);
            }
        }
    }

    private void Can(LawNode node)
    {
        var options = state is null ? [] : Options.Of(register, state, worked.Today, context);
        foreach (var word in Words(node))
        {
            if (register.Step(word.Value) is null)
            {
                errors.Add(word, $"没有环节“{word.Value}”", Suggestion.For(word.Value, register.Steps.Select(s => s.Id)));
            }
            else if (options.FirstOrDefault(o => o.Step.Id == word.Value) is not { Allowed: true } option)
            {
                var why = options.FirstOrDefault(o => o.Step.Id == word.Value)?.Refusals.Where(r => r.Blocks).Select(r => $"{r.Says}（{r.Id}）");
                Fail(word, $"{worked.Today:yyyy-MM-dd} 不能办理“{word.Value}”：{(why is null ? "已经办过，或者不适用" : string.Join("；", why))}");
            }
        }
    }

    private void Findings(LawText key, LawNode node)
    {
        var rules = law.SupervisionRules.Values.Where(r => r.Subject == SupervisionSubject.Matters && r.Register == register.Id).ToList();
        var expected = Words(node).ToList();
        foreach (var word in expected.Where(w => rules.All(r => r.Key != w.Value)))
        {
            errors.Add(word, $"没有监督规则“{word.Value}”", Suggestion.For(word.Value, rules.Select(r => r.Key)));
        }

        if (facts is null)
        {
            return;
        }

        var hit = rules.Where(r => r.Where.Holds(facts.Row, Evaluation())).Select(r => r.Key).ToHashSet();
        var (missing, extra) = (expected.Select(w => w.Value).Except(hit).ToList(), hit.Except(expected.Select(w => w.Value)).ToList());
        if (missing.Count > 0 || extra.Count > 0)
        {
            Fail(key, $"{worked.Today:yyyy-MM-dd} 监督发现不符：{(missing.Count > 0 ? $"没有命中 {string.Join("、", missing)}" : "")}{(missing.Count > 0 && extra.Count > 0 ? "；" : "")}{(extra.Count > 0 ? $"多命中 {string.Join("、", extra)}" : "")}");
        }
    }

    private string? Light(LawText key, string clock)
    {
        if (register.Clock(clock) is null)
        {
            errors.Add(key, $"没有期限“{clock}”", Suggestion.For(clock, register.Clocks.Select(c => c.Id)));
            return null;
        }

        if (facts?.Clocks.FirstOrDefault(c => c.Clock.Id == clock) is not { } found)
        {
            return null;
        }

        return found.Met is not null
            ? found.OverdueOn(worked.Today) ? "late" : "met"
            : found.LightOn(worked.Today, context.Calendar).Colour.ToString().ToLowerInvariant();
    }

    /// <summary>Everything else is asked as an expression: a field, <c>clock.due</c>, <c>step.on</c>, <c>rows.count</c>, <c>matter.closed_on</c>.</summary>
    private void Value(LawText key, LawNode node)
    {
        var scope = ExpressionScope.ForRegister(
            register.Facts, register.Parameters, register.Steps.Select(s => s.Id).ToHashSet(), register.Clocks.Select(c => c.Id).ToHashSet(),
            law.FindFacts);
        var text = FactTable.Common.Any(c => c.Name == key.Value) ? "matter." + key.Value : key.Value;
        if (!Expression.TryParse(text, scope, ExpressionType.Any, out var expression, out var error))
        {
            errors.Add(key, $"“{key.Value}”看不懂：{error.Message.TrimEnd('。')}", "可以写字段、期限.due、期限.light、环节.on、status、can、refused、findings");
        }
        else if (facts is not null)
        {
            Compare(key, key.Value, expression.Evaluate(facts.Row, Evaluation()), node);
        }
    }

    private EvaluationContext Evaluation() => new(worked.Today, null, context.Parameters, context.Calendar, context.References);

    private static List<LawText> Words(LawNode? node) => node switch
    {
        LawList list => [.. list.Items.OfType<LawText>()],
        LawText { IsEmpty: false } text => [text],
        _ => [],
    };
}
