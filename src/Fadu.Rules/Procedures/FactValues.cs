using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Fadu.Rules.Procedures;

/// <summary>The columns of one fact row; those of the clocks are worked out when one is first asked for.</summary>
/// <remarks>Most acts are recorded without anybody asking for a clock, and clocks cost more than all other columns together.</remarks>
internal sealed class FactValues(Dictionary<string, object?> values) : IReadOnlyDictionary<string, object?>
{
    private readonly Dictionary<string, object?> values = values;
    private Func<Dictionary<string, object?>>? read;
    private Dictionary<string, object?> clocks = [];

    /// <summary>All columns but those of the clocks, for the builder.</summary>
    public Dictionary<string, object?> Filled => values;

    /// <summary>Leaves the columns of the clocks to be worked out on demand.</summary>
    public void ClocksBy(Func<Dictionary<string, object?>> reading) => read = reading;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value) =>
        values.TryGetValue(key, out value) || (IsOfClock(key) && Clocks.TryGetValue(key, out value));

    public object? this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    public IEnumerable<string> Keys => All.Select(c => c.Key);

    public IEnumerable<object?> Values => All.Select(c => c.Value);

    public int Count => values.Count + Clocks.Count;

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => All.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<KeyValuePair<string, object?>> All => values.Concat(Clocks);

    private Dictionary<string, object?> Clocks
    {
        get
        {
            // Taken away first: while clocks are worked out, their own columns are still missing.
            var reading = read;
            read = null;
            return reading is null ? clocks : clocks = reading();
        }
    }

    private static bool IsOfClock(string key) =>
        key.EndsWith("_due", StringComparison.Ordinal) || key.EndsWith("_met", StringComparison.Ordinal) || key.EndsWith("_stopped", StringComparison.Ordinal)
        || key.StartsWith("next_", StringComparison.Ordinal);
}
