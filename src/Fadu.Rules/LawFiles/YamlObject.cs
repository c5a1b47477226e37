using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Fadu.Rules.LawFiles;

/// <summary>A YAML mapping read strictly: a key that nobody asked for is an error, as is a missing or malformed value.</summary>
/// <remarks>Errors are collected, so that an author sees all of them at once. Call <see cref="Done"/> after the last read.
/// Numbers, dates and yes/no are taken from plain text here, never from YAML's own typing (which reads "2024" as a number
/// and "no" as false).</remarks>
public sealed class YamlObject
{
    private readonly YamlMappingNode _map;
    private readonly string _path;
    private readonly ICollection<LawFileError> _errors;
    private readonly HashSet<string> _read = [];

    private YamlObject(YamlMappingNode map, string path, ICollection<LawFileError> errors) =>
        (_map, _path, _errors) = (map, path, errors);

    /// <summary>Line of this mapping in its file.</summary>
    public int Line => (int)_map.Start.Line;

    /// <summary>Keys in the order of the file; reading them marks none as read.</summary>
    public IEnumerable<string> Keys => _map.Children.Keys.Select(k => ((k as YamlScalarNode)?.Value) ?? "");

    /// <summary>Parses a file whose root is a mapping; null, with an error added, when it is not.</summary>
    public static YamlObject? Parse(LawFile file, ICollection<LawFileError> errors)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(file.Text));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode map)
                return new YamlObject(map, file.Path, errors);
            errors.Add(new(file.Path, 1, "文件应当是一组“键: 值”", "请对照同目录下的其他文件书写"));
        }
        catch (YamlException e)
        {
            var duplicate = e.Message.Contains("Duplicate key", StringComparison.OrdinalIgnoreCase);
            errors.Add(new(file.Path, (int)e.Start.Line, duplicate ? "同一个键写了两次" : "YAML 格式有误",
                duplicate ? "请删去其中一个" : "请检查缩进、冒号后的空格和引号"));
        }
        return null;
    }

    /// <summary>Adds an error at this mapping, or at one of its keys.</summary>
    public void Error(string problem, string remedy, string? key = null) =>
        _errors.Add(new(_path, key is null ? Line : LineOf(key), problem, remedy));

    /// <summary>Line of a key's value; the mapping's own line when the key is absent.</summary>
    public int LineOf(string key) => Find(key) is { } node ? (int)node.Start.Line : Line;

    /// <summary>Whether the key stands in the file.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>Whether something stands behind the key: a key alone is a place kept for later.</summary>
    public bool HasValue(string key) => Find(key) is not (null or YamlScalarNode { Value: null or "" });

    /// <summary>Whether a mapping stands behind the key.</summary>
    public bool IsObject(string key) => Find(key) is YamlMappingNode;

    /// <summary>Text of a key that may be absent.</summary>
    public string? Text(string key)
    {
        _read.Add(key);
        switch (Find(key))
        {
            case null: return null;
            case YamlScalarNode { Value: { Length: > 0 } value }: return value.Trim();
            default:
                Error($"“{key}”应当是一段文字", "请在冒号后写明内容，或者删去这个键", key);
                return null;
        }
    }

    /// <summary>Text of a key that must be there; empty, with an error added, when it is not.</summary>
    public string RequiredText(string key)
    {
        if (!Has(key)) Error($"缺少“{key}”", $"请补写“{key}”");
        return Text(key) ?? "";
    }

    /// <summary>A date written 2026-01-31.</summary>
    public DateOnly? Date(string key)
    {
        if (Text(key) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Error($"“{key}”的日期“{text}”不存在或者格式不对", "请写成 2026-01-31 的样子", key);
        return null;
    }

    /// <summary>A date that must be there.</summary>
    public DateOnly RequiredDate(string key)
    {
        if (!Has(key)) Error($"缺少“{key}”", $"请补写“{key}”，格式如 2026-01-31");
        return Date(key) ?? default;
    }

    /// <summary>A whole number.</summary>
    public int? WholeNumber(string key)
    {
        if (Text(key) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        Error($"“{key}”应当是整数，现在是“{text}”", "请写成 30 的样子", key);
        return null;
    }

    /// <summary>Yes or no, written true or false.</summary>
    public bool Flag(string key, bool whenAbsent = false)
    {
        switch (Text(key))
        {
            case null: return whenAbsent;
            case "false": return false;
            case "true": return true;
            case var text:
                Error($"“{key}”应当是 true 或者 false，现在是“{text}”", "请改成 true 或者 false", key);
                return false;
        }
    }

    /// <summary>One word out of a fixed list; the list is part of the error.</summary>
    public T Word<T>(string key, IReadOnlyDictionary<string, T> words) where T : struct
    {
        var text = RequiredText(key);
        if (words.TryGetValue(text, out var value)) return value;
        if (text.Length > 0) Error($"“{key}”不认识“{text}”", "只能写：" + string.Join("、", words.Keys), key);
        return default;
    }

    /// <summary>A mapping under a key; null when absent.</summary>
    public YamlObject? Object(string key)
    {
        _read.Add(key);
        switch (Find(key))
        {
            case null: return null;
            case YamlMappingNode map: return new YamlObject(map, _path, _errors);
            default:
                Error($"“{key}”应当是一组“键: 值”", "请写成缩进的几行，或者 {键: 值}", key);
                return null;
        }
    }

    /// <summary>A list of mappings under a key; empty when absent.</summary>
    public IReadOnlyList<YamlObject> Objects(string key) =>
        [.. Items(key).OfType<YamlMappingNode>().Select(map => new YamlObject(map, _path, _errors))];

    /// <summary>A list of texts under a key; empty when absent.</summary>
    public IReadOnlyList<string> Texts(string key) =>
        [.. Items(key).OfType<YamlScalarNode>().Select(node => node.Value ?? "")];

    /// <summary>Texts by key under a key, each one text or a list of texts; empty when absent.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> TextLists(string key)
    {
        Dictionary<string, IReadOnlyList<string>> lists = [];
        foreach (var (name, node) in Object(key)?._map.Children ?? Enumerable.Empty<KeyValuePair<YamlNode, YamlNode>>())
        {
            if (name is YamlScalarNode { Value: { } text } && TextsOf(node) is { } texts)
                lists[text] = texts;
            else
                _errors.Add(new(_path, (int)node.Start.Line, $"“{key}”里每个键后面应当是一段文字或者一个列表", "请写成 键: 文字 或者 键: [文字, 文字]"));
        }
        return lists;
    }

    /// <summary>One text, or a list of texts, under a key; empty when absent.</summary>
    public IReadOnlyList<string> TextOrTexts(string key)
    {
        _read.Add(key);
        if (Find(key) is not { } node) return [];
        if (TextsOf(node) is { } texts) return texts;
        Error($"“{key}”应当是一段文字或者一个列表", "请写成 键: 文字 或者 键: [文字, 文字]", key);
        return [];
    }

    private static IReadOnlyList<string>? TextsOf(YamlNode node) => node switch
    {
        YamlScalarNode { Value: { } one } => [one],
        YamlSequenceNode list when list.Children.All(c => c is YamlScalarNode) => [.. list.Children.Select(c => ((YamlScalarNode)c).Value ?? "")],
        _ => null,
    };

    /// <summary>Reports every key that was in the file and that nobody read.</summary>
    public void Done()
    {
        foreach (var key in _map.Children.Keys.OfType<YamlScalarNode>().Where(k => !_read.Contains(k.Value ?? "")))
            _errors.Add(new(_path, (int)key.Start.Line, $"不认识的键“{key.Value}”",
                "请删去或者改正；这里可以写：" + string.Join("、", _read.Order(StringComparer.Ordinal))));
    }

    private IEnumerable<YamlNode> Items(string key)
    {
        _read.Add(key);
        switch (Find(key))
        {
            case null: return [];
            case YamlSequenceNode list when list.Children.Select(c => c.NodeType).Distinct().Count() <= 1: return list.Children;
            default:
                Error($"“{key}”应当是一个列表，各项写法一致", "请每项另起一行，以“- ”开头", key);
                return [];
        }
    }

    private YamlNode? Find(string key) => _map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
}
