using System.Globalization;
using System.Text.RegularExpressions;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// The year of the report against its title, its opening and its headings, and years that cannot be.
/// A plan for the next year, a signature in either year, periods, award years and years since are all in order and never touched.
/// </summary>
internal static partial class YearRelation
{
    private static readonly string[] PastWords = ["共受理", "共办理", "共接待", "共收到", "共组织", "共审", "全年共", "累计", "已办结", "审结", "共开展", "共处理", "共承办"];
    private static readonly string[] PlanWords = ["到", "前", "底", "目标", "规划", "力争", "届时", "计划", "将", "远景", "预计", "末"];

    public static void Check(CheckContext context)
    {
        var title = Title(context);
        // A work report to the congress is titled with the year in which it is given and tells of the year before.
        var workReport = title is not null && context.Source.Line(title.Paragraph).Contains("政府工作报告", StringComparison.Ordinal);
        Impossible(context, title?.Value);
        if (title is null || workReport) return;
        Opening(context, title);
        FirstWords(context, title);
        Headings(context, title);
        Period(context, title);
        Plans(context, title);
        AnchorYears.Check(context, title);
    }

    /// <summary>The year in the title, from the first dozen lines.</summary>
    public static Figure? Title(CheckContext context)
    {
        var found = new List<Figure>();
        var lines = 0;
        for (var line = context.Source.BodyLine; line < context.Source.LineCount && lines < 45; line++)
        {
            var text = context.Source.Line(line).Trim();
            if (text.IsEmpty) continue;
            lines++;
            if (text.Length > 60 || !(text.Contains("报告", StringComparison.Ordinal) || text.Contains("总结", StringComparison.Ordinal)) || text.Contains('。') || text.Contains('|') || text.Contains("现将", StringComparison.Ordinal) || text.Contains("如下", StringComparison.Ordinal)) continue;
            var years = context.Figures.Where(figure => figure.Paragraph == line && figure.Role == FigureRole.Year).ToList();
            // 2024年…关于2023年度…的报告: the year that is reported on stands last.
            var year = years.Select(figure => figure.Value).Distinct().Count() <= 1 ? years.FirstOrDefault() : years.LastOrDefault(figure => context.Text[figure.Start..figure.End].EndsWith('度'));
            if (year is not null && year.Value is > 1990 and < 2060) found.Add(year);
        }
        // Several titles with different years are several reports in one file.
        return found.Count > 0 && found.Select(figure => figure.Value).Distinct().Count() == 1 ? found[0] : null;
    }

    private static void Impossible(CheckContext context, decimal? title)
    {
        foreach (var year in context.Figures.Where(figure => figure.Role == FigureRole.Year))
        {
            if (year.Value is > 2060 or < 1800)
            {
                var swapped = Readings(year.Numeral, title).FirstOrDefault();
                var end = Math.Min(context.Source.EndOf(year.Paragraph), year.End);
                context.Add(RelationKind.Year, Verdict.Contradiction, year.Start, end, [year.Numeral], $"{year.Numeral}年不可能是本报告所述的年份。" + (swapped is null ? "请核对。" : $"可能是{swapped}年（数字颠倒）。"), swapped, [year]);
                continue;
            }
            if (title is not { } reported || year.Value <= reported + 1) continue;
            var (start, stop) = context.SentenceAt(year.Start);
            var after = context.Text[year.End..Math.Min(stop, year.End + 30)];
            var around = context.Text[Math.Max(start, year.Start - 6)..Math.Min(stop, year.End + 4)];
            if (!PastWords.Any(word => after.Contains(word, StringComparison.Ordinal)) || PlanWords.Any(word => around.Contains(word, StringComparison.Ordinal))) continue;
            context.Add(RelationKind.Year, Verdict.Doubtful, year.Start, year.End, [year.Numeral], $"报告年度为{reported:0}年，这里却以已发生的口气写{year.Numeral}年的工作，请核对年份。", reported.ToString("0", CultureInfo.InvariantCulture), [year]);
        }
    }

    private static IEnumerable<string> Readings(string numeral, decimal? title)
    {
        for (var i = 0; i + 1 < numeral.Length; i++)
        {
            var swapped = numeral[..i] + numeral[i + 1] + numeral[i] + numeral[(i + 2)..];
            if (int.TryParse(swapped, out var year) && year is > 1990 and < 2040 && (title is not { } reported || Math.Abs(year - reported) <= 3)) yield return swapped;
        }
    }

    private static void Opening(CheckContext context, Figure title)
    {
        foreach (Match match in Opens().Matches(context.Text))
        {
            if (!decimal.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var year)) continue;
            var figures = context.Figures.Where(figure => figure.Role == FigureRole.Year && figure.Start >= match.Index && figure.End <= match.Index + match.Length);
            List<string> numbers = [title.Numeral, match.Groups[1].Value];
            if (year == title.Value) context.Add(RelationKind.Year, Verdict.Consistent, match.Index, match.Index + match.Length, numbers, $"开头所写年度与标题{title.Numeral}年一致。", null, figures);
            else context.Add(RelationKind.Year, Verdict.Contradiction, match.Index, match.Index + match.Length, numbers, $"标题为{title.Numeral}年，开头却写“{match.Groups[1].Value}年”，应是沿用旧稿未改。", title.Numeral, figures);
        }
    }

    // 关于2022年度…的报告 and 2023年，…: the year with which the text begins, where the year of the title stands nowhere else.
    private static void FirstWords(CheckContext context, Figure title)
    {
        for (var line = title.Paragraph + 1; line < Math.Min(context.Source.LineCount, title.Paragraph + 6); line++)
        {
            if (Begins().Match(context.Source.Line(line).ToString()) is not { Success: true } match) continue;
            var year = match.Groups[1].Value;
            var others = context.Figures.Any(figure => figure.Role == FigureRole.Year && figure.Value == title.Value && figure.Paragraph > title.Paragraph);
            if (others || !context.Text.AsSpan(title.Start, title.End - title.Start).EndsWith("年度") || Math.Abs(decimal.Parse(year, CultureInfo.InvariantCulture) - title.Value) != 1) return;
            var start = context.Source.StartOf(line) + match.Groups[1].Index;
            context.Add(RelationKind.Year, Verdict.Doubtful, start, start + year.Length + 1, [title.Numeral, year], $"标题为{title.Numeral}年度，正文却从{year}年说起，且通篇未再提{title.Numeral}年，请核对。", title.Numeral);
            return;
        }
    }

    // The years of publication and signature: the year of the report or the one after it.
    private static IEnumerable<string> Signed(CheckContext context, Figure title)
    {
        foreach (Match match in Stamp().Matches(context.Text))
            if (decimal.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var year) && (year == title.Value || year == title.Value + 1)) { yield return match.Groups[1].Value; yield break; }
        var last = context.Figures.LastOrDefault(figure => figure.Role == FigureRole.Date && figure.Numeral.Length == 4);
        if (last is not null && (last.Value == title.Value || last.Value == title.Value + 1) && context.Source.LineCount - last.Paragraph < 6) yield return last.Numeral;
    }

    private static void Period(CheckContext context, Figure title)
    {
        foreach (Match match in Coverage().Matches(context.Text))
        {
            var year = match.Groups[1].Value;
            List<string> numbers = [title.Numeral, year];
            if (year == title.Numeral) context.Add(RelationKind.Year, Verdict.Consistent, match.Index, match.Index + match.Length, numbers, $"统计期限与标题{year}年一致。");
            else context.Add(RelationKind.Year, Verdict.Contradiction, match.Index, match.Index + match.Length, numbers, $"标题为{title.Numeral}年，统计期限却写{year}年。", title.Numeral);
        }
    }

    private static void Plans(CheckContext context, Figure title)
    {
        foreach (var year in context.Figures.Where(figure => figure.Role == FigureRole.Year && figure.Value == title.Value + 1 && figure.Start > title.Start))
        {
            var text = context.Source.Line(year.Paragraph);
            if (text.Length > 40 || !Plan().IsMatch(text)) continue;
            context.Add(RelationKind.Year, Verdict.Consistent, year.Start, year.End, [title.Numeral, year.Numeral], "下一年度的计划，年份为报告年度加一。", null, [year]);
        }
    }

    [GeneratedRegex(@"现将[^。\n]{0,24}?(\d{4})年(?:度)?[^。\n]{0,40}?(?:报告|汇报|公布|通报|总结)如下")]
    private static partial Regex Opens();

    [GeneratedRegex(@"^\s*(20\d{2})年(?:以来)?,")]
    private static partial Regex Begins();

    [GeneratedRegex(@"(?:统计期限|数据期限|统计时间|统计期间)[^。\n]{0,8}?(\d{4})年1月1日[^。\n]{0,16}12月31日")]
    private static partial Regex Coverage();

    [GeneratedRegex(@"^\s*(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d+[.、]|#+ )")]
    private static partial Regex HeadingMark();

    [GeneratedRegex(@"(?:发布时间|发布日期|成文日期|发文日期)[\s:|]*(\d{4})-\d{2}-\d{2}")]
    private static partial Regex Stamp();

    [GeneratedRegex("计划|思路|安排|打算|重点|展望|下一步|目标|任务")]
    private static partial Regex Plan();

    [GeneratedRegex("情况|成效|举措|不足|问题|工作|总结")]
    private static partial Regex Past();
}
