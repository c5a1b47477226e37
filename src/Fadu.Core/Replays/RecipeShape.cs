using System.Globalization;
using System.Text.RegularExpressions;
using Fadu.Rules.LawFiles;

namespace Fadu.Core.Replays;

/// <summary>How a usual matter of a register goes; recipes take it over and change what differs.</summary>
internal sealed partial record RecipeShape
{
    private const int UsualGap = 3;

    public required string Register { get; init; }
    public IReadOnlyList<RecipeStep> Steps { get; init; } = [];
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Values { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    public IReadOnlyDictionary<string, RecipeRows> Rows { get; init; } = new Dictionary<string, RecipeRows>();
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Phrases { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    public IReadOnlyList<string> Offices { get; init; } = [];
    public string? Source { get; init; }

    /// <summary>Reads what a shape and a recipe have in common, over what it builds on.</summary>
    /// <remarks>Values, rows and phrases are merged key by key; steps, offices and source replace.</remarks>
    public RecipeShape Over(YamlObject map)
    {
        var steps = map.Text("steps") is { } text ? [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(t => ReadStep(map, t))] : Steps;
        var offices = map.TextOrTexts("offices");
        return this with
        {
            Steps = steps,
            Values = Merge(Values, map.TextLists("values")),
            Phrases = Merge(Phrases, map.TextLists("phrases")),
            Rows = Merge(Rows, ReadRows(map)),
            Offices = offices.Count > 0 ? offices : Offices,
            Source = map.Text("source") ?? Source,
        };
    }

    /// <summary>The upper over the lower, key by key.</summary>
    public static IReadOnlyDictionary<string, T> Merge<T>(IReadOnlyDictionary<string, T> under, IReadOnlyDictionary<string, T> over) =>
        over.Count == 0 ? under : under.Where(u => !over.ContainsKey(u.Key)).Concat(over).ToDictionary();

    private static Dictionary<string, RecipeRows> ReadRows(YamlObject map)
    {
        Dictionary<string, RecipeRows> rows = [];
        if (map.Object("rows") is not { } all)
        {
            return rows;
        }

        foreach (var field in all.Keys.ToList())
        {
            if (all.Object(field) is { } item)
            {
                rows[field] = new(item.WholeNumber("least") ?? 1, item.WholeNumber("most") ?? Math.Max(2, item.WholeNumber("least") ?? 1), item.WholeNumber("total"), item.Flag("cycle"), item.TextLists("values"));
                item.Done();
            }
        }

        return rows;
    }

    // decide+20..40 : calendar days after the step before; 6..10w : working days.
    private static RecipeStep ReadStep(YamlObject map, string token)
    {
        if (StepShape().Match(token) is not { Success: true } match)
        {
            map.Error($"看不懂环节“{token}”", "请写成 accept、accept+1..5 或者 decide+6..10w", "steps");
            return new(token, 0, 0, false);
        }

        if (!match.Groups["least"].Success)
        {
            return new(token, 0, UsualGap, false);
        }

        var least = Number(match.Groups["least"]);
        return new(match.Groups["step"].Value, least, match.Groups["most"].Success ? Number(match.Groups["most"]) : least, match.Groups["working"].Success);
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<step>[a-z][a-z0-9_]*)(?:\+(?<least>\d{1,4})(?:\.\.(?<most>\d{1,4}))?(?<working>w)?)?$")]
    private static partial Regex StepShape();
}
