using System.Text.RegularExpressions;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// 今年是“十四五”收官之年: the first and last years of the five-year plans are known, so that a sentence left over from another year shows.
/// A report that is written in January may call its own year and the next 今年, so both are accepted.
/// </summary>
internal static partial class AnchorYears
{
    // The plan 一五 began in 1953 but 六五 and all later ones follow each other by five years from 1981 on.
    private static readonly string[] Plans = ["六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六"];

    public static void Check(CheckContext context, Figure title)
    {
        foreach (Match match in Anchored().Matches(context.Text))
        {
            var plan = Array.IndexOf(Plans, match.Groups[2].Value);
            if (plan < 0) continue;
            var first = 1981 + plan * 5;
            var year = match.Groups[3].Value is "开局" or "第一" or "起步" ? first : first + 4;
            var word = match.Groups[1].Value;
            var (stated, slack) = int.TryParse(word.TrimEnd('年'), out var written) ? (written, 0) : word == "明年" ? ((int)title.Value + 1, 1) : ((int)title.Value, 1);
            var says = $"“{match.Groups[2].Value}五”{match.Groups[3].Value}之年是{year}年";
            if (year >= stated && year <= stated + slack)
                context.Add(RelationKind.Year, Verdict.Consistent, match.Index, match.Index + match.Length, [title.Numeral, $"{year}"], says + "，与报告年度相符。", null, [title]);
            else
                context.Add(RelationKind.Year, slack == 0 ? Verdict.Contradiction : Verdict.Doubtful, match.Index, match.Index + match.Length, [title.Numeral, $"{year}"], says + $"，报告年度为{title.Numeral}年，请核对。", $"{year}");
        }
    }

    [GeneratedRegex(@"(今年|明年|\d{4}年?)(?:既|也|又)?(?:是|为)(?:实施)?“?(十?[一二三四五六七八九]|十)五”?(?:规划)?(?:的)?(开局|收官|第一|起步|最后一?)(?:之)?年")]
    private static partial Regex Anchored();
}
