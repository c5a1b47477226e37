using Fadu.Rules.LawFiles;

namespace Fadu.Core.Replays;

/// <summary>Reads replays strictly: <c>shapes/*.yaml</c>, <c>&lt;report&gt;.yaml</c> and, beside it, <c>&lt;report&gt;/&lt;module&gt;.yaml</c>.</summary>
/// <param name="folder">Folder of the replays.</param>
public sealed class ReplayReader(string folder)
{
    private readonly List<LawFileError> _errors = [];
    private readonly Dictionary<string, RecipeShape> _shapes = new(StringComparer.Ordinal);

    /// <summary>Reads a replay.</summary>
    /// <param name="report">Its name, e.g. <c>002.1</c>.</param>
    /// <param name="only">Only the recipes of this module.</param>
    /// <param name="alsoFrom">Folders of further recipes.</param>
    /// <exception cref="StoreException">A file is wrong; the message names each place.</exception>
    public Replay Read(string report, string? only = null, params string[] alsoFrom)
    {
        foreach (var file in Files("shapes"))
        {
            ReadShapes(file);
        }

        if (!File.Exists(Path.Combine(folder, report + ".yaml")) || Parse(report + ".yaml") is not { } header)
        {
            throw _errors.Count > 0 ? Failed() : new StoreException(
                $"没有“{report}”这个回放方案", "现有：" + string.Join("、", Directory.EnumerateFiles(folder, "*.yaml").Select(Path.GetFileNameWithoutExtension).Where(n => !n!.Contains(".district", StringComparison.Ordinal)).Order()));
        }

        var year = header.WholeNumber("year") ?? 0;
        var replay = new Replay(
            header.RequiredText("report"), header.RequiredText("title"), year, header.WholeNumber("seed") ?? 1, header.WholeNumber("departments") ?? 0, header.WholeNumber("towns") ?? 0,
            [.. Recipes(header, report + ".yaml", year).Where(_ => only is null), .. alsoFrom.Prepend(report).SelectMany(Files).Where(f => only is null || Path.GetFileNameWithoutExtension(f) == only).SelectMany(f => Part(f, year))]);
        return _errors.Count == 0 ? replay : throw Failed();
    }

    private IEnumerable<string> Files(string below) => Directory.Exists(Path.Combine(folder, below))
        ? Directory.EnumerateFiles(Path.Combine(folder, below), "*.yaml").Order(StringComparer.Ordinal).Select(f => $"{below}/{Path.GetFileName(f)}")
        : [];

    private YamlObject? Parse(string file) => YamlObject.Parse(new LawFile("replays/" + file, File.ReadAllText(Path.Combine(folder, file))), _errors);

    private void ReadShapes(string file)
    {
        if (Parse(file) is not { } map)
        {
            return;
        }

        var phrases = map.TextLists("phrases");
        if (map.Object("shapes") is { } shapes)
        {
            foreach (var name in shapes.Keys.ToList())
            {
                if (shapes.Object(name) is { } item)
                {
                    _shapes[name] = new RecipeShape { Register = name.Split('.')[0], Phrases = phrases }.Over(item);
                    item.Done();
                }
            }
        }

        map.Done();
    }

    private List<Recipe> Part(string file, int year) => Parse(file) is { } map ? Recipes(map, file, year) : [];

    private List<Recipe> Recipes(YamlObject map, string file, int year)
    {
        var phrases = map.TextLists("phrases");
        var recipes = map.Objects("recipes").Select(r => ReadRecipe(r, file, year, phrases)).ToList();
        map.Done();
        return recipes;
    }

    private Recipe ReadRecipe(YamlObject map, string file, int year, IReadOnlyDictionary<string, IReadOnlyList<string>> phrases)
    {
        // The texts of the file stand under those of the recipe, which TextLists merges over them.
        var shape = Usual(map) is { } usual ? (usual with { Phrases = RecipeShape.Merge(usual.Phrases, phrases) }).Over(map) : new() { Register = "" };
        if (shape.Register.Length == 0 || shape.Steps.Count == 0 || shape.Offices.Count == 0)
        {
            map.Error("这一项缺少 register（或者 shape）、steps 或者 offices", "请补写");
        }

        var recipe = new Recipe
        {
            Register = shape.Register,
            Count = map.WholeNumber("count") ?? 1,
            Offices = shape.Offices,
            From = map.Date("from") ?? new(year, 1, 2),
            Until = map.Date("until") ?? new(year, 12, 31),
            Steps = shape.Steps,
            Values = shape.Values,
            Rows = shape.Rows,
            Phrases = shape.Phrases,
            Source = shape.Source,
            Place = $"{file}:{map.Line}",
        };
        map.Done();
        return recipe;
    }

    private RecipeShape? Usual(YamlObject map)
    {
        if (map.Text("shape") is not { } name)
        {
            return new() { Register = map.Text("register") ?? "" };
        }

        if (_shapes.TryGetValue(name, out var shape))
        {
            return shape;
        }

        var like = _shapes.Keys.Where(k => k.Split('.')[0] == name.Split('.')[0]).DefaultIfEmpty("（无）");
        map.Error($"没有“{name}”这个事项样式", "样式写在 replays/shapes/ 里，同一事项的有：" + string.Join("、", like), "shape");
        return null;
    }

    private StoreException Failed() => new(string.Join('\n', _errors), "请修改后重试");
}
