using System.Text.RegularExpressions;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>The two levels between which something changed.</summary>
/// <param name="Certain">The words bind both levels to the change; else agreement is recognised and disagreement left alone.</param>
internal sealed record Levels(Figure Old, Figure Now, bool Certain, string Reason);

internal static partial class GrowthRelation
{
    /// <summary>
    /// The forms in which the earlier value does not stand right before the change: 去年A，今年B，增长p%; B，增长p%（上年为A）;
    /// 增长p%，由A增至B; 较上年的A增长p%至B.
    /// </summary>
    private static Levels? LevelsOf(CheckContext context, List<Figure> paragraph, int at, Predicate<Figure> level)
    {
        var change = paragraph[at];
        var before = paragraph.Take(at).Where(figure => figure.Sentence == change.Sentence && figure.Bracket == change.Bracket && level(figure)).Reverse().Take(2).ToList();
        var after = paragraph.Skip(at + 1).Where(figure => figure.Sentence == change.Sentence && level(figure)).Take(2).ToList();
        return OldBefore(context, before, change) ?? OldAfter(context, before, after, change) ?? OldInBracket(context, before, after, change) ?? ChangeAfter(context, after, change) ?? NowAfter(context, before, after, change) ?? YearBeforeYear(context, before, change);
    }

    private static Levels? OldInBracket(CheckContext context, List<Figure> before, List<Figure> after, Figure change)
    {
        if (before.Count == 0 || after.Count == 0 || after[0].Bracket < 0 || after[0].Bracket == change.Bracket || !Alike(before[0], after[0]) || IsDelta(before[0])) return null;
        var between = context.Between(change, after[0]);
        return between.StartsWith("(") && (OldWords().IsMatch(between) || change.Before.Contains("环比", StringComparison.Ordinal) && LastMonth().IsMatch(between)) && change.Start - before[0].End < 30 ? new(after[0], before[0], !OtherSubject(change), "与括号中的上年数相比") : null;
    }

    // 数量较去年（95件）增加23件，增长24.2%
    private static Levels? OldBefore(CheckContext context, List<Figure> before, Figure change)
    {
        if (before.Count == 0 || context.Around(change).LastOrDefault(figure => figure.Bracket >= 0 && figure.Bracket != change.Bracket && figure.End <= change.Start && figure.Sentence == change.Sentence) is not { } old) return null;
        var bracket = context.Brackets[old.Bracket];
        var now = before.FirstOrDefault(figure => figure.End <= bracket.Start && !IsDelta(figure));
        if (now is null || !Alike(old, now) || bracket.End > change.Start || change.Start - bracket.End > 24 || bracket.Start - now.End > 24) return null;
        // 收到4127件（2023年2977件），同比增长38.62%
        if (bracket.Start == now.End && Inside().Match(context.Text[(bracket.Start + 1)..old.Start]) is { Success: true } inside && !context.Text.AsSpan(bracket.Start, bracket.End - bracket.Start).Contains('%'))
            return new(old, now, !int.TryParse(inside.Groups[1].Value, out var year) || YearOf(context, now) is { } present && present - year == 1, "与括号中的上年数相比");
        return Than().IsMatch(context.Text[Math.Max(context.Source.StartOf(change.Paragraph), bracket.Start - 10)..bracket.Start]) ? new(old, now, true, "与括号中的上年数相比") : null;
    }

    // 调解276件，同比增长15%，较上年的240件增加36件
    private static Levels? OldAfter(CheckContext context, List<Figure> before, List<Figure> after, Figure change) =>
        before.Count > 0 && after.Count > 0 && after[0].Bracket == change.Bracket && Alike(before[0], after[0]) && !IsDelta(before[0]) && !IsDelta(after[0]) && change.Start - before[0].End < 16 && AfterOld().IsMatch(context.Between(change, after[0]))
            ? new(after[0], before[0], true, "与上年数相比") : null;

    private static Levels? ChangeAfter(CheckContext context, List<Figure> after, Figure change) =>
        after.Count == 2 && after[0].Bracket == change.Bracket && Change(context, after[0], after[1]) && From().Match(context.Between(change, after[0]).ToString()) is { Success: true } from
            ? new(after[0], after[1], from.Groups[1].Length == 0, "由前数到后数") : null;

    private static Levels? NowAfter(CheckContext context, List<Figure> before, List<Figure> after, Figure change) =>
        before.Count > 0 && after.Count > 0 && Earlier(context, before[0]) && !IsDelta(before[0]) && Alike(before[0], after[0]) && change.Start - before[0].End < 12 && Reaches().IsMatch(context.Between(change, after[0]))
            ? new(before[0], after[0], true, "与上年数相比") : null;

    // 2023年受理500件，2024年受理560件: two years that follow each other, or 去年 and 今年, at the head of two like clauses.
    private static Levels? YearBeforeYear(CheckContext context, List<Figure> before, Figure change)
    {
        if (before.Count < 2 || !Alike(before[0], before[1]) || IsDelta(before[0]) || IsDelta(before[1]) || change.Start - before[0].End > 24 || Earlier(context, before[0])) return null;
        var (now, old) = (before[0], before[1]);
        var (first, second) = (YearOf(context, old), YearOf(context, now));
        if (first is null || second is null || first == second || change.Before.Contains("分别", StringComparison.Ordinal)) return null;
        // 全年收到1140件，2023年为760件，同比上升50%
        if (first == 0 && second > 1900 && now.Before.TrimStart('度') is "" or "为" or "是" or "仅") return new(now, old, true, "与上年数相比");
        var (earlier, later) = (LeadYear().Replace(Labels.Clean(old.Before), ""), LeadYear().Replace(Labels.Clean(now.Before), ""));
        // The same words, or fewer of them the second time.
        var certain = earlier.StartsWith(later, StringComparison.Ordinal) || later.StartsWith(earlier, StringComparison.Ordinal) || later.Length >= 2 && earlier.Contains(later, StringComparison.Ordinal);
        var turned = first - second == 1;
        if (!turned && second - first != 1) return null;
        return turned ? new(now, old, certain, "与上年数相比") : new(old, now, certain, "与上年数相比");
    }

    // The year at the head of the clause of a figure; 上年 and 去年 count as −1, 今年 and 全年 as 0.
    internal static int? YearOf(CheckContext context, Figure figure)
    {
        var start = figure.Start - figure.Before.Length;
        var floor = Math.Max(context.Source.StartOf(figure.Paragraph), start - 8);
        var match = ClauseYear().Match(context.Text[floor..figure.Start]);
        if (!match.Success) return LeadingYear(context, figure);
        if (int.TryParse(match.Groups[1].Value, out var year)) return year;
        return match.Value.StartsWith('今') || match.Value.StartsWith('本') || match.Value.StartsWith('全') ? 0 : -1;
    }

    // 2022年，全省受理8460件: the year stands before a comma, with no other count between.
    private static int? LeadingYear(CheckContext context, Figure figure)
    {
        for (var id = figure.Id - 1; id >= 0 && id >= figure.Id - 8; id--)
        {
            var other = context.Figures[id];
            if (other.Sentence != figure.Sentence || other.Bracket >= 0 || other.Role == FigureRole.Quantity && SumOrTime(other)) return null;
            if (other.Role == FigureRole.Year) return context.Text.AsSpan(other.Start, other.End - other.Start).Contains('年') ? (int)other.Value : null;
        }
        return null;
    }

    private static bool Alike(Figure a, Figure b) => a.Group == b.Group && (a.Group is UnitGroup.Percent || Measure.SameUnit(a, b));

    [GeneratedRegex(@"上年|去年|同期|上一年|\d{4}年")]
    private static partial Regex OldWords();

    [GeneratedRegex(@"(?:\d{1,2}|上个?)月|上季度?|[一二三四]季度|上周|第\d+周")]
    private static partial Regex LastMonth();

    [GeneratedRegex(@"^(?:(\d{4})年度?|上年|去年)(?:同期)?(?:为|是)?$")]
    private static partial Regex Inside();

    [GeneratedRegex(@"(?:较|比|与|同)(?:去年|上年度?|上一年度?|\d{4}年度?)(?:同期)?(?:的|数)?$")]
    private static partial Regex Than();

    [GeneratedRegex(@"^,(?:较|比|与)(?:去年|上年度?|上一年度?|\d{4}年度?)(?:同期)?的$|^,(?:上年|去年)(?:同期)?为?$")]
    private static partial Regex AfterOld();

    [GeneratedRegex(@"^[,(]?(?:即|其中)?([^,。;:()\d]{0,8})(?:由|从)(?:上年度?|去年|上一年度?|\d{4}年)?(?:同期)?的?$")]
    private static partial Regex From();

    [GeneratedRegex("^,?(?:至|到|达|达到|升至|增至|降至)$")]
    private static partial Regex Reaches();

    [GeneratedRegex("^(?:上年度?|去年|上一年度?|今年|本年度?|全年)(?:同期)?(?:共)?")]
    private static partial Regex LeadYear();

    [GeneratedRegex(@"(?:(\d{4})年度?|上年度?|去年|上一年度?|今年|本年度?|全年)(?:同期)?[^,。;]{0,24}$")]
    private static partial Regex ClauseYear();
}
