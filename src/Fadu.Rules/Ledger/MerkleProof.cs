namespace Fadu.Rules.Ledger;

/// <summary>Makes inclusion and consistency proofs (RFC 6962 §2.1.1, §2.1.2).</summary>
/// <remarks>Reads tiles only: a proof in a log of 100 million entries reads at most 8 tiles of 256 hashes.</remarks>
public sealed class MerkleProof(ReadTile read)
{
    private readonly Dictionary<(int Level, long Tile), IReadOnlyList<Digest>> tiles = [];

    /// <summary>The hashes that lead from leaf <paramref name="index"/> (from 0) to the root of the first <paramref name="size"/> leaves, from below.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The leaf is not among them.</exception>
    public IReadOnlyList<Digest> Inclusion(long index, long size)
    {
        if (index < 0 || index >= size)
            throw new ArgumentOutOfRangeException(nameof(index), $"账本位置 {index} 不在前 {size} 条之内。");
        tiles.Clear();
        var path = new List<Digest>();
        var (from, to) = (0L, size);
        while (to - from > 1)
        {
            var middle = from + MerkleTree.Split(to - from);
            path.Add(index < middle ? Subtree(middle, to, size) : Subtree(from, middle, size));
            (from, to) = index < middle ? (from, middle) : (middle, to);
        }
        path.Reverse();
        return path;
    }

    /// <summary>The hashes that show the tree of <paramref name="size"/> leaves to begin with the tree of <paramref name="oldSize"/> leaves; empty where nothing is to show.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The old tree is larger than the new.</exception>
    public IReadOnlyList<Digest> Consistency(long oldSize, long size)
    {
        if (oldSize < 0 || oldSize > size)
            throw new ArgumentOutOfRangeException(nameof(oldSize), $"旧检查点 {oldSize} 条，多于新检查点 {size} 条。");
        tiles.Clear();
        var path = new List<Digest>();
        if (oldSize == 0 || oldSize == size)
            return path;
        var (from, to) = (0L, size);
        while (to != oldSize)
        {
            var middle = from + MerkleTree.Split(to - from);
            path.Add(oldSize <= middle ? Subtree(middle, to, size) : Subtree(from, middle, size));
            (from, to) = oldSize <= middle ? (from, middle) : (middle, to);
        }
        if (from > 0)
            path.Add(Subtree(from, to, size));
        path.Reverse();
        return path;
    }

    private Digest Subtree(long from, long to, long size)
    {
        var count = to - from;
        if (!long.IsPow2(count))
        {
            var middle = from + MerkleTree.Split(count);
            return MerkleTree.Node(Subtree(from, middle, size), Subtree(middle, to, size));
        }
        var height = (int)long.Log2(count);
        var level = height / 8;
        var width = 1 << (height % 8);
        var first = from >> (level * 8);
        return Fold(Tile(level, first / 256, size), (int)(first % 256), width);
    }

    private static Digest Fold(IReadOnlyList<Digest> tile, int first, int width) => width == 1
        ? tile[first]
        : MerkleTree.Node(Fold(tile, first, width / 2), Fold(tile, first + width / 2, width / 2));

    private IReadOnlyList<Digest> Tile(int level, long tile, long size)
    {
        if (tiles.TryGetValue((level, tile), out var hashes))
            return hashes;
        var count = (int)Math.Min(256, (size >> (level * 8)) - tile * 256);
        hashes = read(level, tile * 256, count);
        if (hashes.Count != count)
            throw new InvalidDataException($"账本默克尔树第 {level} 层第 {tile * 256} 号起应有 {count} 个哈希，只读到 {hashes.Count} 个；请先运行 fadu ledger verify。");
        return tiles[(level, tile)] = hashes;
    }
}
