namespace Fadu.Rules.Registers.Loading;

/// <summary>Lays an overlay over a base version: named items key by key, everything else whole.</summary>
internal sealed class OverlayMerger(LawErrors errors)
{
    private static readonly HashSet<string> Sections = ["parameters", "fields", "steps", "clocks", "gates", "checks", "publish"];
    private static readonly HashSet<string> Replaceable = ["number", "title-from", "office", "order", "columns", .. Sections];

    public LawMap Merge(LawMap below, LawMap overlay)
    {
        var entries = below.Entries.ToList();
        foreach (var (key, value) in overlay.Entries)
        {
            if (key.Value is "extends" or "statute")
            {
                continue;
            }

            if (!Replaceable.Contains(key.Value))
            {
                errors.Add(key, $"叠加层不能写“{key.Value}”", Suggestion.For(key.Value, Replaceable));
            }
            else if (Removes(key, value))
            {
                continue;
            }
            else if (!Sections.Contains(key.Value))
            {
                Put(entries, new(key, value));
            }
            else if (value is LawMap items)
            {
                var old = below.Find(key.Value)?.Value as LawMap ?? new LawMap([], items.File, items.Line, items.Column);
                Put(entries, new(key, MergeItems(key.Value, old, items)));
            }
            else
            {
                errors.Add(value, $"“{key.Value}”应当是一组“键: 值”");
            }
        }

        return new(entries, below.File, below.Line, below.Column);
    }

    private LawMap MergeItems(string section, LawMap below, LawMap overlay)
    {
        var entries = below.Entries.ToList();
        foreach (var (id, value) in overlay.Entries)
        {
            if (Removes(id, value))
            {
                continue;
            }

            if (value is not LawMap item)
            {
                errors.Add(value, $"“{id.Value}”应当是一组“键: 值”");
                continue;
            }

            if (section != "columns" && item.Find("basis") is null)
            {
                errors.Add(id, $"叠加层改动的“{id.Value}”没有自己的依据", "请写明本地的依据 basis");
            }

            var old = below.Find(id.Value)?.Value as LawMap;
            Put(entries, new(id, old is null ? item : MergeItem(section, id, old, item)));
        }

        return new(entries, below.File, below.Line, below.Column);
    }

    private LawMap MergeItem(string section, LawText id, LawMap below, LawMap overlay)
    {
        // The mark 待核实 belongs to the basis it stands beside.
        var entries = below.Entries.Where(e => e.Key.Value != "unverified" || overlay.Find("basis") is null).ToList();
        foreach (var (key, value) in overlay.Entries)
        {
            if (Removes(key, value))
            {
                continue;
            }

            var old = below.Find(key.Value)?.Value;
            Tightening.Check(section, id.Value, key, below, old, value, errors);

            var merged = section == "fields" && key.Value == "columns" && old is LawMap a && value is LawMap b ? MergeItems("columns", a, b) : value;
            Put(entries, new(key, merged));
        }

        return new(entries, overlay.File, overlay.Line, overlay.Column);
    }

    private bool Removes(LawText key, LawNode value)
    {
        if (value is not LawText { IsEmpty: true } && key.Value != "remove")
        {
            return false;
        }

        errors.Add(key, $"叠加层不能删除“{key.Value}”", "叠加层只能增加或者从严；不适用的，请用 when 限定");
        return true;
    }

    private static void Put(List<LawEntry> entries, LawEntry entry)
    {
        var at = entries.FindIndex(e => e.Key.Value == entry.Key.Value);
        if (at < 0)
        {
            entries.Add(entry);
        }
        else
        {
            entries[at] = entry;
        }
    }
}
