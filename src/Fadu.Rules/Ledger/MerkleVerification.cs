namespace Fadu.Rules.Ledger;

/// <summary>Checks inclusion and consistency proofs (the algorithms of RFC 9162 §2.1.3.2 and §2.1.4.2, which restate RFC 6962).</summary>
public static class MerkleVerification
{
    /// <summary>Whether <paramref name="leaf"/> stands at <paramref name="index"/> in the tree of <paramref name="size"/> leaves with this root.</summary>
    public static bool Inclusion(Digest leaf, long index, long size, IReadOnlyList<Digest> path, Digest root)
    {
        if (index < 0 || index >= size)
            return false;
        var (position, last, hash) = (index, size - 1, leaf);
        foreach (var sibling in path)
        {
            if (last == 0)
                return false;
            if ((position & 1) == 1 || position == last)
            {
                hash = MerkleTree.Node(sibling, hash);
                for (; (position & 1) == 0 && position != 0; position >>= 1)
                    last >>= 1;
            }
            else
            {
                hash = MerkleTree.Node(hash, sibling);
            }
            position >>= 1;
            last >>= 1;
        }
        return last == 0 && hash == root;
    }

    /// <summary>Whether the tree of <paramref name="size"/> leaves begins with the tree of <paramref name="oldSize"/> leaves, unchanged.</summary>
    public static bool Consistency(long oldSize, Digest oldRoot, long size, Digest root, IReadOnlyList<Digest> path)
    {
        if (oldSize < 0 || oldSize > size)
            return false;
        if (oldSize == 0)
            return path.Count == 0 && oldRoot == MerkleTree.EmptyRoot;
        if (oldSize == size)
            return path.Count == 0 && oldRoot == root;
        if (path.Count == 0)
            return false;

        // An old tree that is one complete subtree is itself the first hash of the proof, which is therefore left out.
        var hashes = long.IsPow2(oldSize) ? [oldRoot, .. path] : path;
        var (position, last) = (oldSize - 1, size - 1);
        for (; (position & 1) == 1; position >>= 1)
            last >>= 1;
        var (before, after) = (hashes[0], hashes[0]);
        foreach (var sibling in hashes.Skip(1))
        {
            if (last == 0)
                return false;
            if ((position & 1) == 1 || position == last)
            {
                before = MerkleTree.Node(sibling, before);
                after = MerkleTree.Node(sibling, after);
                for (; (position & 1) == 0 && position != 0; position >>= 1)
                    last >>= 1;
            }
            else
            {
                after = MerkleTree.Node(after, sibling);
            }
            position >>= 1;
            last >>= 1;
        }
        return last == 0 && before == oldRoot && after == root;
    }
}
