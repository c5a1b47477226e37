namespace Fadu.Core.Ledger;

/// <summary>Which places of the log an entry was found for: one bit each, set by several workers at once.</summary>
internal sealed class LeafBits(long size)
{
    private readonly long[] words = new long[(size + 63) / 64];

    public void Set(long leaf)
    {
        if (leaf >= 0 && leaf < size)
        {
            Interlocked.Or(ref words[leaf / 64], 1L << (int)(leaf % 64));
        }
    }

    /// <summary>Places without an entry.</summary>
    public IEnumerable<long> Missing()
    {
        for (var leaf = 0L; leaf < size; leaf++)
        {
            if (leaf % 64 == 0 && words[leaf / 64] == -1)
            {
                leaf += 63;
            }
            else if ((words[leaf / 64] & (1L << (int)(leaf % 64))) == 0)
            {
                yield return leaf;
            }
        }
    }
}
