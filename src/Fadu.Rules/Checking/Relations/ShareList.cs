using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// 甲a件、乙b件、丙c件，分别占总数的p%、q%、r%: numbers and shares are aligned by their order and have one base.
/// </summary>
internal static class ShareList
{
    public static bool TryCheck(CheckContext context, List<Figure> paragraph, ref int at, List<RatioHit> agreed)
    {
        var first = paragraph[at];
        if (SharesFirst(context, paragraph, ref at, agreed)) return true;
        if (!first.Before.Contains("分别占", StringComparison.Ordinal) && !(first.Before.Contains("占", StringComparison.Ordinal) && first.Before.Contains("分别", StringComparison.Ordinal))) return false;
        var rates = new List<Figure> { first };
        while (at + rates.Count < paragraph.Count && paragraph[at + rates.Count] is var next && next.Group == UnitGroup.Percent && context.Between(rates[^1], next).Trim() is "、" or "和" or "," or "及" or "与") rates.Add(next);
        var counts = paragraph.Take(at).Where(figure => figure.Sentence == first.Sentence && SumSearch.IsSummable(figure)).TakeLast(rates.Count).ToList();
        if (rates.Count < 2 || counts.Count < rates.Count || !counts.All(count => Measure.Compatible(count, counts[0]))) return false;
        RatioBase? shared = null;
        var best = 0;
        var numerators = counts.Select(count => new RatioNumerator([count], count.Value, true, false)).ToList();
        var sum = new RatioBase(counts, counts.Sum(count => count.Value), 0);
        foreach (var candidate in RatioCandidates.Bases(context, paragraph, first, numerators[0]).Prepend(sum))
        {
            var agreeing = Enumerable.Range(0, rates.Count).Count(k => RatioSearch.Agreement(rates[k], numerators[k], candidate) >= RateAgreement.Inputs);
            if (agreeing <= best) continue;
            best = agreeing;
            shared = candidate;
        }
        if (shared is null || best * 2 < rates.Count) return false;
        for (var k = 0; k < rates.Count; k++)
        {
            var agreement = RatioSearch.Agreement(rates[k], numerators[k], shared);
            if (agreement >= RateAgreement.Inputs) agreed.Add(new(rates[k], numerators[k], shared, agreement));
            else if (best >= 2) RatioAlarm.Accuse(context, rates[k], numerators[k], shared, "同列其他占比均以此为基数");
            else if (shared == sum) RatioAlarm.Accuse(context, rates[k], numerators[k], shared, "所列各项合并为基数", Verdict.Doubtful);
        }
        at += rates.Count - 1;
        return true;
    }

    // 甲占42.68%，乙占24.47%，丙占13.38%，案件数量分别为36527件、20940件和11452件: the counts follow their shares.
    private static bool SharesFirst(CheckContext context, List<Figure> paragraph, ref int at, List<RatioHit> agreed)
    {
        var rates = paragraph.Skip(at).TakeWhile(figure => figure.Group == UnitGroup.Percent && figure.IsExact && figure.Before.EndsWith('占')).ToList();
        if (rates.Count < 2) return false;
        var counts = paragraph.Skip(at + rates.Count).TakeWhile(figure => SumSearch.IsSummable(figure) && figure.Sentence == rates[0].Sentence).Take(rates.Count + 1).ToList();
        if (counts.Count != rates.Count || !counts.All(count => Measure.SameUnit(count, counts[0])) || !counts[0].Before.Contains("分别", StringComparison.Ordinal)) return false;
        var numerators = counts.Select(count => new RatioNumerator([count], count.Value, true, false)).ToList();
        var best = paragraph.Take(at).Where(figure => Measure.SameUnit(figure, counts[0]) && figure.Value >= counts.Max(count => count.Value)).Select(figure => new RatioBase([figure], figure.Value, 0))
            .Select(candidate => (candidate, Hits: Enumerable.Range(0, rates.Count).Count(k => RatioSearch.Agreement(rates[k], numerators[k], candidate) >= RateAgreement.Inputs))).OrderByDescending(pair => pair.Hits).FirstOrDefault();
        if (best.candidate is null || best.Hits == 0 || best.Hits * 2 < rates.Count) return false;
        for (var k = 0; k < rates.Count; k++)
        {
            var agreement = RatioSearch.Agreement(rates[k], numerators[k], best.candidate);
            if (agreement >= RateAgreement.Inputs) agreed.Add(new(rates[k], numerators[k], best.candidate, agreement));
            else if (best.Hits >= 2) RatioAlarm.Accuse(context, rates[k], numerators[k], best.candidate, "同列其他占比均以此为基数");
        }
        at += rates.Count - 1;
        return true;
    }
}
