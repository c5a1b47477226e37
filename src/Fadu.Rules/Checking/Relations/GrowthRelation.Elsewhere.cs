using System.Text.RegularExpressions;
using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>Growth whose level stands in another sentence, multiples, and the direction of a change.</summary>
internal static partial class GrowthRelation
{
    // 受理463820件，…。受理量同比增加41204件，增长9.75%: value, change and rate determine each other, wherever the value stands.
    private static bool LevelElsewhere(CheckContext context, Figure rate, Figure delta)
    {
        var sign = Sign(delta.Before);
        if (sign == 0 || !rate.IsExact || rate.Group != UnitGroup.Percent) return false;
        var levels = context.Around(delta).Where(figure => figure.Start < delta.Start && figure.Bracket == delta.Bracket && delta.Sentence - figure.Sentence <= 4 && Measure.SameUnit(figure, delta) && !IsDelta(figure) && figure.Value > delta.Value).Reverse().Take(6).ToList();
        foreach (var now in levels)
        {
            var old = now.Value - (delta.Value * sign);
            if (old <= 0 || PrintedRate.Compare(rate, delta.Value / old * 100, new(0, 0)) < RateAgreement.Truncated) continue;
            if (rate.Decimals == 0 && now != levels[0] && !(TopicOf(context, delta) is { Length: >= 2 } topic && now.Before.Contains(topic, StringComparison.Ordinal))) continue;
            Judge(context, rate, old, now.Value, [now, delta], sign, false, true, "由增减数推得上年数");
            return true;
        }
        if (levels.FirstOrDefault(figure => IsProven(context, figure, delta)) is { } proven && Filler().Replace(delta.Before, "").Length == 0)
        {
            Judge(context, rate, proven.Value - (delta.Value * sign), proven.Value, [proven, delta], sign, false, false, "由增减数推得上期数", Binding.Loose);
            return true;
        }
        var words = TopicOf(context, delta);
        var named = levels.Where(figure => words.Length >= 2 && figure.Before.Contains(words, StringComparison.Ordinal)).ToList();
        if (named.Count != 1 || OtherSubject(rate)) return false;
        var level = named[0];
        var earlier = level.Value - (delta.Value * sign);
        if (earlier <= 0 || !RatioSlip.Near(rate, delta.Value / earlier * 100)) return false;
        Judge(context, rate, earlier, level.Value, [level, delta], sign, false, false, "由增减数推得上年数", Binding.SlipOnly);
        return true;
    }

    // 举报270件，与去年同期相比增加33件，增长13.9%；与上月相比增加27件，环比增长11.1%: what the first change is of, the second is of too.
    private static bool IsProven(CheckContext context, Figure level, Figure delta) =>
        context.Around(delta).Any(other => other.Sentence == delta.Sentence && other.Start > level.Start && other.Start < delta.Start && level.Sentence == delta.Sentence && IsDelta(other) && Sign(other.Before) is not 0 and var sign && Measure.SameUnit(other, delta)
            && context.Next(other) is { Group: UnitGroup.Percent } rate && rate.Start - other.End < 16 && rate.Value / rate.Ulp >= ThreeDigits && level.Value - (other.Value * sign) is > 0 and var old && PrintedRate.Compare(rate, other.Value / old * 100, new(0, 0)) >= RateAgreement.Truncated);

    private const int ThreeDigits = 100;

    // 示范户922户，较上年增长8.5%，新增72户: what is new may not be the whole change, so only agreement and a slip of one digit speak.
    private static bool DeltaAfter(CheckContext context, List<Figure> paragraph, int at, Figure now, int sign, bool constant)
    {
        var rate = paragraph[at];
        if (at + 1 >= paragraph.Count || paragraph[at + 1] is not { IsExact: true } delta || !IsDelta(delta) || IsDelta(now) || !Measure.SameUnit(now, delta) || delta.Sentence != rate.Sentence || delta.Start - rate.End > 8 || rate.Start - now.End > 16 || Earlier(context, now)) return false;
        var turn = Sign(delta.Before) == 0 ? 1 : Sign(delta.Before);
        var old = now.Value - (delta.Value * turn);
        if (turn != sign || old <= 0) return false;
        var change = delta.Value / old * 100;
        if (PrintedRate.Compare(rate, change, new(0, 0)) < RateAgreement.Truncated && !RatioSlip.Near(rate, change)) return false;
        Judge(context, rate, old, now.Value, [now, delta], sign, false, constant, "由增减数推得上年数", Binding.SlipOnly);
        return true;
    }

    // 受理量同比增加: the first two characters of what grew.
    private static string TopicOf(CheckContext context, Figure delta)
    {
        var from = Math.Max(context.Source.StartOf(delta.Paragraph), delta.Start - 24);
        return Topic().Match(context.Text[from..delta.Start]) is { Success: true } topic ? topic.Groups[1].Value : "";
    }

    // 咨询12640人次，是2023年10112人次的1.25倍
    private static bool TimesOf(CheckContext context, List<Figure> paragraph, int at)
    {
        var times = paragraph[at];
        if (times.Group != UnitGroup.Multiple || times.Before != "的" || at < 2) return false;
        var (now, old) = (paragraph[at - 2], paragraph[at - 1]);
        if (!times.IsExact || !now.IsExact || !old.IsExact || old.Value <= 0 || !SumSearch.IsSummable(now) || !Measure.SameUnit(now, old) || now.Sentence != times.Sentence || now.Bracket != old.Bracket || !Is().IsMatch(context.Between(now, old))) return false;
        var agreement = PrintedRate.Compare(times, now.Value / old.Value, Interval.Of(now) / Interval.Of(old));
        var holds = agreement >= RateAgreement.Inputs;
        Add(context, !holds ? Verdict.Doubtful : agreement == RateAgreement.Exact ? Verdict.Consistent : Verdict.Rounding, times, [times, now, old], $"{Say.Number(now.Value)}÷{Say.Number(old.Value)}={Say.Rounded(now.Value / old.Value, times.Decimals + 1)}，" + (holds ? $"与{Say.Printed(context, times)}一致。" : $"文中为{Say.Printed(context, times)}。"), holds ? null : Say.Rounded(now.Value / old.Value, times.Decimals) + "倍");
        return true;
    }

    // 由1.96缩小到2.82: the words and the numbers go opposite ways.
    private static void CheckDirection(CheckContext context, Figure a, Figure b)
    {
        if (!a.IsExact || !b.IsExact || a.Bracket != b.Bracket || a.Sentence != b.Sentence || a.Value == b.Value || a.Unit is "位" or "名" || !Change(context, a, b) || Listed(context, a, b)) return;
        var between = context.Between(a, b).ToString();
        var sign = Turns().Match(between) is { Success: true } turn ? turn.Groups[1].Success ? -1 : 1 : 0;
        if (sign == 0 || (b.Value - a.Value) * sign > 0 || Scope(context, a).Contains("排名", StringComparison.Ordinal)) return;
        context.Add(RelationKind.Difference, Verdict.Doubtful, [a, b], $"文中称{(sign > 0 ? "上升" : "下降")}，{Say.Printed(context, b)}却{(sign > 0 ? "小于" : "大于")}{Say.Printed(context, a)}，请核对两数或措辞。");
    }

    // 从209元、280元提高到217元、290元: two pairs, and these two are of different pairs.
    private static bool Listed(CheckContext context, Figure a, Figure b) =>
        context.Before(a, 1).FirstOrDefault() is { } before && before.End <= a.Start && context.Between(before, a).Trim() is "、" or "和" || context.Next(b) is { } next && context.Between(b, next).Trim() is "、" or "和";

    [GeneratedRegex(@"^[^,。;]{0,4},(?:是|为|约为|相当于|达到?)[^,。;\d]{0,6}(?:\d{4}年)?[^,。;\d]{0,10}$")]
    private static partial Regex Is();

    [GeneratedRegex(@"([\u4e00-\u9fa5]{2})(?:数量|总量|量|数|件)?(?:同比|较[^,。;]{0,6}|比[^,。;]{0,6})?(?:净?增加|增长|减少|下降|多|少|增)了?$")]
    private static partial Regex Topic();

    [GeneratedRegex("^[^,。;]{0,4}(?:(下降|减少|降低|缩小|压减|精简|缩短|压缩|回落|降|减)|(?:增长|增加|提高|提升|上升|扩大|增|升|扩))[^,。;]{0,3}(?:至|到|为)$")]
    private static partial Regex Turns();
}
