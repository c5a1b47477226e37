using Fadu.Rules.Registers;

namespace Fadu.Web.Workspace.Law;

/// <summary>The steps of a register in the rounds in which they can first be reached, for drawing the procedure from top to bottom.</summary>
internal static class ProcedureLayers
{
    public static IReadOnlyList<IReadOnlyList<Step>> Of(Register register)
    {
        var depth = register.Steps.Where(s => s.After.Count == 0 && s.AfterAll.Count == 0).ToDictionary(s => s.Id, _ => 0);
        // A step stands one below the earliest of its alternatives and below the last of those it needs together; settled by repeating, as loops are allowed.
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var step in register.Steps.Where(s => !depth.ContainsKey(s.Id)))
            {
                var any = step.After.Where(depth.ContainsKey).Select(a => depth[a]).DefaultIfEmpty(step.After.Count == 0 ? 0 : -1).Min();
                if (any < 0 || !step.AfterAll.All(depth.ContainsKey))
                {
                    continue;
                }

                depth[step.Id] = 1 + Math.Max(any, step.AfterAll.Select(a => depth[a]).DefaultIfEmpty(0).Max());
                changed = true;
            }
        }

        return [.. register.Steps.GroupBy(s => depth.GetValueOrDefault(s.Id, int.MaxValue)).OrderBy(g => g.Key).Select(g => (IReadOnlyList<Step>)[.. g])];
    }
}
