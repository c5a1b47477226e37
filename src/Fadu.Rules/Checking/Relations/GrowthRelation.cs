using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Growth and difference: 由A增至B增长p%, 较去年A件增长p%, 增加D件增长p%, 由a%提高到b%提高c个百分点, 较A增加D.
/// Gross domestic product and value added grow at constant prices and are never judged from nominal levels.
/// </summary>
internal static partial class GrowthRelation
{
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
}
