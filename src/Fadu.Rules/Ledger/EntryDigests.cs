namespace Fadu.Rules.Ledger;

/// <summary>What an entry hashes to as it is now.</summary>
/// <param name="Payload">SM3 of its payload.</param>
/// <param name="Entry">SM3 of its fields with the payload digest that it carries; none where a field cannot be encoded.</param>
public readonly record struct EntryDigests(Digest Payload, Digest? Entry)
{
    /// <summary>Hashes one entry.</summary>
    /// <exception cref="ArgumentException">A field cannot be encoded.</exception>
    public static EntryDigests Of(LedgerEntry entry) => new(Sm3.Hash(entry.Payload.Span), EntryHash.Compute(entry));
}

/// <summary>Hashes many entries side by side. Not for two threads at once.</summary>
public sealed class EntryHasher
{
    private const int Most = 512;
    private readonly byte[] encoded = new byte[Most * EntryHash.LongestEncoding];
    private readonly ReadOnlyMemory<byte>[] texts = new ReadOnlyMemory<byte>[2 * Most];
    private readonly Digest[] digests = new Digest[2 * Most];

    /// <summary>Writes the digests of each entry to the same place of <paramref name="results"/>.</summary>
    public void Compute(IReadOnlyList<LedgerEntry> entries, Span<EntryDigests> results)
    {
        for (var from = 0; from < entries.Count; from += Most)
        {
            var count = Math.Min(Most, entries.Count - from);
            for (var i = 0; i < count; i++)
            {
                var entry = entries[from + i];
                texts[2 * i] = entry.Payload;
                texts[(2 * i) + 1] = EntryHash.TryEncode(entry, encoded.AsSpan(i * EntryHash.LongestEncoding, EntryHash.LongestEncoding), out var length)
                    ? encoded.AsMemory(i * EntryHash.LongestEncoding, length)
                    : default;
            }

            Sm3.HashMany(texts.AsSpan(0, 2 * count), digests);
            for (var i = 0; i < count; i++)
            {
                results[from + i] = new(digests[2 * i], texts[(2 * i) + 1].IsEmpty ? null : digests[(2 * i) + 1]);
            }
        }
    }
}
