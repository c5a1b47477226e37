using System.Collections.Immutable;

namespace Fadu.Rules.Procedures;

/// <summary>Undoes, for the present round, a step and what followed it.</summary>
internal static class SendBacks
{
    /// <summary>Marks the last active act of <paramref name="to"/> and all active acts after it; nothing is deleted.</summary>
    public static ImmutableArray<RecordedAct> Supersede(ImmutableArray<RecordedAct> acts, string to, int by)
    {
        var first = -1;
        for (var i = acts.Length - 1; i >= 0; i--)
        {
            if (acts[i].Active && acts[i].Step == to)
            {
                first = i;
                break;
            }
        }

        return first < 0 ? acts : [.. acts.Select((a, i) => i >= first && a.Active ? a with { SupersededBy = by } : a)];
    }
}
