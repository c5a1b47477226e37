using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;
using Fadu.Rules.Registers.Loading;

namespace Fadu.Rules.WorkedCases;

/// <summary>What the steps of a case do to other matters, without a store: matters are found in the case itself, linked steps that open a matter are carried out.</summary>
/// <remarks>A linked step on a matter that a row only names cannot be judged here, because the case does not tell that matter's past; it is counted.</remarks>
internal sealed class CaseLinks(Law law, CaseValues values, LawErrors errors, Func<string, ProcedureContext> contextOf)
{
    private const string Found = "found";
    private readonly List<(string Register, string Step)> tried = [];

    /// <summary>Linked steps of the acts of the case.</summary>
    public Dictionary<(string Register, string Step), int> Done { get; } = [];

    /// <summary>Values of an act; the rows of a population are given themselves, or follow from the matters under <c>found</c>.</summary>
    public Dictionary<string, object?> Read(Register register, string step, DateOnly on, IEnumerable<LawEntry> entries, ProcedureContext context)
    {
        var given = entries.ToList();
        if (register.Step(step)?.Collect is not { } collect || given.Find(e => e.Key.Value == Found) is not { } found || register.Field(Found) is not null)
        {
            return values.Read(register, given);
        }

        given.Remove(found);
        var read = values.Read(register, given);
        if (found.Value is not LawList list || list.Items.Any(i => i is not LawMap))
        {
            errors.Add(found.Value, $"found 应当是“{collect.From}”的一列事项", "如 found: [{status: in_force}]");
            return read;
        }

        var other = law.Latest(collect.From);
        var evaluation = contextOf(collect.From).On(on);
        var facts = list.Items.Cast<LawMap>().Select(m => values.Describe(collect.From, m)).OfType<FactRow>()
            .Where(f => collect.Where?.Holds(f, evaluation) != false).Select(f => (other, (MatterState?)null, f));
        read[collect.Into] = LinkedActs.Collected(register, collect, facts, context, on);
        return read;
    }

    /// <summary>Tries a step with the linked steps that it carries out.</summary>
    public RecordResult Record(Register register, MatterState? state, ActDraft draft, ProcedureContext context)
    {
        tried.Clear();
        var result = CaseRunner.Record(register, state, draft, context);
        if (!result.Accepted || register.Step(draft.Step) is not { } step)
        {
            return result;
        }

        List<Refusal> refusals = [.. result.Refusals];
        foreach (var act in LinkedActs.Of(register, step, result.State, result.Facts.Row, context, draft.On))
        {
            var target = law.At(act.Register, draft.On);
            if (!LinkedActs.Concerns(act, target))
            {
                continue;
            }

            tried.Add((act.Register, act.Step));
            if (target.Step(act.Step)?.Opens == true)
            {
                var there = contextOf(act.Register);
                var linked = LinkedActs.Draft(act, target, null, draft, result.State, new(0, register.Id, step.Id, ""), there);
                refusals.AddRange(CaseRunner.Record(target, null, linked, there).Refusals.Where(r => r.Blocks).Select(r => LinkedActs.Because(r, act, target, null)));
            }
        }

        return refusals.Exists(r => r.Blocks) ? new(null, null, refusals) : result;
    }

    /// <summary>Counts the linked steps of the act that was recorded last.</summary>
    public void Take()
    {
        foreach (var link in tried)
        {
            Done[link] = Done.GetValueOrDefault(link) + 1;
        }
    }
}
