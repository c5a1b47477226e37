using Fadu.Rules.Procedures;

namespace Fadu.Core.Matters;

/// <summary>A correction: the record was wrong, the act was not. What was written stays in the ledger.</summary>
public sealed record CorrectionRequest
{
    /// <summary>Matter.</summary>
    public required long Matter { get; init; }
    /// <summary>Version that the user saw.</summary>
    public required int SeenVersion { get; init; }
    /// <summary>Fields with their right values.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; init; } = new Dictionary<string, object?>();
    /// <summary>Acts (by their sequence) with their right day.</summary>
    public IReadOnlyDictionary<int, DateOnly> Days { get; init; } = new Dictionary<int, DateOnly>();
    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>What a correction comes to.</summary>
internal static class Corrections
{
    /// <summary>The state with the right values; the same state where nothing differs.</summary>
    public static MatterState Apply(MatterState state, CorrectionRequest request)
    {
        var values = state.Values;
        foreach (var (id, value) in request.Values)
        {
            if (!Same(values.GetValueOrDefault(id), value))
            {
                values = value is null ? values.Remove(id) : values.SetItem(id, value);
            }
        }

        var acts = state.Acts;
        foreach (var (sequence, day) in request.Days)
        {
            var index = acts.FindIndex(a => a.Sequence == sequence);
            if (index >= 0 && acts[index].On != day)
            {
                acts = acts.SetItem(index, acts[index] with { On = day });
            }
        }

        return ReferenceEquals(values, state.Values) && acts == state.Acts ? state : state with { Values = values, Acts = acts };
    }

    private static bool Same(object? a, object? b) =>
        StateJson.Write(a)?.ToJsonString() == StateJson.Write(b)?.ToJsonString();

    private static int FindIndex(this System.Collections.Immutable.ImmutableArray<RecordedAct> acts, Func<RecordedAct, bool> match)
    {
        for (var i = 0; i < acts.Length; i++)
        {
            if (match(acts[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
