namespace Fadu.Rules.Registers.Loading;

/// <summary>Gathers the versions of all registers, with the chosen overlays laid over them.</summary>
internal sealed class RegisterSources(LawErrors errors, IReadOnlySet<string> statutes, SharedParts shared)
{
    private readonly Dictionary<(string Register, DateOnly InForce), RegisterSource> versions = [];
    private readonly Dictionary<string, string> modules = [];

    /// <param name="order">Overlays in the order in which they apply.</param>
    public IReadOnlyList<RegisterSource> Gather(IEnumerable<PlacedFile> files, IReadOnlyList<string> order)
    {
        var byRegion = files.ToLookup(f => f.Region);
        foreach (var file in byRegion[null].OrderBy(f => f.File.Path, StringComparer.Ordinal))
        {
            if (YamlReader.ReadMap(file, errors) is { } map)
            {
                AddBase(file, map, []);
            }
        }

        foreach (var file in order.SelectMany(region => byRegion[region].OrderBy(f => f.InForce)))
        {
            if (YamlReader.ReadMap(file, errors) is { } map)
            {
                AddOverlay(file, map);
            }
        }

        return [.. versions.Values.OrderBy(v => v.Id, StringComparer.Ordinal).ThenBy(v => v.InForce)];
    }

    private void AddBase(PlacedFile file, LawMap map, IReadOnlyList<string> overlays)
    {
        if (modules.TryGetValue(file.Name, out var module) && module != file.Module)
        {
            errors.Add(file.File.Path, $"事项“{file.Name}”已经在模块“{module}”里", "请改名，或者放到同一个文件夹");
            return;
        }

        if (map.Find("extends") is { } extends)
        {
            errors.Add(extends.Key, "extends 只用于 regions/ 下的叠加层", "新版本请写完整内容");
            map = new([.. map.Entries.Where(e => e != extends)], map.File, map.Line, map.Column);
        }

        modules[file.Name] = file.Module;
        if (!versions.TryAdd((file.Name, file.InForce), new(file.Name, file.Module, file.InForce, shared.Complete(map), overlays, new Dictionary<string, LawText>())))
        {
            errors.Add(file.File.Path, $"事项“{file.Name}”已有 {file.InForce:yyyy-MM-dd} 施行的版本（{versions[(file.Name, file.InForce)].Map.File}）", "要修改它的，请写 extends");
        }
    }

    private void AddOverlay(PlacedFile file, LawMap map)
    {
        if (map.Find("extends") is not { } extends)
        {
            // A register that only this region has.
            AddBase(file, map, [file.Region!]);
            return;
        }

        if (extends.Value is not LawText text || !YamlMap.TryDate(text.Value, out var date))
        {
            errors.Add(extends.Value, "extends 应当是所叠加版本的施行日期", "如 extends: 2024-01-01");
            return;
        }

        if (!versions.TryGetValue((file.Name, date), out var below))
        {
            var dates = versions.Keys.Where(k => k.Register == file.Name).Select(k => $"{k.InForce:yyyy-MM-dd}").ToList();
            errors.Add(text, $"事项“{file.Name}”没有 {text.Value} 施行的版本，无从叠加",
                dates.Count > 0 ? "现有版本：" + string.Join("、", dates) : Suggestion.For(file.Name, versions.Keys.Select(k => k.Register)));
            return;
        }

        if (file.InForce != date && versions.ContainsKey((file.Name, file.InForce)))
        {
            errors.Add(file.File.Path, $"叠加后的版本与已有的 {file.InForce:yyyy-MM-dd} 版本重叠", $"请写 extends: {file.InForce:yyyy-MM-dd}，或者改文件名");
            return;
        }

        if (file.InForce < date)
        {
            errors.Add(text, "叠加层的施行日期早于所叠加的版本", "请改文件名或者 extends");
            return;
        }

        var named = new Dictionary<string, LawText>(below.Statutes);
        if (map.Find("statute")?.Value is LawText statute)
        {
            named[file.File.Path] = statute;
            if (!statutes.Contains(statute.Value))
            {
                errors.Add(statute, $"法规“{statute.Value}”不在 statutes/ 里", Suggestion.For(statute.Value, statutes));
            }
        }

        versions[(file.Name, file.InForce)] = below with
        {
            InForce = file.InForce,
            Map = new OverlayMerger(errors).Merge(below.Map, map),
            Overlays = [.. below.Overlays, file.Region!],
            Statutes = named,
        };
    }
}
