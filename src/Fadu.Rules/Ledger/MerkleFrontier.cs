using System.Buffers.Binary;

namespace Fadu.Rules.Ledger;

/// <summary>The right edge of a growing Merkle tree: all that is needed to append leaves and to know the root.</summary>
/// <remarks>
/// Keeps one hash for each bit set in the size (at most 63), so appending reads nothing back. Persist <see cref="ToArray"/> with each checkpoint
/// and go on from it after a restart. Not for two threads at once.
/// </remarks>
public sealed class MerkleFrontier
{
    private readonly List<Digest> peaks = [];

    /// <summary>Number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>Adds a leaf, and to <paramref name="kept"/> the nodes that the log has to keep.</summary>
    public void Append(Digest leaf, ICollection<TileHash>? kept = null) => Append([leaf], kept);

    /// <summary>Adds leaves, and to <paramref name="kept"/> the nodes that the log has to keep: the leaves themselves, and each completed node at a height divisible by 8.</summary>
    /// <remarks>Row by row from the leaves up, because the nodes of one row can be hashed side by side.</remarks>
    public void Append(ReadOnlySpan<Digest> leaves, ICollection<TileHash>? kept = null)
    {
        var row = leaves.ToArray();
        var first = Size;
        List<Digest> rest = [];
        for (var height = 0; row.Length > 0; height++, first >>= 1)
        {
            for (var i = 0; kept is not null && height % 8 == 0 && i < row.Length; i++)
                kept.Add(new TileHash(height / 8, first + i, row[i]));
            if ((first & 1) == 1)
            {
                row = [peaks[^1], .. row];
                peaks.RemoveAt(peaks.Count - 1);
            }
            if ((row.Length & 1) == 1)
                rest.Add(row[^1]);
            row = MerkleTree.Nodes(row);
        }
        rest.Reverse();
        peaks.AddRange(rest);
        Size += leaves.Length;
    }

    /// <summary>Root of the tree as it is now.</summary>
    public Digest Root()
    {
        if (Size == 0)
            return MerkleTree.EmptyRoot;
        var root = peaks[^1];
        for (var i = peaks.Count - 2; i >= 0; i--)
            root = MerkleTree.Node(peaks[i], root);
        return root;
    }

    /// <summary>A copy that grows on its own: what a sealer works on, so that a failed commit leaves the frontier as it was.</summary>
    public MerkleFrontier Copy() => Parse(ToArray());

    /// <summary>Size (8 bytes, big-endian) and the peaks from the left.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[sizeof(long) + peaks.Count * Digest.Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Size);
        for (var i = 0; i < peaks.Count; i++)
            peaks[i].CopyTo(bytes.AsSpan(sizeof(long) + i * Digest.Length));
        return bytes;
    }

    /// <summary>Reads what <see cref="ToArray"/> wrote.</summary>
    /// <exception cref="FormatException">The length does not fit the size.</exception>
    public static MerkleFrontier Parse(ReadOnlySpan<byte> bytes)
    {
        var size = bytes.Length >= sizeof(long) ? BinaryPrimitives.ReadInt64BigEndian(bytes) : -1;
        if (size < 0 || bytes.Length != sizeof(long) + long.PopCount(size) * Digest.Length)
            throw new FormatException("默克尔树前沿数据残缺：长度与条数不符。请从检查点备份恢复，或由留痕账本重建。");
        var frontier = new MerkleFrontier { Size = size };
        for (var at = sizeof(long); at < bytes.Length; at += Digest.Length)
            frontier.peaks.Add(new Digest(bytes.Slice(at, Digest.Length)));
        return frontier;
    }
}
