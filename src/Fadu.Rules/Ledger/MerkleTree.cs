namespace Fadu.Rules.Ledger;

/// <summary>The Merkle tree of RFC 6962 §2.1 with SM3 in place of SHA-256.</summary>
/// <remarks>
/// Leaf = SM3(00 ‖ entry), which is the entry's own hash (see <see cref="EntryHash"/>). Node = SM3(01 ‖ left ‖ right).
/// A tree of n leaves splits at the largest power of two below n. The empty tree is SM3 of nothing.
/// </remarks>
public static class MerkleTree
{
    private const byte NodePrefix = 0x01;

    [ThreadStatic] private static byte[]? buffer;

    /// <summary>Root of a tree without leaves.</summary>
    public static readonly Digest EmptyRoot = Sm3.Hash([]);

    /// <summary>The hash of an inner node.</summary>
    public static Digest Node(Digest left, Digest right)
    {
        buffer ??= [NodePrefix, .. new byte[2 * Digest.Length]];
        left.CopyTo(buffer.AsSpan(1));
        right.CopyTo(buffer.AsSpan(1 + Digest.Length));
        return Sm3.Hash(buffer);
    }

    /// <summary>The inner nodes over a row of neighbours, two by two and side by side; a last one without a neighbour has none.</summary>
    internal static Digest[] Nodes(ReadOnlySpan<Digest> row)
    {
        const int length = 1 + 2 * Digest.Length;
        var texts = new ReadOnlyMemory<byte>[row.Length / 2];
        var bytes = new byte[texts.Length * length];
        for (var i = 0; i < texts.Length; i++)
        {
            var text = bytes.AsMemory(i * length, length);
            text.Span[0] = NodePrefix;
            row[2 * i].CopyTo(text.Span[1..]);
            row[(2 * i) + 1].CopyTo(text.Span[(1 + Digest.Length)..]);
            texts[i] = text;
        }
        return Sm3.HashMany(texts);
    }

    /// <summary>Largest power of two below <paramref name="count"/>, which is at least 2: where a tree splits.</summary>
    internal static long Split(long count) => 1L << (63 - System.Numerics.BitOperations.LeadingZeroCount((ulong)(count - 1)));
}

/// <summary>A node that the log keeps: at height 8 × <paramref name="Level"/>, the <paramref name="Index"/>-th from the left, both from 0.</summary>
/// <remarks>
/// Level 0 are the leaves. Only every eighth height is kept (1/255 more than the leaves alone); 256 neighbours are a tile, and a proof
/// reads at most two tiles of each level. A kept node never changes, so the table is append-only: primary key (level, index).
/// </remarks>
public readonly record struct TileHash(int Level, long Index, Digest Hash);

/// <summary>Reads <paramref name="count"/> kept nodes of one level from <paramref name="first"/> on, in order; at most 256, all of one tile.</summary>
public delegate IReadOnlyList<Digest> ReadTile(int level, long first, int count);
