using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Fadu.Rules.Procedures;

/// <summary>The columns of one fact row; those of the clocks are worked out when one is first asked for.</summary>
/// <remarks>Most acts are recorded without anybody asking for a clock, and clocks cost more than all other columns together.</remarks>
internal sealed class FactValues(int capacity) : IReadOnlyDictionary<string, object?>
{
    private readonly Dictionary<string, object?> values = new(capacity, StringComparer.Ordinal);
    private Action? complete;

    /// <summary>The columns filled so far, for the builder.</summary>
    public Dictionary<string, object?> Filled => values;

    /// <summary>Leaves the rest to be filled on demand.</summary>
    public void CompleteBy(Action rest) => complete = rest;

    /// <summary>Fills the rest now.</summary>
    public void Complete()
    {
        // Taken away first: while clocks are worked out, their own columns are still missing.
        var rest = complete;
        complete = null;
        rest?.Invoke();
    }

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        if (values.TryGetValue(key, out value))
        {
            return true;
        }

        if (complete is null || !IsOfClock(key))
        {
            return false;
        }

        Complete();
        return values.TryGetValue(key, out value);
    }

    public object? this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    public IEnumerable<string> Keys => All.Keys;

    public IEnumerable<object?> Values => All.Values;

    public int Count => All.Count;

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => All.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Dictionary<string, object?> All
    {
        get
        {
            Complete();
            return values;
        }
    }

    private static bool IsOfClock(string key) =>
        key.EndsWith("_due", StringComparison.Ordinal) || key.EndsWith("_met", StringComparison.Ordinal) || key.EndsWith("_stopped", StringComparison.Ordinal)
        || key.StartsWith("next_", StringComparison.Ordinal);
}
