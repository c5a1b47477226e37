using System.Globalization;
using System.Text.RegularExpressions;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>Years of the headings and of the first paragraph against the title.</summary>
internal static partial class YearRelation
{
    private static void Headings(CheckContext context, Figure title)
    {
        var same = new List<Figure> { title };
        var stale = new List<Figure>();
        var kept = 0;
        Figure? plan = null;
        Figure? past = null;
        var ahead = false;
        foreach (var year in context.Figures.Where(figure => figure.Role == FigureRole.Year && figure.Start > title.Start))
        {
            var lineStart = context.Source.StartOf(year.Paragraph);
            var length = context.Source.EndOf(year.Paragraph) - lineStart;
            var opening = year.Start - lineStart <= 3;
            if (opening && length > 40 && year.Value == title.Value && same.Count < 6) same.Add(year);
            if (length > 40 || !HeadingMark().IsMatch(context.Source.Line(year.Paragraph)) || year.Start - lineStart > 6) continue;
            var text = context.Source.Line(year.Paragraph).ToString();
            if (year.Value == title.Value)
            {
                // 三、2024年工作计划 under a title of 2024, while another heading tells of 2024 as past.
                if (NextPlan().IsMatch(text)) { plan ??= year; continue; }
                if (Past().IsMatch(text)) past ??= year;
                same.Add(year);
                kept++;
                continue;
            }
            if (year.Value == title.Value + 1 && Plan().IsMatch(text)) { ahead = true; continue; }
            if (year.Value == title.Value - 1 && !text.Contains("上", StringComparison.Ordinal) && !text.Contains("整改", StringComparison.Ordinal) && !text.Contains("以来", StringComparison.Ordinal) && Past().IsMatch(text))
                stale.Add(year);
        }
        // One heading with last year's number among headings with this year's is a remnant; all of them together are a manner of speaking.
        if (stale.Count > 0 && (kept > 0 || ahead))
            foreach (var year in stale)
                context.Add(RelationKind.Year, Verdict.Doubtful, year.Start, year.End, [year.Numeral, title.Numeral], $"标题为{title.Numeral}年，此处小标题写{year.Numeral}年，可能沿用旧稿未改。", title.Numeral, [year]);
        if (plan is not null && past is not null && !ahead)
            context.Add(RelationKind.Year, Verdict.Doubtful, plan.Start, plan.End, [plan.Numeral, title.Numeral], $"标题为{title.Numeral}年且前文总结的是{title.Numeral}年的工作，此处小标题却写{plan.Numeral}年的计划，请核对是否应为{title.Value + 1:0}年。", (title.Value + 1).ToString("0", CultureInfo.InvariantCulture), [plan]);
        FirstWords(context, title, kept > 0 || ahead);
        var signed = Signed(context, title).ToList();
        if (same.Count > 1)
            context.Add(RelationKind.Year, Verdict.Consistent, title.Start, title.End, [.. same.Select(figure => figure.Numeral), .. signed], $"标题与正文、小标题所写年度均为{title.Numeral}年。", null, same);
        else if (signed.Count > 0)
            context.Add(RelationKind.Year, Verdict.Consistent, title.Start, title.End, [title.Numeral, .. signed], $"标题年度{title.Numeral}年与落款年份相符（当年或次年）。", null, same);
    }

    // 2021年，石门街道坚持…: the first paragraph opens with last year's number while the headings keep to the title.
    private static void FirstWords(CheckContext context, Figure title, bool witnessed)
    {
        if (!witnessed) return;
        for (var line = title.Paragraph + 1; line < Math.Min(context.Source.LineCount, title.Paragraph + 8); line++)
        {
            var text = context.Source.Line(line).Trim();
            if (text.Length <= 40) { if (HeadingMark().IsMatch(text)) return; continue; }
            var start = context.Source.StartOf(line);
            var years = context.Figures.Where(figure => figure.Paragraph == line && figure.Role == FigureRole.Year).ToList();
            if (years.Count == 1 && years[0].Start - start <= 3 && years[0].Value == title.Value - 1 && FollowedByComma(context, years[0]))
                context.Add(RelationKind.Year, Verdict.Doubtful, years[0].Start, years[0].End, [years[0].Numeral, title.Numeral], $"标题为{title.Numeral}年，正文开头却写{years[0].Numeral}年，可能沿用旧稿未改。", title.Numeral, years);
            return;
        }
    }

    private static bool FollowedByComma(CheckContext context, Figure year) => year.End < context.Text.Length && (context.Text[year.End] == ',' || context.Text.AsSpan(year.End).StartsWith("度,") || context.Text.AsSpan(year.End).StartsWith("以来,"));

    [GeneratedRegex("^[^,。]{0,12}(?:计划|打算|安排|思路|展望)")]
    private static partial Regex NextPlan();
}
