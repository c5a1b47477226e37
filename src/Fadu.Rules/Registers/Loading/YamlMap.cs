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
