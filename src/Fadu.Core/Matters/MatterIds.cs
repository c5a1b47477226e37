namespace Fadu.Core.Matters;

/// <summary>Makes matter numbers for the store: increasing with time, without asking the database.</summary>
/// <remarks>Milliseconds since 2020 in the upper bits, a counter from a random start in the lower 20: two nodes do not meet, and the
/// order of opening is the order of the ids, so that lists and indexes append.</remarks>
public sealed class MatterIds(TimeProvider time)
{
    private const long Epoch = 1_577_836_800_000;
    private long last;

    /// <summary>The next id.</summary>
    public long Next()
    {
        var fresh = ((time.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << 20) | (uint)Random.Shared.Next(1 << 16);
        while (true)
        {
            var seen = Interlocked.Read(ref last);
            var next = Math.Max(seen + 1, fresh);
            if (Interlocked.CompareExchange(ref last, next, seen) == seen)
            {
                return next;
            }
        }
    }
}
