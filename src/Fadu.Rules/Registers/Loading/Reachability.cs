namespace Fadu.Rules.Registers.Loading;

/// <summary>Which steps can ever be done, looking at order and closing only; conditions are taken as possible.</summary>
internal static class Reachability
{
    public static IEnumerable<Step> Unreachable(IReadOnlyList<Step> steps)
    {
        HashSet<string> whileOpen = [];
        HashSet<string> onceClosed = [];
        var reopened = false;
        int before;
        do
        {
            before = whileOpen.Count + onceClosed.Count;
            foreach (var step in steps)
            {
                if (step.Opens || Follows(step, whileOpen))
                {
                    (step.Closes is null ? whileOpen : onceClosed).Add(step.Id);
                }

                if ((step.AfterClose || step.Reopens) && Follows(step, onceClosed))
                {
                    (step.Reopens ? whileOpen : onceClosed).Add(step.Id);
                    reopened |= step.Reopens;
                }
            }

            // What was done before closing is still done afterwards, and the other way round.
            if (onceClosed.Count > 0)
            {
                onceClosed.UnionWith(whileOpen);
            }

            if (reopened)
            {
                whileOpen.UnionWith(onceClosed);
            }
        }
        while (whileOpen.Count + onceClosed.Count > before);

        return steps.Where(s => !whileOpen.Contains(s.Id) && !onceClosed.Contains(s.Id));
    }

    private static bool Follows(Step step, HashSet<string> done) =>
        !step.Opens && done.Count > 0 && (step.After.Count == 0 || step.After.Any(done.Contains)) && step.AfterAll.All(done.Contains);
}
