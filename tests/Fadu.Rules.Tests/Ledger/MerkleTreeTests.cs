using Fadu.Rules.Ledger;

namespace Fadu.Rules.Tests.Ledger;

public sealed class MerkleTreeTests
{
    /// <summary>MTH of RFC 6962 §2.1 written as the text says, for comparison.</summary>
    private static Digest Naive(ReadOnlySpan<Digest> leaves)
    {
        if (leaves.Length == 0)
            return Sm3.Hash([]);
        if (leaves.Length == 1)
            return leaves[0];
        var k = 1;
        while (k * 2 < leaves.Length)
            k *= 2;
        return Sm3.Hash([1, .. Naive(leaves[..k]).ToArray(), .. Naive(leaves[k..]).ToArray()]);
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(2), InlineData(3), InlineData(7), InlineData(8), InlineData(255), InlineData(256), InlineData(257), InlineData(1000)]
    public void Frontier_LeavesAppended_HasTheRootOfTheNaiveTree(int count)
    {
        var leaves = LedgerSamples.Leaves(count);
        var (frontier, _) = LedgerSamples.Log(leaves);
        frontier.Size.ShouldBe(count);
        frontier.Root().ShouldBe(Naive(leaves));
    }

    [Fact]
    public void Proof_SevenLeaves_IsTheExampleOfRfc6962()
    {
        var d = LedgerSamples.Leaves(7);
        Digest N(Digest l, Digest r) => MerkleTree.Node(l, r);
        Digest g = N(d[0], d[1]), h = N(d[2], d[3]), i = N(d[4], d[5]), k = N(g, h), l = N(i, d[6]);
        var (frontier, read) = LedgerSamples.Log(d);
        var proof = new MerkleProof(read);
        frontier.Root().ShouldBe(N(k, l));
        proof.Inclusion(0, 7).ShouldBe([d[1], h, l]);
        proof.Inclusion(3, 7).ShouldBe([d[2], g, l]);
        proof.Inclusion(4, 7).ShouldBe([d[5], d[6], k]);
        proof.Inclusion(6, 7).ShouldBe([i, k]);
        proof.Consistency(3, 7).ShouldBe([d[2], d[3], g, l]);
        proof.Consistency(4, 7).ShouldBe([l]);
        proof.Consistency(6, 7).ShouldBe([i, d[6], k]);
    }

    [Fact]
    public void Proof_EverySmallTree_HoldsForItsPlaceAndNoOther()
    {
        var leaves = LedgerSamples.Leaves(20);
        var (_, read) = LedgerSamples.Log(leaves);
        var proof = new MerkleProof(read);
        var roots = Enumerable.Range(0, 21).Select(n => Naive(leaves.AsSpan(0, n))).ToArray();
        for (var size = 1; size <= 20; size++)
        {
            for (var index = 0; index < size; index++)
            {
                var path = proof.Inclusion(index, size);
                for (var other = 0; other < size; other++)
                    MerkleVerification.Inclusion(leaves[index], other, size, path, roots[size]).ShouldBe(other == index, $"{index} at {other} of {size}");
                MerkleVerification.Inclusion(leaves[index], index, size, path, roots[size - 1]).ShouldBeFalse();
                MerkleVerification.Inclusion(LedgerSamples.Leaf(99), index, size, path, roots[size]).ShouldBeFalse();
                Damaged(path, p => MerkleVerification.Inclusion(leaves[index], index, size, p, roots[size]));
            }
            for (var old = 0; old <= size; old++)
            {
                var path = proof.Consistency(old, size);
                MerkleVerification.Consistency(old, roots[old], size, roots[size], path).ShouldBeTrue($"{old} in {size}");
                MerkleVerification.Consistency(old, LedgerSamples.Leaf(99), size, roots[size], path).ShouldBeFalse($"{old} in {size}");
                Damaged(path, p => MerkleVerification.Consistency(old, roots[old], size, roots[size], p));
                if (old > 0)
                    MerkleVerification.Consistency(old, roots[old], size, LedgerSamples.Leaf(99), path).ShouldBeFalse($"{old} in {size}");
            }
        }
    }

    private static void Damaged(IReadOnlyList<Digest> path, Func<IReadOnlyList<Digest>, bool> holds)
    {
        holds([.. path, LedgerSamples.Leaf(7)]).ShouldBeFalse();
        for (var i = 0; i < path.Count; i++)
        {
            holds([.. path.Take(i), LedgerSamples.Leaf(98), .. path.Skip(i + 1)]).ShouldBeFalse();
            holds([.. path.Take(i), .. path.Skip(i + 1)]).ShouldBeFalse();
        }
    }

    [Fact]
    public void Proof_TreeOfThreeLevelsOfTiles_AgreesWithTheFrontier()
    {
        const int count = 66_300;
        var leaves = LedgerSamples.Leaves(count);
        var (frontier, read) = LedgerSamples.Log(leaves);
        var proof = new MerkleProof(read);
        var root = frontier.Root();
        var random = new Random(1);
        foreach (var index in Enumerable.Range(0, 60).Select(_ => random.Next(count)).Concat([0, 255, 256, 65_535, 65_536, count - 1]))
            MerkleVerification.Inclusion(leaves[index], index, count, proof.Inclusion(index, count), root).ShouldBeTrue($"{index}");
        foreach (var old in Enumerable.Range(0, 20).Select(_ => 1 + random.Next(count)).Concat([1, 256, 257, 65_536, 65_537, count]))
        {
            var oldRoot = LedgerSamples.Log(leaves.Take(old)).Frontier.Root();
            MerkleVerification.Consistency(old, oldRoot, count, root, proof.Consistency(old, count)).ShouldBeTrue($"{old}");
        }
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(7), InlineData(256), InlineData(300), InlineData(1000)]
    public void Frontier_LeavesAppendedTogether_IsTheSameTreeAndKeepsTheSameNodes(int together)
    {
        var leaves = LedgerSamples.Leaves(1500);
        var (one, many) = (new MerkleFrontier(), new MerkleFrontier());
        List<TileHash> keptOne = [], keptMany = [];
        foreach (var run in leaves.Chunk(together))
        {
            foreach (var leaf in run)
                one.Append(leaf, keptOne);
            many.Append(run, keptMany);
            many.ToArray().ShouldBe(one.ToArray());
        }
        many.Root().ShouldBe(Naive(leaves));
        keptMany.OrderBy(t => (t.Level, t.Index)).ShouldBe(keptOne.OrderBy(t => (t.Level, t.Index)));
    }

    [Fact]
    public void Frontier_PersistedAnywhere_GoesOnToTheSameTree()
    {
        var leaves = LedgerSamples.Leaves(600);
        var whole = new List<TileHash>();
        var straight = new MerkleFrontier();
        var pieces = new List<TileHash>();
        var resumed = new MerkleFrontier();
        foreach (var leaf in leaves)
        {
            straight.Append(leaf, whole);
            resumed = MerkleFrontier.Parse(resumed.ToArray());
            resumed.Append(leaf, pieces);
            resumed.Root().ShouldBe(straight.Root());
        }
        pieces.ShouldBe(whole);
        whole.Count(t => t.Level == 1).ShouldBe(2);
    }

    [Fact]
    public void Frontier_Copied_GrowsAlone()
    {
        var frontier = LedgerSamples.Log(LedgerSamples.Leaves(5)).Frontier;
        var root = frontier.Root();
        frontier.Copy().Append(LedgerSamples.Leaf(5));
        frontier.Root().ShouldBe(root);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000000000000001")]
    [InlineData("ffffffffffffffff")]
    public void Frontier_DamagedBytes_AreRefused(string hex) =>
        Should.Throw<FormatException>(() => MerkleFrontier.Parse(Convert.FromHexString(hex))).Message.ShouldContain("前沿");

    [Fact]
    public void Proof_OutsideTheTree_IsRefused()
    {
        var proof = new MerkleProof(LedgerSamples.Log(LedgerSamples.Leaves(3)).Read);
        Should.Throw<ArgumentOutOfRangeException>(() => proof.Inclusion(3, 3));
        Should.Throw<ArgumentOutOfRangeException>(() => proof.Inclusion(-1, 3));
        Should.Throw<ArgumentOutOfRangeException>(() => proof.Consistency(4, 3));
        new MerkleProof((_, _, _) => []).ShouldSatisfyAllConditions(
            p => Should.Throw<InvalidDataException>(() => p.Inclusion(0, 3)).Message.ShouldContain("fadu ledger verify"));
    }
}
