using System.Globalization;
using System.Text.Json.Nodes;
using Fadu.Rules.Ledger;

namespace Fadu.Rules.Tests.Ledger;

/// <summary>Entries, leaves and random JSON for the ledger's tests.</summary>
internal static class LedgerSamples
{
    public static readonly DateTimeOffset Noon = new(2024, 3, 1, 12, 0, 0, TimeSpan.FromHours(8));

    public static Digest Leaf(int i) => Sm3.Hash(BitConverter.GetBytes(i));

    public static Digest[] Leaves(int count) => Enumerable.Range(0, count).Select(Leaf).ToArray();

    public static LedgerEntry Entry(string matter, int sequence, Digest previous, string? payload = null) => EntryHash.Seal(new LedgerEntry
    {
        Region = "330113",
        Matter = matter,
        Sequence = sequence,
        Kind = sequence == 1 ? EntryKinds.MatterOpened : EntryKinds.StepRecorded,
        Step = sequence == 1 ? "receive" : "accept",
        Account = "wangfang",
        Office = "330113-sfj",
        TookEffect = Noon.AddDays(sequence),
        Recorded = Noon.AddDays(sequence).AddMinutes(5),
        Previous = previous,
        Payload = CanonicalJson.Write(payload ?? $$$"""{"reason":"收到申请","set":{"applicant":"张某","n":{{{sequence}}}}}"""),
    });

    public static List<LedgerEntry> Chain(string matter, int count)
    {
        var entries = new List<LedgerEntry>();
        var previous = EntryHash.Genesis("330113", matter);
        for (var sequence = 1; sequence <= count; sequence++)
        {
            entries.Add(Entry(matter, sequence, previous));
            previous = entries[^1].Hash;
        }
        return entries;
    }

    /// <summary>A log over the leaves, with the kept nodes in memory.</summary>
    public static (MerkleFrontier Frontier, ReadTile Read) Log(IEnumerable<Digest> leaves)
    {
        var kept = new List<TileHash>();
        var frontier = new MerkleFrontier();
        foreach (var leaf in leaves)
            frontier.Append(leaf, kept);
        var nodes = kept.ToDictionary(t => (t.Level, t.Index), t => t.Hash);
        return (frontier, (level, first, count) =>
        {
            count.ShouldBeInRange(1, 256);
            (first % 256 + count).ShouldBeLessThanOrEqualTo(256);
            return Enumerable.Range(0, count).Select(i => nodes[(level, first + i)]).ToList();
        }
        );
    }

    private static readonly string[] Words =
        ["", "a", "b", "ab", "申请人", "行政复议", "\"", "\\", "\n", "\u0001", "\u007f", "\u2028", "😀", "\ue000", "\uffee", "é", "e\u0301", "/", "<&>", "\u001f"];

    public static JsonNode? Json(Random random, int depth = 0) => random.Next(depth > 3 ? 5 : 7) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(2) == 0),
        2 => JsonValue.Create(random.NextInt64(-9_007_199_254_740_991, 9_007_199_254_740_992) >> random.Next(53)),
        3 or 4 => JsonValue.Create(Word(random)),
        5 => new JsonArray(Enumerable.Range(0, random.Next(4)).Select(_ => Json(random, depth + 1)).ToArray()),
        _ => Object(random, depth),
    };

    public static string Word(Random random) => string.Concat(Enumerable.Range(0, random.Next(3)).Select(_ => Words[random.Next(Words.Length)]));

    private static JsonObject Object(Random random, int depth)
    {
        var value = new JsonObject();
        for (var i = random.Next(6); i > 0; i--)
            value[Word(random)] = Json(random, depth + 1);
        return value;
    }

    /// <summary>The same value with keys in another order and white space between tokens.</summary>
    public static string Disordered(JsonNode? node, Random random)
    {
        string Space() => new(" \t\n\r"[random.Next(4)], random.Next(2));
        string Members<T>(IEnumerable<T> items, Func<T, string> write) => string.Join(",", items.Select(i => Space() + write(i) + Space()));
        return node switch
        {
            JsonObject o => "{" + Space() + Members(o.ToArray().OrderBy(_ => random.Next()), m => Quoted(m.Key, random) + Space() + ":" + Disordered(m.Value, random)) + "}",
            JsonArray a => "[" + Space() + Members(a, i => Disordered(i, random)) + "]",
            JsonValue v when v.TryGetValue<string>(out var text) => Quoted(text, random),
            _ => node?.ToJsonString() ?? "null",
        };
    }

    private static string Quoted(string text, Random random) => "\"" + string.Concat(text.Select(c =>
        c < ' ' || c is '"' or '\\' || char.IsSurrogate(c) || random.Next(4) == 0 ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}") : c.ToString())) + "\"";
}
