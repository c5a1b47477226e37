using System.Globalization;
using System.Text.RegularExpressions;

namespace Fadu.Rules.Checking.Relations;

/// <summary>Dates by the calendar, dates that have lost 年 or 月, and the dates of one document against each other.</summary>
internal static partial class DateRelation
{
    public static void Check(CheckContext context)
    {
        foreach (Match match in Full().Matches(context.Text))
        {
            var (year, month, day) = (Number(match, 1), Number(match, 2), Number(match, 3));
            if (year is < 1800 or > 2200) continue;
            if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, Math.Clamp(month, 1, 12)))
                context.Add(RelationKind.Date, Verdict.Contradiction, match.Index, match.Index + match.Length, [match.Value], month is < 1 or > 12 ? $"没有{month}月。" : $"{year}年{month}月没有{day}日。");
            else if (Alone(context, match))
                context.Add(RelationKind.Date, Verdict.Consistent, match.Index, match.Index + match.Length, [$"{year:0000}-{month:00}-{day:00}"], "落款日期是有效日期。");
        }
        foreach (Match match in MonthDay().Matches(context.Text))
        {
            var (month, day) = (Number(match, 1), Number(match, 2));
            if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(2024, Math.Clamp(month, 1, 12)))
                context.Add(RelationKind.Date, Verdict.Contradiction, match.Index, match.Index + match.Length, [match.Value], $"没有{month}月{day}日这一天。");
        }
        foreach (Match match in Between().Matches(context.Text))
        {
            var (year, last) = (Number(match, 1), match.Groups[4].Success ? Number(match, 4) : Number(match, 1));
            var (from, to) = (year * 372 + Number(match, 2) * 31 + Number(match, 3), last * 372 + Number(match, 5) * 31 + Number(match, 6));
            // Without a year of its own the end of a period may lie in the next year.
            if (to >= from || Number(match, 5) is < 1 or > 12 || !match.Groups[4].Success && match.Groups[2].Value != match.Groups[5].Value) continue;
            context.Add(RelationKind.Date, Verdict.Contradiction, match.Index, match.Index + match.Length, [match.Value], "起止日期颠倒：后一日期早于前一日期。");
        }
        foreach (Match match in Collapsed().Matches(context.Text)) Lost(context, match);
        Published(context);
    }

    private static void Lost(CheckContext context, Match match)
    {
        var year = Number(match, 1);
        var rest = match.Groups[2].Value;
        var readings = new List<string>();
        for (var cut = 1; cut < rest.Length; cut++)
        {
            var month = int.Parse(rest[..cut], CultureInfo.InvariantCulture);
            var day = int.Parse(rest[cut..], CultureInfo.InvariantCulture);
            if (rest[0] != '0' && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) && !(rest.Length - cut > 1 && rest[cut] == '0')) readings.Add($"{year}年{month}月{day}日");
        }
        if (readings.Count == 0) return;
        context.Add(RelationKind.Date, Verdict.Contradiction, match.Index, match.Index + match.Length, [match.Value], $"日期缺少“年”“月”，可能是{string.Join("或", readings)}。", string.Join(" 或 ", readings));
    }

    // 发文日期, 成文日期 and 发布时间 of one page: the day it was written is not after the day it was published.
    private static void Published(CheckContext context)
    {
        var written = new List<(Match Match, DateOnly Date)>();
        var published = new List<(Match Match, DateOnly Date)>();
        foreach (Match match in Labelled().Matches(context.Text))
        {
            if (!DateOnly.TryParseExact(match.Groups[2].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) continue;
            (match.Groups[1].Value.StartsWith("发布", StringComparison.Ordinal) ? published : written).Add((match, date));
        }
        if (written.Count == 0 || written.Count + published.Count < 2) return;
        var all = written.Concat(published).ToList();
        var numbers = all.Select(item => item.Match.Groups[2].Value).ToList();
        var first = all[0].Match;
        if (all.Select(item => item.Date).Distinct().Count() == 1)
            context.Add(RelationKind.Date, Verdict.Consistent, first.Index, first.Index + first.Length, numbers, "页面上的成文、发文与发布日期一致。");
        else if (published.Count > 0 && written.Max(item => item.Date) > published.Max(item => item.Date))
            context.Add(RelationKind.Date, Verdict.Doubtful, first.Index, first.Index + first.Length, numbers, "成文日期晚于发布日期，请核对。");
    }

    private static bool Alone(CheckContext context, Match match) => context.Source.Line(context.Source.LineAt(match.Index)).Trim().Length == match.Length;

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<!\d)(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")]
    private static partial Regex Full();

    [GeneratedRegex(@"(?<![\d年])(?<!年\s)(\d{1,2})月(\d{1,2})日")]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"(?<!\d)(\d{4})年(\d{1,2})月(\d{1,2})日(?:至|到|—|-|~)(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日")]
    private static partial Regex Between();

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d{2})(\d{2,4})日")]
    private static partial Regex Collapsed();

    [GeneratedRegex(@"(成文日期|发文日期|发布时间|发布日期|公开日期)[\s:|]*(\d{4}-\d{2}-\d{2})")]
    private static partial Regex Labelled();
}
