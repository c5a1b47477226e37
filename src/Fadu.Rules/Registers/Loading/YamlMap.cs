using System.Globalization;
using System.Text.RegularExpressions;

namespace Fadu.Rules.Registers.Loading;

/// <summary>A map read strictly: after <see cref="Done"/> every key that nobody asked for is an error, as is each missing or malformed value.</summary>
internal sealed partial class YamlMap(LawMap node, LawErrors errors)
{
    private readonly HashSet<string> read = [];

    public LawMap Map { get; } = node;

    public Position Position => Map.Position;

    public bool Has(string key) => Map.Find(key) is not null;

    /// <summary>The raw value of a key; an empty value is reported.</summary>
    public LawNode? Node(string key)
    {
        read.Add(key);
        if (Map.Find(key) is not { } entry)
        {
            return null;
        }

        if (entry.Value is LawText { IsEmpty: true })
        {
            errors.Add(entry.Key, $"“{key}”后面没有内容", "请写明，或者删去这个键");
            return null;
        }

        return entry.Value;
    }

    /// <summary>The place of a key, or of the map where the key is absent.</summary>
    public LawNode At(string key) => Map.Find(key)?.Value ?? Map;

    public LawText? TextNode(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case LawText text:
                return text;
            case var other:
                errors.Add(other, $"“{key}”应当是一段文字", "这里不能写列表或一组键；表达式中有逗号、方括号或花括号时请把整个表达式加引号");
                return null;
        }
    }

    public string? Text(string key) => TextNode(key)?.Value.Trim();

    public string RequiredText(string key)
    {
        Require(key);
        return Text(key) ?? "";
    }

    public void Require(string key)
    {
        if (!Has(key))
        {
            read.Add(key);
            errors.Add(Map, $"缺少“{key}”", Missing(key));
        }
    }

    public bool Flag(string key, bool absent = false)
    {
        switch (TextNode(key))
        {
            case null:
                return absent;
            case { Value: "true" }:
                return true;
            case { Value: "false" }:
                return false;
            case var text:
                errors.Add(text, $"“{key}”只能是 true 或者 false，现在是“{text.Value}”");
                return absent;
        }
    }

    public int? WholeNumber(string key)
    {
        if (TextNode(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        errors.Add(text, $"“{key}”应当是整数，现在是“{text.Value}”");
        return null;
    }

    public decimal? Number(string key)
    {
        if (TextNode(key) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        errors.Add(text, $"“{key}”应当是数字，现在是“{text.Value}”", "数字里不加逗号和单位");
        return null;
    }

    public DateOnly? Date(string key)
    {
        if (TextNode(key) is not { } text)
        {
            return null;
        }

        if (TryDate(text.Value, out var date))
        {
            return date;
        }

        errors.Add(text, $"“{key}”的日期“{text.Value}”不存在或者格式不对", "请写成 2026-01-31 的样子");
        return null;
    }

    /// <summary>One word out of a fixed list; the words are part of the error.</summary>
    public T? Word<T>(string key, IReadOnlyDictionary<string, T> words) where T : struct
    {
        if (TextNode(key) is not { } text)
        {
            return null;
        }

        if (words.TryGetValue(text.Value, out var value))
        {
            return value;
        }

        errors.Add(text, $"“{key}”不能是“{text.Value}”", Suggestion.For(text.Value, words.Keys));
        return null;
    }

    /// <summary>One text or a list of texts; empty when absent.</summary>
    public IReadOnlyList<LawText> Words(string key) => WordsOf(Node(key), key);

    /// <summary>One map or a list of maps; empty when absent.</summary>
    public IReadOnlyList<YamlMap> Maps(string key) => Node(key) switch
    {
        null => [],
        LawMap map => [new(map, errors)],
        LawList list => [.. list.Items.Select(i => AsMap(i, key)).OfType<YamlMap>()],
        var other => [.. new[] { AsMap(other, key) }.OfType<YamlMap>()],
    };

    /// <summary>A map under a key; null when absent.</summary>
    public YamlMap? Child(string key) => Node(key) is { } value ? AsMap(value, key) : null;

    /// <summary>The named items of a map of maps, in order; empty when absent.</summary>
    public IReadOnlyList<(LawText Id, YamlMap Item)> Items(string key)
    {
        if (Child(key) is not { } map)
        {
            return [];
        }

        List<(LawText, YamlMap)> items = [];
        foreach (var (id, value) in map.Map.Entries)
        {
            if (AsMap(value, id.Value) is { } item)
            {
                items.Add((id, item));
            }
        }

        return items;
    }

    /// <summary>The pairs of a map of texts, in order; empty when absent.</summary>
    public IReadOnlyList<(LawText Key, LawText Value)> Pairs(string key)
    {
        List<(LawText, LawText)> pairs = [];
        foreach (var (id, value) in Child(key)?.Map.Entries ?? [])
        {
            if (value is LawText { IsEmpty: false } text)
            {
                pairs.Add((id, text));
            }
            else
            {
                errors.Add(id, $"“{id.Value}”应当有一段文字", "有逗号、方括号或花括号时请加引号");
            }
        }

        return pairs;
    }

    /// <summary>Reports each key that stands in the file and that nobody read.</summary>
    public void Done()
    {
        foreach (var (key, value) in Map.Entries.Where(e => !read.Contains(e.Key.Value)))
        {
            var advice = value is LawText { IsEmpty: true }
                ? "如果这是表达式的一部分，请把整个表达式加引号" : Suggestion.For(key.Value, read);
            errors.Add(key, $"不认识的键“{key.Value}”", advice);
        }
    }

    public static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    public static partial Regex Kebab { get; }

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    public static partial Regex Snake { get; }

    private IReadOnlyList<LawText> WordsOf(LawNode? value, string key)
    {
        switch (value)
        {
            case null:
                return [];
            case LawText text:
                return [text];
            case LawList list:
                foreach (var bad in list.Items.Where(i => i is not LawText { IsEmpty: false }))
                {
                    errors.Add(bad, $"“{key}”列表中的每一项应当是一个词");
                }

                return [.. list.Items.OfType<LawText>().Where(t => !t.IsEmpty)];
            default:
                errors.Add(value, $"“{key}”应当是一个词或一列词", "请写成 [甲, 乙]");
                return [];
        }
    }

    private YamlMap? AsMap(LawNode value, string key)
    {
        if (value is LawMap map)
        {
            return new(map, errors);
        }

        var wide = value is LawText t && t.Value.Contains('：');
        errors.Add(value, $"“{key}”应当是一组“键: 值”", wide ? "冒号须用半角，后面空一格" : "请写成缩进的几行，或者 {键: 值}");
        return null;
    }

    private static string Missing(string key) => key switch
    {
        "basis" => "请写明条文，如 basis: \"30\"；只有惯例的写 basis: practice",
        "title" => "请写明中文名称",
        "says" => "请用一句话写明规则",
        "by" => "请写明由哪个角色办理",
        _ => $"请补写“{key}”",
    };
}
