using System.Text.RegularExpressions;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Checks the placeholders of number and title patterns.</summary>
internal static partial class PatternCheck
{
    private static readonly string[] NumberWords = ["office.abbr", "year", "seq"];

    /// <summary>A number pattern must count: <c>{seq}</c>, <c>{seq:3}</c> = at least three digits.</summary>
    public static void Number(LawText? pattern, LawErrors errors)
    {
        if (pattern is null)
        {
            return;
        }

        var names = Placeholders(pattern, NumberWords, errors);
        if (!names.Contains("seq"))
        {
            errors.Add(pattern, $"编号规则“{pattern.Value}”没有流水号", "请加上 {seq}，如 〔{year}〕{seq}号");
        }
    }

    /// <summary>A title pattern names fields of the matter.</summary>
    public static void Title(LawText? pattern, RegisterDraft draft, LawErrors errors)
    {
        if (pattern is null)
        {
            return;
        }

        if (Placeholders(pattern, [.. draft.Facts.Columns.Select(c => c.Name).Where(c => c != "title")], errors).Count == 0)
        {
            errors.Add(pattern, $"名称规则“{pattern.Value}”里没有字段", "各件事项的名称会完全相同，请加上 {字段}");
        }
    }

    private static HashSet<string> Placeholders(LawText pattern, IReadOnlyList<string> allowed, LawErrors errors)
    {
        HashSet<string> names = [];
        foreach (Match match in Placeholder().Matches(pattern.Value))
        {
            var name = match.Groups["name"].Value;
            if (!allowed.Contains(name) || (match.Groups["digits"].Success && name != "seq"))
            {
                errors.Add(pattern, $"“{pattern.Value}”里的 {match.Value} 不能用", Suggestion.For(name, allowed));
            }

            names.Add(name);
        }

        if (Placeholder().Replace(pattern.Value, "").IndexOfAny(['{', '}']) >= 0)
        {
            errors.Add(pattern, $"“{pattern.Value}”的花括号不成对或者内容不对", "请写成 {year}、{seq:3} 的样子");
        }

        return names;
    }

    [GeneratedRegex(@"\{(?<name>[a-z][a-z0-9_]*(?:\.[a-z]+)?)(?::(?<digits>[1-9]))?\}")]
    private static partial Regex Placeholder();
}
