namespace Fadu.Rules.Registers.Loading;

/// <summary>Reads <c>region.yaml</c> and puts the chosen overlays in order, parents first.</summary>
internal sealed class RegionReader(LawErrors errors)
{
    public Region? Read(PlacedFile file)
    {
        if (YamlReader.ReadMap(file, errors) is not { } node)
        {
            return null;
        }

        var root = new YamlMap(node, errors);
        var region = new Region(file.Name, root.RequiredText("title"), root.RequiredText("code"), root.Text("parent"), root.Position);
        root.Done();
        if (region.Code.Length > 0 && (region.Code.Length != 6 || !region.Code.All(char.IsAsciiDigit)))
        {
            errors.Add(root.At("code"), $"“{region.Code}”不是六位行政区划代码", "请写成 \"330000\" 的样子");
        }

        return region;
    }

    /// <summary>The chosen overlays with their parents before them; each once.</summary>
    public IReadOnlyList<string> Order(IReadOnlyList<string> chosen, IReadOnlyDictionary<string, Region> regions)
    {
        List<string> order = [];
        foreach (var id in chosen)
        {
            Add(id, []);
        }

        return order;

        void Add(string id, HashSet<string> path)
        {
            if (!regions.TryGetValue(id, out var region))
            {
                errors.Add($"regions/{id}/region.yaml", $"没有地区“{id}”", Suggestion.For(id, regions.Keys));
            }
            else if (!path.Add(id))
            {
                errors.Add(region.Position, $"地区“{id}”的上级成了循环：{string.Join(" → ", path.Append(id))}", "请改正 parent");
            }
            else
            {
                if (region.Parent is { } parent)
                {
                    Add(parent, path);
                }

                if (!order.Contains(id))
                {
                    order.Add(id);
                }
            }
        }
    }
}
