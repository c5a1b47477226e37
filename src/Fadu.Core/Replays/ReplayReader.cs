using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Fadu.Core.Replays;

/// <summary>Reads a replay strictly.</summary>
/// <remarks>Steps are written <c>lead file+1..5 decide+20..40</c>: the range is calendar days after the step before, working days with a <c>w</c> behind; 0..3 where none is given.</remarks>
public static class ReplayReader
{
    private static readonly string[] Keys = ["report", "title", "year", "seed", "phrases", "recipes"];
    private static readonly string[] RecipeKeys = ["register", "count", "offices", "from", "until", "steps", "values", "rows", "phrases", "source"];
    private static readonly string[] RowKeys = ["least", "most", "total", "cycle", "values"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="StoreException">The file is wrong; says where.</exception>
    public static Replay Read(string path)
    {
        var stream = new YamlStream();
        using (var reader = new StreamReader(path))
        {
            stream.Load(reader);
        }

        var root = Map(stream.Documents[0].RootNode, path, Keys);
        var year = int.Parse(Text(root, "year", path), CultureInfo.InvariantCulture);
        return new(
            Text(root, "report", path), Text(root, "title", path), year, int.Parse(Text(root, "seed", path), CultureInfo.InvariantCulture),
            Lists(Find(root, "phrases"), path),
            [.. ((YamlSequenceNode)root.Children["recipes"]).Select(n => ReadRecipe(Map(n, path, RecipeKeys), path, year))]);
    }

    private static Recipe ReadRecipe(YamlMappingNode node, string path, int year) => new()
    {
        Register = Text(node, "register", path),
        Count = int.Parse(Text(node, "count", path), CultureInfo.InvariantCulture),
        Offices = List(node.Children["offices"]),
        From = Day(node, "from", path) ?? new(year, 1, 2),
        Until = Day(node, "until", path) ?? new(year, 12, 31),
        Steps = [.. Text(node, "steps", path).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(ReadStep)],
        Values = Lists(Find(node, "values"), path),
        Rows = ReadRows(Find(node, "rows"), path),
        Phrases = Lists(Find(node, "phrases"), path),
        Source = node.Children.TryGetValue("source", out var source) ? ((YamlScalarNode)source).Value : null,
        Line = (int)node.Start.Line,
    };

    private static RecipeStep ReadStep(string token)
    {
        var parts = token.Split('+');
        if (parts.Length == 1)
        {
            return new(token, 0, 3, false);
        }

        var working = parts[1].EndsWith('w');
        var range = parts[1].TrimEnd('w').Split("..");
        var least = int.Parse(range[0], CultureInfo.InvariantCulture);
        return new(parts[0], least, range.Length == 2 ? int.Parse(range[1], CultureInfo.InvariantCulture) : least, working);
    }

    private static Dictionary<string, RecipeRows> ReadRows(YamlNode? node, string path)
    {
        Dictionary<string, RecipeRows> rows = [];
        foreach (var (key, value) in (node as YamlMappingNode)?.Children ?? Enumerable.Empty<KeyValuePair<YamlNode, YamlNode>>())
        {
            var item = Map(value, path, RowKeys);
            int? Number(string name) => item.Children.TryGetValue(name, out var n) ? int.Parse(((YamlScalarNode)n).Value!, CultureInfo.InvariantCulture) : null;
            rows[((YamlScalarNode)key).Value!] = new(Number("least") ?? 1, Number("most") ?? 2, Number("total"), Find(item, "cycle") is YamlScalarNode { Value: "true" }, Lists(Find(item, "values"), path));
        }

        return rows;
    }

    private static YamlMappingNode Map(YamlNode node, string path, string[] keys)
    {
        var map = node as YamlMappingNode ?? throw Wrong(path, node, "这里应当是键值表");
        foreach (var key in map.Children.Keys.Cast<YamlScalarNode>().Where(k => !keys.Contains(k.Value)))
        {
            throw Wrong(path, key, $"不认识的键“{key.Value}”，可用：{string.Join("、", keys)}");
        }

        return map;
    }

    private static Dictionary<string, IReadOnlyList<string>> Lists(YamlNode? node, string path) => node switch
    {
        null => [],
        YamlMappingNode map => map.Children.ToDictionary(c => ((YamlScalarNode)c.Key).Value!, c => (IReadOnlyList<string>)List(c.Value)),
        _ => throw Wrong(path, node, "这里应当是键值表"),
    };

    private static YamlNode? Find(YamlMappingNode map, string key) => map.Children.TryGetValue(key, out var value) ? value : null;

    private static List<string> List(YamlNode node) => node is YamlSequenceNode list
        ? [.. list.Cast<YamlScalarNode>().Select(n => n.Value!)]
        : [((YamlScalarNode)node).Value!];

    private static string Text(YamlMappingNode node, string key, string path) =>
        node.Children.TryGetValue(key, out var value) && value is YamlScalarNode { Value: { Length: > 0 } text } ? text : throw Wrong(path, node, $"缺少“{key}”");

    private static DateOnly? Day(YamlMappingNode node, string key, string path) => !node.Children.TryGetValue(key, out var value) ? null
        : DateOnly.TryParseExact(((YamlScalarNode)value).Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Wrong(path, value, $"“{key}”应当写成 2024-01-31");

    private static StoreException Wrong(string path, YamlNode node, string says) => new($"{Path.GetFileName(path)}第{node.Start.Line}行：{says}", "请修改后重试");
}
