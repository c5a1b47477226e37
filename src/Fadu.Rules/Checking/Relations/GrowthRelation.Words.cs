using System.Text.RegularExpressions;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>What the words beside a number say of a change: up or down, the change itself, the earlier value, from one level to another.</summary>
internal static partial class GrowthRelation
{
    private static readonly string[] ConstantPrices = ["生产总值", "GDP", "增加值", "可比价", "不变价", "同口径", "可比口径", "实际增长", "扣除", "经济总量", "产值", "剔除", "自然口径"];
    private static readonly string[] Up = ["增长", "上升", "增加", "提高", "提升", "增至", "升至", "增幅", "增", "升", "涨", "扩大"];
    private static readonly string[] Down = ["下降", "减少", "降低", "回落", "缩减", "压缩", "缩短", "降幅", "降", "减", "压减"];

    internal static int Sign(string before)
    {
        var up = Up.Max(word => before.LastIndexOf(word, StringComparison.Ordinal));
        var down = Down.Max(word => before.LastIndexOf(word, StringComparison.Ordinal));
        if (up < 0 && down < 0) return before.EndsWith('多') ? 1 : before.EndsWith('少') ? -1 : 0;
        return up > down ? 1 : -1;
    }

    /// <summary>较上年的A, 比2022年的A, 与2010年的A相比: the figure is the earlier value. 较上年增加D is a change and no value.</summary>
    internal static bool Earlier(CheckContext context, Figure figure)
    {
        if (IsDelta(figure)) return false;
        var start = Math.Max(context.Source.StartOf(figure.Paragraph), figure.Start - 14);
        return PreviousYear().IsMatch(context.Text[start..figure.Start]) || figure.After.StartsWith("相比", StringComparison.Ordinal) || figure.After.StartsWith("相较", StringComparison.Ordinal);
    }

    internal static bool IsDelta(Figure figure) => DeltaWords().IsMatch(figure.Before);

    /// <summary>由A增至B, 从A提高到B: two figures of one unit joined by a word of change.</summary>
    internal static bool Change(CheckContext context, Figure a, Figure b)
    {
        if (a.Group != b.Group || (a.Group is not (UnitGroup.Percent or UnitGroup.Duration) && !Measure.SameUnit(a, b))) return false;
        var between = context.Between(a, b);
        if (between.Length > 24 || between.Contains(';')) return false;
        var (start, _) = context.SentenceAt(a.Start);
        var lead = context.Text.AsSpan(Math.Max(start, a.Start - 30), Math.Min(30, a.Start - start));
        return ChangeTo().IsMatch(between) && (lead.Contains('由') || lead.Contains('从') || lead.Contains("上年", StringComparison.Ordinal) || lead.Contains("去年", StringComparison.Ordinal));
    }

    internal static string Scope(CheckContext context, Figure figure)
    {
        var (start, _) = context.SentenceAt(figure.Start);
        return context.Text[Math.Max(start, figure.Start - 60)..figure.Start];
    }

    // 整合为33家，全级次法人数量压减67.7%: words of their own before the rate are another subject.
    private static bool OtherSubject(Figure rate) => Filler().Replace(rate.Before, "").Length > 2;

    private static bool SumOrTime(Figure figure) => SumSearch.IsSummable(figure) || figure.Group == UnitGroup.Duration;

    private static bool Near(CheckContext context, Figure a, Figure b) => b.Start - a.End < 60;

    // 由54.3%提高到61.8%: the second is a level and no rate of change.
    private static bool IsLevelAfter(CheckContext context, Figure a, Figure rate) =>
        a.Group == UnitGroup.Percent && rate.Group == UnitGroup.Percent && a.Sentence == rate.Sentence && (rate.Before.EndsWith('到') || rate.Before.EndsWith('至') || rate.Before.EndsWith('为')) && context.Between(a, rate).Length <= 12;

    /// <summary>较上年的A, 是2023年A的k倍, 完成预算A的p%: a level that another is held against, and no part of a list.</summary>
    internal static bool IsReference(CheckContext context, Figure figure) =>
        IsBaseOfShare(context, figure) || Reference().IsMatch(context.Text.AsSpan(Math.Max(context.Source.StartOf(figure.Paragraph), figure.Start - 14), Math.Min(14, figure.Start - context.Source.StartOf(figure.Paragraph))));

    private static bool IsBaseOfShare(CheckContext context, Figure figure) => context.Next(figure) is { Before: "的", Group: UnitGroup.Percent or UnitGroup.Multiple } rate && rate.Start - figure.End < 3;

    // 环比下降3.7%（9月50089件），同比上升12.4%: the level in the bracket is that of the rate before it.
    private static bool IsOfRateBefore(List<Figure> paragraph, Figure figure, Figure rate) =>
        figure.Bracket >= 0 && figure.Bracket != rate.Bracket && paragraph.IndexOf(figure) is > 0 and var at && paragraph[at - 1] is { Group: UnitGroup.Percent } other && other.Bracket != figure.Bracket && Sign(other.Before) != 0;

    [GeneratedRegex(@"(?:较|比|与|是|为)(?:上年|去年|上一年|\d{4}年)度?(?:同期)?[^,。;\d]{0,6}$")]
    private static partial Regex Reference();

    [GeneratedRegex("(增加|增长|减少|下降|净增|多|少|上升|提高|降低|新增|缩短|压缩|增|精简|压减|缩减|增收|减收|增支|减支|超收|短收|多收|少收|多支|少支)(了|近|约)?$")]
    private static partial Regex DeltaWords();

    [GeneratedRegex("(增|升|提高|提升|上升|增长|增加|扩大|下降|降|减|减少|降低|压缩|缩短|缩减|回落|调整|发展|跃升|压减|精简|缩小|扩|攀升|上涨|优化).{0,3}(至|到|为)|^(至|到)")]
    private static partial Regex ChangeTo();

    [GeneratedRegex("同比|环比|与?去年同期|上年同期|(与|较|比)?上(个?月|季度?|周|期)|相比|(较|比|与)?(上年度?|去年|上一年度?)(同期)?|较|比|(增长|上升|增加|提高|提升|下降|减少|降低|回落|缩减|压缩|缩短|压减|增|升|降|减|涨)(率|幅度|幅|了)?|达到?|为|约|均|净|累计|总体|大幅|明显|的|又|已")]
    private static partial Regex Filler();

    [GeneratedRegex("(较|(?<![占对])比(?![重例])|去年|上年|同期)[^,。;]{0,10}$")]
    private static partial Regex PreviousYear();
}
