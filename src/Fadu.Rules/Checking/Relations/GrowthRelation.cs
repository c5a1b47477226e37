using System.Text.RegularExpressions;
using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Growth and difference: 由A增至B增长p%, 较去年A件增长p%, 增加D件增长p%, 由a%提高到b%提高c个百分点, 较A增加D.
/// Gross domestic product and value added grow at constant prices and are never judged from nominal levels.
/// </summary>
internal static partial class GrowthRelation
{
    private static readonly string[] ConstantPrices = ["生产总值", "GDP", "增加值", "可比价", "不变价", "同口径", "可比口径", "实际增长", "扣除", "经济总量", "产值", "剔除", "自然口径"];
    private static readonly string[] Up = ["增长", "上升", "增加", "提高", "提升", "增至", "升至", "增幅", "增", "升", "涨", "扩大"];
    private static readonly string[] Down = ["下降", "减少", "降低", "回落", "缩减", "压缩", "缩短", "降幅", "降", "减", "压减"];

    public static void Check(CheckContext context)
    {
        foreach (var paragraph in context.Paragraphs)
        {
            var series = CheckSeries(context, paragraph);
            for (var i = 0; i < paragraph.Count; i++)
            {
                var rate = paragraph[i];
                if (series.Contains(rate.Id)) continue;
                if (rate.Group is UnitGroup.Percent or UnitGroup.Multiple) CheckRate(context, paragraph, i);
                if (i > 0) CheckDirection(context, paragraph[i - 1], rate);
                if (rate.Group is UnitGroup.Percent or UnitGroup.Multiple) continue;
                if (rate.Group is UnitGroup.Point or UnitGroup.Duration || SumSearch.IsSummable(rate)) CheckDifference(context, paragraph, i);
            }
        }
    }

    private static void CheckRate(CheckContext context, List<Figure> paragraph, int at)
    {
        var rate = paragraph[at];
        if (TimesOf(context, paragraph, at)) return;
        if (rate.Value == 0 || PairedLevels(context, paragraph, at)) return;
        var sign = Sign(rate.Before);
        if (sign == 0 || at > 0 && IsLevelAfter(context, paragraph[at - 1], rate)) return;
        var before = paragraph.Take(at).Where(figure => figure.Sentence == rate.Sentence && (figure.Bracket == rate.Bracket || rate.Bracket >= 0 || (Earlier(context, figure) && rate.Start - figure.End < 12))).Where(figure => SumOrTime(figure) && !IsBaseOfShare(context, figure) && !IsOfRateBefore(paragraph, figure, rate)).Reverse().Take(4).ToList();
        if (RespectiveRates(context, paragraph, at, sign)) return;
        var other = LevelsOf(context, paragraph, at, SumOrTime);
        if (before.Count == 0 && other is null) return;
        var annual = rate.Before.Contains("年均", StringComparison.Ordinal) || rate.Before.Contains("年平均", StringComparison.Ordinal);
        var scope = Scope(context, rate);
        var constant = ConstantPrices.Any(word => scope.Contains(word, StringComparison.Ordinal));
        if (other is not null && !annual && rate.Group == UnitGroup.Percent && !(before.Count >= 2 && (Change(context, before[1], before[0]) || IsDelta(before[0]) && Earlier(context, before[1]))))
        {
            Judge(context, rate, other.Old.Value, other.Now.Value, [other.Old, other.Now], sign, false, constant, other.Reason, other.Certain ? Binding.Firm : Binding.SlipOnly);
            return;
        }
        if (before.Count == 0 || DeltaAfter(context, paragraph, at, before[0], sign, constant)) return;
        if (before.Count >= 2 && Change(context, before[1], before[0]))
        {
            Judge(context, rate, before[1].Value, before[0].Value, [before[1], before[0]], sign, annual, constant || before[0].Segment != rate.Segment || rate.Start - before[0].End > 40 || OtherSubject(rate) || rate.Before.Contains("同比", StringComparison.Ordinal) && !Earlier(context, before[1]) || rate.Before.Contains("分别", StringComparison.Ordinal), "由前数到后数");
            return;
        }
        if (annual) return;
        // 比上年的A增加D，增长p%: the old value is printed.
        if (before.Count >= 2 && IsDelta(before[0]) && Measure.SameUnit(before[0], before[1]) && Earlier(context, before[1]) && Sign(before[0].Before) == sign && rate.Start - before[0].End < 20)
        {
            Judge(context, rate, before[1].Value, before[1].Value + (before[0].Value * sign), [before[1], before[0]], sign, false, constant || OtherSubject(rate), "增减数与上年数相比");
            return;
        }
        // 新增D，总数达N，增长p%
        if (before.Count >= 2 && IsDelta(before[1]) && !IsDelta(before[0]) && Measure.SameUnit(before[0], before[1]) && before[0].IsExact && before[1].IsExact && sign > 0 && before[0].Value > before[1].Value && before[0].Start - before[1].End < 16
            && PrintedRate.Compare(rate, before[1].Value / (before[0].Value - before[1].Value) * 100, new(0, 0)) >= RateAgreement.Truncated)
        {
            Judge(context, rate, before[0].Value - before[1].Value, before[0].Value, [before[0], before[1]], sign, false, constant, "由新增数推得上年数");
            return;
        }
        // 增加D件，增长p%: the delta may stand beside the new value, before or after it.
        if (IsDelta(before[0]) && before[0].IsExact)
        {
            // 三年净增89家，2024年增长9.9%: the change of several years has no rate of one year.
            if (Spans(before[0]) != Spans(rate)) return;
            if (before.Count >= 2 && !IsDelta(before[1]) && Measure.SameUnit(before[0], before[1]) && before[1].IsExact && Sign(before[0].Before) == sign)
            {
                var old = sign > 0 ? before[1].Value - before[0].Value : before[1].Value + before[0].Value;
                if (old > 0 && Near(context, before[1], rate)) { Judge(context, rate, old, before[1].Value, [before[1], before[0]], sign, false, constant || OtherSubject(rate), "由增减数推得上年数"); return; }
            }
            Implied(context, rate, before[0]);
            return;
        }
        // A，环比上季度的B增长p%，同比去年的C增长q%: both are held against A.
        if (Earlier(context, before[0]) && rate.Start - before[0].End < 30 && before.Skip(1).FirstOrDefault(figure => !Earlier(context, figure)) is { } now && Measure.SameUnit(before[0], now))
            Judge(context, rate, before[0].Value, now.Value, [now, before[0]], sign, false, constant || OtherSubject(rate), "与上年数相比");
    }

    /// <summary>How firmly the words tie a rate to its levels.</summary>
    private enum Binding
    {
        /// <summary>They say it.</summary>
        Firm,

        /// <summary>It follows from what stands beside them: at most a doubt.</summary>
        Loose,

        /// <summary>They leave it open: only a slip of one digit is held against it.</summary>
        SlipOnly,
    }

    private static void Judge(CheckContext context, Figure rate, decimal old, decimal now, IReadOnlyList<Figure> inputs, int sign, bool annual, bool constant, string reason, Binding binding = Binding.Firm)
    {
        if (old <= 0 || rate.Group == UnitGroup.Multiple && !rate.IsExact) return;
        var scale = rate.Group == UnitGroup.Multiple ? 1 : 100;
        List<Figure> figures = [rate, .. inputs];
        if (annual)
        {
            foreach (var years in new[] { 5, 4, 3 })
            {
                var yearly = ((decimal)Math.Pow((double)(now / old), 1.0 / years) - 1) * 100;
                if (PrintedRate.Compare(rate, yearly, new(0, 0)) < RateAgreement.Inputs) continue;
                Add(context, Verdict.Consistent, rate, figures, years.ToString(System.Globalization.CultureInfo.InvariantCulture), $"（{Say.Number(now)}÷{Say.Number(old)}）的{years}次方根减1={Say.Percent(yearly, rate.Decimals)}，与年均{Say.Printed(context, rate)}一致。", null);
                return;
            }
            return;
        }
        var change = (now - old) / old * scale * sign;
        var a = Interval.Of(inputs.Count == 2 && inputs[1].Value == now ? inputs[1] : inputs[0]);
        var agreement = PrintedRate.Compare(rate, change, Range(inputs, old, now, scale, sign));
        var arithmetic = $"（{Say.Number(now)}−{Say.Number(old)}）÷{Say.Number(old)}={(rate.Group == UnitGroup.Multiple ? Say.Rounded(change * sign, 2) + "倍" : Say.Percent(change * sign, rate.Decimals))}（{reason}）";
        var implied = inputs.All(input => input.Value != old) ? Say.Number(old) : inputs.All(input => input.Value != now) ? Say.Number(now) : null;
        if (agreement >= RateAgreement.Inputs) { Add(context, agreement == RateAgreement.Exact ? Verdict.Consistent : Verdict.Rounding, rate, figures, implied, arithmetic + $"，与{Say.Printed(context, rate)}一致。", null); return; }
        if (!rate.IsExact || inputs.Any(input => !input.IsExact)) return;
        // 增长到p%、为上年的p%: the printed value may be the ratio itself.
        if (PrintedRate.Compare(rate, now / old * scale, new(0, 0)) >= RateAgreement.Truncated) { Add(context, Verdict.Definition, rate, figures, $"{Say.Number(now)}÷{Say.Number(old)}={Say.Percent(now / old * 100, rate.Decimals)}：{Say.Printed(context, rate)}是后数与前数之比，不是增幅，请核对措辞。", null); return; }
        // So far apart that the levels are hardly those of the rate: 比上年减收1070万元，下降4.2% under a verb that is not known here.
        if (rate.Group == UnitGroup.Percent && Math.Abs(change - rate.Value) > FarPoints && !reason.StartsWith("由前数", StringComparison.Ordinal)) return;
        if (constant || binding == Binding.SlipOnly && !RatioSlip.Near(rate, change)) return;
        var verdict = agreement == RateAgreement.LastDigit || binding != Binding.Firm ? Verdict.Doubtful : rate.Group == UnitGroup.Multiple ? Verdict.Doubtful : Verdict.Contradiction;
        Add(context, verdict, rate, figures, implied, arithmetic + $"，文中为{Say.Printed(context, rate)}。", rate.Group == UnitGroup.Multiple ? Say.Rounded(change, rate.Decimals) + "倍" : Say.Rounded(change, rate.Decimals) + "%");
    }

    private const int FarPoints = 100;

    private static Interval Range(IReadOnlyList<Figure> inputs, decimal old, decimal now, int scale, int sign)
    {
        if (inputs.All(input => input.IsWhole && input.Group != UnitGroup.Money)) return new(0, 0);
        var slackOld = inputs.Where(input => input.Value == old).Select(input => input.Ulp / 2).DefaultIfEmpty(inputs.Max(input => input.Ulp)).First();
        var slackNow = inputs.Where(input => input.Value == now).Select(input => input.Ulp / 2).DefaultIfEmpty(inputs.Max(input => input.Ulp)).First();
        var low = ((now - slackNow) / (old + slackOld) - 1) * scale * sign;
        var high = old - slackOld > 0 ? ((now + slackNow) / (old - slackOld) - 1) * scale * sign : low;
        return low <= high ? new(low, high) : new(high, low);
    }

    // Delta and rate alone: the old value that they imply must exist as a whole number; a small base has the power to deny it.
    private static void Implied(CheckContext context, Figure rate, Figure delta)
    {
        if (rate.Start - delta.End > 20 || LevelElsewhere(context, rate, delta)) return;
        if (!delta.IsWhole || delta.Group == UnitGroup.Money || rate.Group != UnitGroup.Percent || !rate.IsExact) return;
        var low = Math.Max(1, Math.Floor(delta.Value / (rate.Value + rate.Ulp) * 100));
        var high = Math.Ceiling(delta.Value / Math.Max(rate.Value - rate.Ulp, 0.01m) * 100);
        if (high - low > 400) return;
        var nearest = Math.Round(delta.Value / rate.Value * 100, MidpointRounding.AwayFromZero);
        for (var old = low - 1; old <= high; old++)
        {
            if (old < low) { if (nearest < 1 || PrintedRate.Compare(rate, delta.Value / nearest * 100, new(0, 0)) < RateAgreement.Truncated) continue; old = nearest; }
            if (PrintedRate.Compare(rate, delta.Value / old * 100, new(0, 0)) < RateAgreement.Truncated) continue;
            Add(context, Verdict.Consistent, rate, [rate, delta], Say.Number(old), $"增减{Say.Number(delta.Value)}、{Say.Printed(context, rate)}，上年数约为{Say.Number(old)}时成立。", null);
            return;
        }
        Add(context, Verdict.Definition, rate, [rate, delta], $"没有整数的上年数能使增减{Say.Number(delta.Value)}等于{Say.Printed(context, rate)}，请核对两数是否同一口径。", null);
    }

    private static void Add(CheckContext context, Verdict verdict, Figure rate, List<Figure> figures, string says, string? expected) => Add(context, verdict, rate, figures, null, says, expected);

    // A number that is implied and not printed (the old value, the years) stands among the numbers, because the relation is about it too.
    private static void Add(CheckContext context, Verdict verdict, Figure rate, List<Figure> figures, string? implied, string says, string? expected)
    {
        var numbers = figures.Select(figure => figure.Numeral).ToList();
        if (implied is not null) numbers.Add(implied);
        context.Add(RelationKind.Growth, verdict, figures.Min(figure => figure.Start), figures.Max(figure => figure.End), numbers, says, expected, figures);
    }

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
