using System.Text.RegularExpressions;
using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// A share or rate that agrees with nothing, although one digit would make it agree with the base that its place suggests.
/// The place alone would not carry an accusation; that one changed digit repairs it is a second witness, since a wrong base is repaired so
/// in one case of thirty. Rates of two digits have no such power and are left alone.
/// </summary>
internal static partial class RatioSlip
{
    private const int MostBases = 3;
    private static readonly string[] Came = ["应办", "受理", "新收", "收到", "收案", "立案", "转办", "共办", "发生", "接到", "转派", "交办", "提出", "出具", "排查", "发现"];

    public static bool Check(CheckContext context, List<Figure> paragraph, Figure rate, RateCue cue, IReadOnlyList<RatioHit> agreed)
    {
        if (!rate.IsExact || cue.IsNegated || cue.Kind is RateKind.None or RateKind.Change || rate.Unit == "成" || rate.Value < 1 || cue.Stem.Contains("综合", StringComparison.Ordinal)) return false;
        if ((Count(context, paragraph, rate, cue) ?? BesideRate(context, paragraph, rate, cue, agreed)) is not { IsExact: true } count) return false;
        // 女性占40%: the share names its count, and the count is part of a sum. 完成预算的102.2% speaks of a plan and not of the sum.
        if (cue.Kind == RateKind.Share && !cue.IsOfPlan && !RatioCandidates.IsTight(context, count, rate) && context.SumOf(count) is { } sum && sum.Total.IsExact)
            return Meant(context, count, cue) == count && RatioAlarm.Accuse(context, rate, new([count], count.Value, true, false), new([sum.Total], sum.Total.Value, 0), "所列各项以此为总数", Verdict.Doubtful);
        foreach (var whole in Wholes(context, paragraph, rate, cue, count, agreed).Where(whole => whole.IsExact && whole != count).DistinctBy(whole => whole.Value).Take(MostBases))
            if (Explains(rate, count, whole)) return RatioAlarm.Accuse(context, rate, new([count], count.Value, true, false), new([whole], whole.Value, 0), "按此基数只差一个数字", Verdict.Doubtful);
        return false;
    }

    private static Figure? Count(CheckContext context, List<Figure> paragraph, Figure rate, RateCue cue)
    {
        var before = paragraph.TakeWhile(figure => figure != rate).Where(figure => figure.Bracket == rate.Bracket && SumSearch.IsSummable(figure) && !GrowthRelation.IsDelta(figure)).Reverse().ToList();
        if (before.Count == 0) return null;
        if (cue.Kind == RateKind.Share)
        {
            if (RatioCandidates.IsTight(context, before[0], rate)) return before[0];
            return (Named(paragraph, rate) is { } own ? Meant(context, own, cue) : null) ?? (Task(paragraph, rate, cue) is not null ? before[0] : null);
        }
        if (cue.Stem.Length < 2 || rate.Start - before[0].End > 60) return null;
        if (before.FirstOrDefault(figure => figure.Sentence == rate.Sentence && RatioCandidates.StemNames(cue.Stem, figure)) is { } named) return named;
        return before.Count > 1 && before[0].Before.Contains('实') && before[1].Before.Contains('应') ? before[0] : null;
    }

    // 完成年度任务的101.7%（年度任务7000人）
    private static Figure? Task(List<Figure> paragraph, Figure rate, RateCue cue) =>
        cue.IsOfPlan ? paragraph.FirstOrDefault(figure => figure.Start > rate.End && figure.Sentence == rate.Sentence && figure.Start - rate.End < 16 && figure.Before.Contains(cue.Base, StringComparison.Ordinal))
            ?? paragraph.LastOrDefault(figure => figure.End < rate.Start && figure.Sentence == rate.Sentence && figure.Before.StartsWith(cue.Base, StringComparison.Ordinal)) : null;

    // 审结166件，其中纠错61件，纠错率34.46%，以和解、调解方式结案52件，调处成功率29.38%: the count right before the rate, beside a rate whose base is known.
    private static Figure? BesideRate(CheckContext context, List<Figure> paragraph, Figure rate, RateCue cue, IReadOnlyList<RatioHit> agreed) =>
        cue.Kind == RateKind.Rate && cue.HasLocalBase && paragraph.TakeWhile(figure => figure != rate).LastOrDefault() is { } count && SumSearch.IsSummable(count) && count.Bracket == rate.Bracket && context.Between(count, rate).TrimStart(',').Length <= rate.Before.Length
            && agreed.Any(hit => hit.Rate.Sentence == rate.Sentence && hit.Rate != rate && RateCue.Of(context, hit.Rate).Kind == RateKind.Rate) ? count : null;

    /// <summary>Of 工程建设512宗、48.62亿元 the one that 占成交金额的65.4% speaks of; null where the base is money and the count is none.</summary>
    public static Figure? Meant(CheckContext context, Figure count, RateCue cue)
    {
        if (count.Group == UnitGroup.Money || !Monetary.Any(word => cue.Base.Contains(word, StringComparison.Ordinal))) return count;
        return context.Next(count) is { Group: UnitGroup.Money } money && money.Start - count.End < 12 ? money : null;
    }

    private static readonly string[] Monetary = ["金额", "资金", "收入", "支出", "经费", "罚款", "价款", "投资"];

    /// <summary>The count that a share names: 男性2112名、女性1408名，女性占40%. Null where it names none.</summary>
    public static Figure? Named(List<Figure> paragraph, Figure rate)
    {
        if (Lead().Match(rate.Before) is not { Success: true } lead) return null;
        var label = lead.Groups[1].Value;
        return paragraph.TakeWhile(figure => figure != rate).LastOrDefault(figure => rate.Sentence - figure.Sentence <= 1 && SumSearch.IsSummable(figure) && figure.Before.Length >= 2
            && (figure.Before.EndsWith(label, StringComparison.Ordinal) || Labels.Clean(figure.Before) is { Length: >= 2 } core && label.StartsWith(core, StringComparison.Ordinal)));
    }

    private static IEnumerable<Figure> Wholes(CheckContext context, List<Figure> paragraph, Figure rate, RateCue cue, Figure count, IReadOnlyList<RatioHit> agreed)
    {
        if (context.SumOf(count) is { } own) yield return own.Total;
        var vote = agreed.Where(hit => hit.Base.Figures.Count == 1 && hit.Rate.Paragraph == rate.Paragraph && Math.Abs(hit.Rate.Sentence - rate.Sentence) <= 1 && Measure.SameUnit(hit.Base.Figures[0], count)).GroupBy(hit => hit.Base.Value).MaxBy(group => group.Count());
        if (vote is not null && (cue.Kind == RateKind.Share || cue.HasLocalBase)) yield return vote.First().Base.Figures[0];
        var before = paragraph.TakeWhile(figure => figure != count).Where(figure => figure.Bracket == count.Bracket && Measure.SameUnit(figure, count) && !GrowthRelation.IsDelta(figure) && !GrowthRelation.Earlier(context, figure)).Reverse().ToList();
        if (Task(paragraph, rate, cue) is { } task) yield return task;
        if (before.FirstOrDefault() is { } nearest)
        {
            if (nearest.Value > count.Value || nearest.Sentence == count.Sentence && Came.Append("应").Any(word => nearest.Before.Contains(word, StringComparison.Ordinal))) yield return nearest;
            if (context.SumOf(nearest) is { } sum && sum.Total != count) yield return sum.Total;
        }
        if (before.FirstOrDefault(figure => figure.Value > count.Value && rate.Sentence - figure.Sentence <= 2) is { } larger)
        {
            yield return larger;
            // The nearest larger number may be a part, and its total the base.
            if (context.SumOf(larger) is { } around) yield return around.Total;
        }
        if (cue.Kind != RateKind.Rate) yield break;
        foreach (var figure in context.Before(count, 24).Where(figure => figure.Paragraph >= rate.Paragraph - 6 && figure.Value > count.Value && Measure.SameUnit(figure, count) && Came.Any(word => figure.Before.Contains(word, StringComparison.Ordinal))).Take(2)) yield return figure;
    }

    /// <summary>True when one digit of the rate (or, where the count exceeds the base, of the count) makes the three agree.</summary>
    public static bool Explains(Figure rate, Figure count, Figure whole)
    {
        if (whole.Value <= 0) return false;
        if (count.Value > whole.Value && rate.Value < 100)
            return count.IsWhole && Variants(count).Any(value => value <= whole.Value && PrintedRate.Compare(rate, value / whole.Value * 100, new(0, 0)) >= RateAgreement.Truncated);
        return Near(rate, count.Value / whole.Value * 100);
    }

    /// <summary>True when the printed rate is one digit or one swap away from a computed one.</summary>
    public static bool Near(Figure rate, decimal percent) =>
        rate.Value / rate.Ulp >= 100 ? DigitRepair.Replaces(rate.Value / rate.Ulp, Math.Round(percent / rate.Ulp, MidpointRounding.AwayFromZero))
            : Swapped((int)(rate.Value / rate.Ulp)) == (int)Math.Round(percent / rate.Ulp, MidpointRounding.AwayFromZero);

    // Of two digits only the swap has power.
    private static int Swapped(int value) => value % 10 == value / 10 ? -1 : (value % 10 * 10) + (value / 10);

    private static IEnumerable<decimal> Variants(Figure count)
    {
        var digits = count.Value.ToString("0", System.Globalization.CultureInfo.InvariantCulture).ToCharArray();
        for (var i = 0; i < digits.Length; i++)
        {
            var kept = digits[i];
            for (var c = '0'; c <= '9'; c++)
            {
                digits[i] = c;
                if (c != kept) yield return decimal.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
            }
            digits[i] = kept;
            if (i + 1 >= digits.Length) continue;
            (digits[i], digits[i + 1]) = (digits[i + 1], digits[i]);
            yield return decimal.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
            (digits[i], digits[i + 1]) = (digits[i + 1], digits[i]);
        }
    }

    [GeneratedRegex(@"^(?:其中)?([A-Z\u4e00-\u9fa5]{2,8}?)(?:约|共|合计)?占(?:比|[^占]{0,10}的)?(?:约|为|达|达到)?$")]
    private static partial Regex Lead();
}
