namespace Fadu.Rules.Registers.Loading;

/// <summary>Reads <c>shared/&lt;part&gt;.yaml</c> and lays registers over the parts that they use, key by key; the register's own keys win.</summary>
/// <remarks>A key that a part leaves open (<c>after: ~</c>) must be written by every register that uses it.</remarks>
internal sealed class SharedParts(LawErrors errors, BasisReader basis)
{
    public static readonly IReadOnlyList<string> Sections = ["parameters", "fields", "steps", "clocks", "gates", "checks", "publish"];

    private readonly Dictionary<string, LawMap> parts = [];

    public IReadOnlyDictionary<string, SharedPart> Read(IEnumerable<PlacedFile> files)
    {
        Dictionary<string, SharedPart> titles = [];
        foreach (var file in files)
        {
            if (YamlReader.ReadMap(file, errors) is not { } map)
            {
                continue;
            }

            var root = new YamlMap(map, errors);
            parts.Add(file.Name, map);
            titles.Add(file.Name, new(file.Name, root.RequiredText("title"), root.Position));
            foreach (var section in Sections)
            {
                _ = root.Items(section);
            }

            root.Done();
            CheckBasis(map);
        }

        return titles;
    }

    /// <summary>The register with all that its <c>uses</c> brings in.</summary>
    public LawMap Complete(LawMap register)
    {
        if (register.Find("uses") is not { } uses)
        {
            return register;
        }

        List<(LawText Word, LawMap Part)> used = [];
        foreach (var word in new YamlMap(register, errors).Words("uses"))
        {
            if (!parts.TryGetValue(word.Value, out var part))
            {
                errors.Add(word, $"没有共用部分“{word.Value}”", Suggestion.For(word.Value, parts.Keys));
            }
            else if (used.Any(u => u.Part == part))
            {
                errors.Add(word, $"共用部分“{word.Value}”写了两次", "请删去其中一个");
            }
            else
            {
                used.Add((word, part));
            }
        }

        var entries = register.Entries.ToList();
        foreach (var section in Sections)
        {
            var shared = used.SelectMany(u => Items(u.Part, section).Select(i => new SharedItem(u.Word, i.Key, i.Item))).ToList();
            if (shared.Count > 0)
            {
                var at = entries.FindIndex(e => e.Key.Value == section);
                var merged = Merge(section, at < 0 ? null : entries[at].Value as LawMap, shared, uses.Key);
                if (at < 0)
                {
                    entries.Add(new(uses.Key with { Value = section }, merged));
                }
                else if (entries[at].Value is LawMap)
                {
                    entries[at] = new(entries[at].Key, merged);
                }
            }
        }

        return new(entries, register.File, register.Line, register.Column);
    }

    private static IEnumerable<(LawText Key, LawMap Item)> Items(LawMap part, string section) =>
        (part.Find(section)?.Value as LawMap)?.Entries.Where(e => e.Value is LawMap).Select(e => (e.Key, (LawMap)e.Value)) ?? [];

    // The register's items keep their order, so that an author can put a shared step where it belongs; the others follow.
    private LawMap Merge(string section, LawMap? own, List<SharedItem> shared, LawText uses)
    {
        foreach (var twice in shared.GroupBy(s => s.Id.Value).Where(g => g.Count() > 1))
        {
            errors.Add(twice.Last().Word, $"共用部分“{twice.First().Word.Value}”和“{twice.Last().Word.Value}”都有“{twice.Key}”", "请只用其中一个，或者给其中一处改名");
        }

        var byId = shared.DistinctBy(s => s.Id.Value).ToDictionary(s => s.Id.Value);
        List<LawEntry> entries = [];
        foreach (var entry in own?.Entries ?? [])
        {
            entries.Add(byId.Remove(entry.Key.Value, out var part) && entry.Value is LawMap item ? new(entry.Key, MergeItem(section, part, item)) : entry);
        }

        entries.AddRange(byId.Values.Select(part => new LawEntry(part.Id, MergeItem(section, part, null))));
        LawNode place = own is null ? uses : own;
        return new(entries, place.File, place.Line, place.Column);
    }

    private LawMap MergeItem(string section, SharedItem part, LawMap? own)
    {
        var below = part.Item.Entries.Where(e => own?.Find("basis") is null || e.Key.Value != "unverified");
        var open = below.Where(e => IsOpen(e) && own?.Find(e.Key.Value) is null).Select(e => e.Key.Value).ToList();
        LawNode place = own is not null ? own : open.Count > 0 ? part.Word : part.Item;
        if (open.Count > 0)
        {
            errors.Add(place, $"共用部分“{part.Word.Value}”的“{part.Id.Value}”还缺“{string.Join("”“", open)}”",
                $"请在本文件的 {section} 下补写 {part.Id.Value}: {{{string.Join(", ", open.Select(k => k + ": …"))}}}");
        }

        List<LawEntry> entries = [.. below.Where(e => !IsOpen(e) || own?.Find(e.Key.Value) is not null)];
        foreach (var entry in own?.Entries ?? [])
        {
            var at = entries.FindIndex(e => e.Key.Value == entry.Key.Value);
            if (at < 0)
            {
                entries.Add(entry);
            }
            else
            {
                entries[at] = section == "fields" && entry.Key.Value == "columns" && entries[at].Value is LawMap a && entry.Value is LawMap b
                    ? new(entry.Key, Merge("columns", b, [.. a.Entries.Where(e => e.Value is LawMap).Select(e => new SharedItem(part.Word, e.Key, (LawMap)e.Value))], entry.Key))
                    : entry;
            }
        }

        return new(entries, place.File, place.Line, place.Column);
    }

    private static bool IsOpen(LawEntry entry) => entry.Value is LawText { IsEmpty: true };

    // Which statute is meant by a bare article number depends on the register, so a part may not use one.
    private void CheckBasis(LawNode node)
    {
        foreach (var (key, value) in (node as LawMap)?.Entries ?? [])
        {
            if (key.Value == "basis" && node is LawMap item && value is LawText { IsEmpty: false })
            {
                basis.Optional(new YamlMap(item, errors), null);
            }

            CheckBasis(value);
        }

        foreach (var item in (node as LawList)?.Items ?? [])
        {
            CheckBasis(item);
        }
    }

    private sealed record SharedItem(LawText Word, LawText Id, LawMap Item);
}
