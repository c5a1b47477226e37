using System.Globalization;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Refuses overlays that visibly loosen the base: fewer demands, a longer limit, a shorter notice.</summary>
/// <remarks>Conditions are not compared; whether a new condition is stricter is for the author's cases to show.</remarks>
internal static class Tightening
{
    private static readonly HashSet<string> Demands = ["sets", "files", "adds", "redact"];

    public static void Check(string section, string item, LawText key, LawMap below, LawNode? old, LawNode now, LawErrors errors)
    {
        var what = $"“{item}”的 {key.Value}";
        if ((key.Value is "required" or "personal" && IsText(old, "true") && IsText(now, "false")) || (key.Value == "level" && IsText(now, "warn") && !IsText(old, "warn")))
        {
            errors.Add(key, $"叠加层把{what}放宽了", "叠加层只能增加或者从严");
        }

        if (old is null)
        {
            return;
        }

        if ((Demands.Contains(key.Value) || (section == "gates" && key.Value == "before")) && Words(old).Except(Words(now)).ToList() is { Count: > 0 } dropped)
        {
            errors.Add(key, $"叠加层把{what}放宽了：少了“{string.Join("、", dropped)}”", "叠加层只能增加或者从严，请把原有的也写上");
        }

        if (key.Value is "limit" or "within" or "withdraw-within" && Amount(old) is { } was && Amount(now) is { } becomes && was.Unit == becomes.Unit)
        {
            var minimum = below.Find("kind")?.Value is LawText { Value: "minimum" };
            if (minimum ? becomes.Number < was.Number : becomes.Number > was.Number)
            {
                errors.Add(key, $"叠加层把{what}从 {was.Number} 改为 {becomes.Number}，放宽了期限", minimum ? "最短期限只能更长" : "期限只能更短");
            }
        }

        if (key.Value == "type" && !IsText(now, (old as LawText)?.Value))
        {
            errors.Add(key, $"叠加层不能改变{what}", "已有数据会失去含义；请新增一个字段");
        }
    }

    private static bool IsText(LawNode? node, string? text) => node is LawText t && t.Value == text;

    private static IEnumerable<string> Words(LawNode node) => node switch
    {
        LawText t => [t.Value.TrimEnd('!')],
        LawList l => l.Items.OfType<LawText>().Select(t => t.Value.TrimEnd('!')),
        _ => [],
    };

    private static (int Number, string Unit)? Amount(LawNode node) =>
        node is LawText t && t.Value.Split(' ', 2) is [var n, var unit] && int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number, unit.TrimEnd('s')) : null;
}
