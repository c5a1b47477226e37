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
}
