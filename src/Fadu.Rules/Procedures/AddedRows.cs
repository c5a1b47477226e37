using System.Collections.Immutable;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Procedures;

/// <summary>Whose rows are whose in a table to which steps append, so that a step done again after a send-back does not count twice.</summary>
internal static class AddedRows
{
    /// <summary>Rows typed in an act, by field.</summary>
    public static ImmutableSortedDictionary<string, int> Of(IReadOnlyDictionary<string, object?> typed) =>
        typed.Where(t => t.Value is IReadOnlyList<RowValue>).ToImmutableSortedDictionary(t => t.Key, t => ((IReadOnlyList<RowValue>)t.Value!).Count, StringComparer.Ordinal);

    /// <summary>The rows to which a step appends: without those of its own earlier doings that a send-back has undone.</summary>
    /// <remarks>A partial send-back keeps the work. Rows that were corrected since, so that they cannot be told apart, are kept.</remarks>
    public static IReadOnlyList<RowValue> Kept(Register register, MatterState state, Step step, string field, IReadOnlyList<RowValue> had)
    {
        if (!state.Acts.Any(a => Undone(register, state, a, step.Id, int.MaxValue)))
        {
            return had;
        }

        List<RecordedAct> owners = [];
        foreach (var act in state.Acts.Where(a => a.Rows.ContainsKey(field)))
        {
            if (register.Step(act.Step)?.Adds.Contains(field) != true)
            {
                owners.Clear();
            }

            owners.RemoveAll(o => Undone(register, state, o, act.Step, act.Sequence));
            owners.AddRange(Enumerable.Repeat(act, act.Rows[field]));
        }

        return owners.Count == had.Count ? [.. had.Where((_, i) => !Undone(register, state, owners[i], step.Id, int.MaxValue))] : had;
    }

    private static bool Undone(Register register, MatterState state, RecordedAct act, string step, int before) =>
        act.Step == step && act.SupersededBy is { } by && by < before
        && state.Acts.FirstOrDefault(a => a.Sequence == by) is { } sender && register.Step(sender.Step)?.SendBack is { Kind: not SendBackKind.Partial };
}
