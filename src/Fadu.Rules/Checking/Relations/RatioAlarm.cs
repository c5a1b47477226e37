using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Shares and rates with which no base agrees.
/// A base binds when the text names it, when at least two shares of the same list agree on it, or when it is the immediate subject
/// (38件…，已化解35件，化解率…). Anything else is left alone: the base is probably not in the text.
/// </summary>
internal static class RatioAlarm
{
    public static bool Check(CheckContext context, Figure rate, RateCue cue, IReadOnlyList<RatioNumerator> numerators, List<RatioHit> agreed)
    {
        var numerator = numerators[0];
        if (numerator.Derived || numerator.Figures.Count > 1) return false;
        var count = numerator.Figures[0];
        var paragraph = context.InParagraph(rate.Paragraph);
        if (!rate.IsExact || !count.IsExact || rate.Unit == "成" || !Adjacent(paragraph, count, rate)) return false;
        return cue.Kind == RateKind.Share ? Share(context, paragraph, rate, cue, numerator, agreed) : Rate(context, paragraph, rate, cue, numerator);
    }

    private static bool Share(CheckContext context, List<Figure> paragraph, Figure rate, RateCue cue, RatioNumerator numerator, List<RatioHit> agreed)
    {
        var count = numerator.Figures[0];
        if (Siblings(agreed, rate, count) is { } shared) return Accuse(context, rate, numerator, shared, "同段其他占比均以此为基数");
        if (cue.Base.Length >= 2)
        {
            var named = paragraph.Where(figure => figure.IsExact && figure != count && figure.Value >= count.Value && Measure.SameUnit(figure, count) && RatioSearch.Names(cue.Base, figure)).ToList();
            return named.Count == 1 && Math.Abs(named[0].Sentence - rate.Sentence) <= 2 && Accuse(context, rate, numerator, new([named[0]], named[0].Value, 0), $"文中写明占“{cue.Base}”");
        }
        return Subject(paragraph, count) is { IsExact: true } whole && Accuse(context, rate, numerator, new([whole], whole.Value, 0), "紧接的上文以此为总数", Labels.IsSubset(count) ? null : Verdict.Doubtful);
    }

    private static bool Rate(CheckContext context, List<Figure> paragraph, Figure rate, RateCue cue, RatioNumerator numerator)
    {
        var count = numerator.Figures[0];
        return !cue.HasOtherPopulation && numerator.Strong && RatioCandidates.StemMatches(cue.Stem, count) && Subject(paragraph, count) is { IsExact: true } subject
            && Accuse(context, rate, numerator, new([subject], subject.Value, 0), "紧接的上文以此为总数", cue.HasLocalBase ? Verdict.Doubtful : null);
    }

    /// <summary>Writes the accusation; one unit of the last digit is doubtful at most.</summary>
    public static bool Accuse(CheckContext context, Figure rate, RatioNumerator numerator, RatioBase whole, string reason, Verdict? cap = null)
    {
        var agreement = RatioSearch.Agreement(rate, numerator, whole);
        if (agreement >= RateAgreement.Inputs) return false;
        var percent = numerator.Value / whole.Value * 100;
        var lastDigit = agreement == RateAgreement.LastDigit;
        var verdict = lastDigit || cap == Verdict.Doubtful ? Verdict.Doubtful : Verdict.Contradiction;
        var start = Math.Min(numerator.Figures[0].Start, rate.Start);
        var end = Math.Max(rate.End, numerator.Figures[^1].End);
        List<Figure> figures = [rate, .. numerator.Figures, .. whole.Figures];
        var needed = rate.Value > 0 ? numerator.Value / rate.Value * 100 : 0;
        var says = $"{Say.Number(numerator.Value)}÷{Say.Number(whole.Value)}={Say.Percent(percent, rate.Decimals)}，文中为{Say.Printed(context, rate)}。基数取{whole.Describe(context)}（{reason}）。"
            + (lastDigit ? "末位相差1，可能是为使合计为100%而调整。" : $"要使{Say.Printed(context, rate)}成立，基数应约为{Say.Number(Math.Round(needed))}，文中未见。");
        context.Add(RelationKind.Ratio, verdict, start, end, [rate.Numeral, RatioRelation.NumberOf(numerator), RatioRelation.NumberOf(whole)], says, Say.Rounded(percent, rate.Decimals) + "%", figures);
        return true;
    }

    // The count stands in the clause of the rate or the clause before, with no other count between.
    private static bool Adjacent(List<Figure> paragraph, Figure count, Figure rate) =>
        count.End <= rate.Start && count.Segment == rate.Segment && rate.Start - count.End < 40 && !paragraph.Any(figure => figure.Start > count.Start && figure.Start < rate.Start && figure.Bracket == count.Bracket && figure.Group != UnitGroup.Percent);

    // The immediate subject: the figure before the count, in the same sentence and unit, larger, with nothing between that could be a base.
    private static Figure? Subject(List<Figure> paragraph, Figure count)
    {
        var index = paragraph.IndexOf(count);
        if (index < 1) return null;
        var subject = paragraph[index - 1];
        if (subject.Sentence != count.Sentence || subject.Bracket != count.Bracket || subject.Unit != count.Unit || subject.Value <= count.Value || count.Start - subject.End > 40) return null;
        var linked = Labels.IsSubset(count) || count.Before.Contains("已", StringComparison.Ordinal) || Labels.IsDone(count);
        // With further counts of the unit in the sentence the base could be any of them.
        return linked && !paragraph.Any(figure => figure.Sentence == count.Sentence && figure.Start < subject.Start && Measure.SameUnit(figure, count) && figure.Value > count.Value) ? subject : null;
    }

    private static RatioBase? Siblings(List<RatioHit> agreed, Figure rate, Figure count)
    {
        var near = agreed.Where(hit => hit.Rate.Paragraph == rate.Paragraph && Math.Abs(hit.Rate.Sentence - rate.Sentence) <= 1 && Measure.SameUnit(hit.Numerator.Figures[0], count) && hit.Base.Value >= count.Value)
            .GroupBy(hit => hit.Base.Value).Where(group => group.Select(hit => hit.Numerator.Figures[0]).Distinct().Count() >= 2).OrderByDescending(group => group.Count()).ToList();
        return near.Count == 1 ? near[0].First().Base : null;
    }
}
