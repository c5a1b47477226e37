using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Shares and rates.
/// The base is the whole problem: of 290 published prose ratios it stands in the same sentence 65 times and is the nearest larger number 43
/// times of 183. So every base that the text offers is tried; agreement with any makes the relation consistent, and it is accused only where
/// the base is named, shared by its siblings, or the immediate subject.
/// </summary>
internal static class RatioRelation
{
    public static void Check(CheckContext context)
    {
        foreach (var paragraph in context.Paragraphs) CheckParagraph(context, paragraph);
        ImpossibleRates.Check(context);
    }

    private static void CheckParagraph(CheckContext context, List<Figure> paragraph)
    {
        var agreed = new List<RatioHit>();
        var open = new List<(Figure Rate, RateCue Cue, IReadOnlyList<RatioNumerator> Numerators)>();
        for (var i = 0; i < paragraph.Count; i++)
        {
            var rate = paragraph[i];
            if (rate.Group != UnitGroup.Percent || rate.Value is 0 or 100) continue;
            if (ShareList.TryCheck(context, paragraph, ref i, agreed)) continue;
            if (ExplicitBase.TryCheck(context, paragraph, i, agreed)) continue;
            var cue = RateCue.Of(context, rate);
            if (cue.Kind is RateKind.None or RateKind.Change) continue;
            var numerators = RatioCandidates.Numerators(context, paragraph, i, cue);
            if (numerators.Count == 0) { if (cue.Kind != RateKind.None) open.Add((rate, cue, numerators)); continue; }
            if (RatioSearch.Best(context, paragraph, rate, cue, numerators) is { } hit) agreed.Add(hit);
            else open.Add((rate, cue, numerators));
        }
        agreed = agreed.Select(hit => WithSiblings(hit, agreed)).ToList();
        var kept = agreed.Where(hit => !RatioAlarm.Overruled(context, hit, agreed) && !(IsWeak(hit) && RatioSlip.Check(context, paragraph, hit.Rate, RateCue.Of(context, hit.Rate), agreed))).ToList();
        foreach (var hit in kept) Report(context, hit);
        ShareSums.Check(context, kept);
        ImpliedBase.Check(context, open.Where(item => item.Cue.Kind == RateKind.Share && item.Cue.Base.Length < 2 && item.Numerators is [{ Figures: [var count] }] && count.End <= item.Rate.Start).Select(item => (item.Rate, item.Numerators[0].Figures[0])).ToList());
        foreach (var (rate, cue, numerators) in open)
        {
            if (RatioAlarm.Check(context, rate, cue, numerators, agreed) || RatioSlip.Check(context, paragraph, rate, cue, agreed)) continue;
            if (cue.Kind == RateKind.Rate) FeasibleRates.Check(context, rate, paragraph);
        }
    }

    // Two numbers put together, or a distant one: such a base agrees by chance now and then.
    private static bool IsWeak(RatioHit hit) =>
        hit.Rate.Decimals <= 1 && (hit.Base.Figures.Count == 2 && !hit.Base.Figures.Contains(hit.Numerator.Figures[0]) || hit.Base.Figures.Count == 1 && hit.Base.Figures[0].Paragraph != hit.Rate.Paragraph && hit.Base.Rank > 8);

    // 占27% agrees with 4498 as well as with 4572: the base is the one on which the shares beside it agree.
    private static RatioHit WithSiblings(RatioHit hit, List<RatioHit> agreed)
    {
        if (hit.Rate.Decimals > 1 || hit.Numerator.Figures.Count != 1) return hit;
        var votes = agreed.Where(other => other.Rate.Sentence == hit.Rate.Sentence && other.Base.Figures.Count == 1 && other.Numerator.Figures.Count == 1).GroupBy(other => other.Base.Value).MaxBy(group => group.Count());
        if (votes is null || votes.Count() < 2 || votes.Key == hit.Base.Value || votes.First().Base.Figures.Contains(hit.Numerator.Figures[0])) return hit;
        var shared = votes.First().Base;
        var agreement = RatioSearch.Agreement(hit.Rate, hit.Numerator, shared);
        return agreement >= RateAgreement.Truncated && agreement >= hit.Agreement ? hit with { Base = shared, Agreement = agreement } : hit;
    }

    private static void Report(CheckContext context, RatioHit hit)
    {
        var start = Math.Min(hit.Numerator.Figures[0].Start, hit.Rate.Start);
        var end = Math.Max(hit.Rate.End, hit.Numerator.Figures[^1].End);
        if (context.Source.LineAt(start) != context.Source.LineAt(end - 1) || end - start > 200) { start = hit.Rate.Start; end = hit.Rate.End; }
        List<Figure> figures = [hit.Rate, .. hit.Numerator.Figures, .. hit.Base.Figures];
        var verdict = hit.Agreement == RateAgreement.Exact ? Verdict.Consistent : Verdict.Rounding;
        var percent = hit.Numerator.Value / hit.Base.Value * 100;
        List<string> numbers = [hit.Rate.Numeral, NumberOf(hit.Numerator), NumberOf(hit.Base)];
        if (hit.Numerator.Figures.Count > 1) numbers.AddRange(hit.Numerator.Figures.Select(figure => figure.Numeral));
        context.Add(RelationKind.Ratio, verdict, start, end, numbers.Distinct().ToList(),
            $"{Say.Number(hit.Numerator.Value)}÷{Say.Number(hit.Base.Value)}={Say.Percent(percent, hit.Rate.Decimals)}，与{Say.Printed(context, hit.Rate)}{(verdict == Verdict.Consistent ? "一致" : hit.Agreement == RateAgreement.Truncated ? "一致（截尾）" : "在进位范围内一致")}；基数取{hit.Base.Describe(context)}。", null, figures);
    }

    public static string NumberOf(RatioNumerator numerator) => numerator.Figures.Count == 1 && numerator.Value == numerator.Figures[0].Value ? numerator.Figures[0].Numeral : Say.Number(numerator.Value);

    public static string NumberOf(RatioBase @base) => @base.Figures.Count == 1 ? @base.Figures[0].Numeral : Say.Number(@base.Value);
}

/// <summary>What may stand above the line: one figure, or several that belong together.</summary>
internal sealed record RatioNumerator(IReadOnlyList<Figure> Figures, decimal Value, bool Strong, bool Derived);

/// <summary>What may stand below the line.</summary>
internal sealed record RatioBase(IReadOnlyList<Figure> Figures, decimal Value, int Rank)
{
    public string Describe(CheckContext context) => Figures.Count == 1 ? $"“{Say.Labelled(context, Figures[0])}”" : string.Join("与", Figures.Take(6).Select(figure => Say.Printed(context, figure))) + "合并";
}

/// <summary>A percentage with the numerator and base that give it.</summary>
internal sealed record RatioHit(Figure Rate, RatioNumerator Numerator, RatioBase Base, RateAgreement Agreement);
