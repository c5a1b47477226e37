namespace Fadu.Core.Storage;

/// <summary>Makes the numbers of new matters, findings and reports: increasing with time, without asking the database.</summary>
/// <remarks>From above: 33 bits of seconds since 2020, 16 bits drawn once for every instance, 14 bits that count. Two processes that write into one
/// store in the same second therefore meet once in 65,536 pairs, however many numbers they take; numbers of one run follow each other, so that
/// indexes append. More than 16,384 in a second borrow from the next.</remarks>
public sealed class RecordIds(TimeProvider time, int? drawn = null)
{
    private const int CounterBits = 14;
    private const int InstanceBits = 16;
    private static readonly DateTimeOffset Epoch = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly long instance = drawn ?? Random.Shared.Next(1 << InstanceBits);
    private long last = -1;

    /// <summary>The next number.</summary>
    public long Next()
    {
        var now = (long)(time.GetUtcNow() - Epoch).TotalSeconds << CounterBits;
        while (true)
        {
            var seen = Interlocked.Read(ref last);
            var next = Math.Max(seen + 1, now);
            if (Interlocked.CompareExchange(ref last, next, seen) == seen)
            {
                return (next >> CounterBits << (CounterBits + InstanceBits)) | (instance << CounterBits) | (next & ((1 << CounterBits) - 1));
            }
        }
    }
}
