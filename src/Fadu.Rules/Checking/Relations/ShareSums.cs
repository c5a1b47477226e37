using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Parts known by their common base: 甲102件，占40.64%；乙149件，占59.36% of 251件 of another paragraph.
/// Shares of one base whose counts add to it are a sum that no word announces.
/// </summary>
internal static class ShareSums
{
    public static void Check(CheckContext context, IReadOnlyList<RatioHit> hits)
    {
        foreach (var group in hits.Where(hit => hit.Base.Figures.Count == 1 && hit.Numerator.Figures.Count == 1).GroupBy(hit => hit.Base.Figures[0].Id))
        {
            var total = group.First().Base.Figures[0];
            var parts = group.Select(hit => hit.Numerator.Figures[0]).DistinctBy(figure => figure.Id).Where(part => context.SumOf(part)?.Total != total).OrderBy(figure => figure.Start).ToList();
            if (parts.Count < 2) continue;
            if (parts.Sum(part => part.Value) != total.Value && (parts = Run(parts, total.Value)).Count == 0)
            {
                if (total.IsWhole && Complete(group.ToList()) is { } listed) Misses(context, total, listed);
                continue;
            }
            var start = parts[0].Start;
            var end = parts[^1].End;
            context.Add(RelationKind.Sum, Verdict.Consistent, start, end, [total.Numeral, .. parts.Select(part => part.Numeral)],
                $"{Say.Labelled(context, total)}：{Say.Sum(parts, total.Value)}，一致。", null, [total, .. parts]);
            context.AddSums([new(total, parts, 0, true)]);
        }
        Lists(context, hits);
    }

    // 咨询2157件，占63%；投诉920件，占26.9%；举报345件，占10.1%: shares of one total that close on 100 list all of it, whatever stands between them.
    private static List<Figure>? Complete(List<RatioHit> hits)
    {
        var parts = hits.Select(hit => hit.Numerator.Figures[0]).ToList();
        return hits.Count >= 3 && parts.All(part => part.IsWhole && part.Unit == parts[0].Unit && part.Paragraph == parts[0].Paragraph) && parts.Distinct().Count() == parts.Count && Math.Abs(hits.Sum(hit => hit.Rate.Value) - 100) <= hits.Sum(hit => hit.Rate.Ulp) / 2 ? parts : null;
    }

    private static void Misses(CheckContext context, Figure total, List<Figure> parts)
    {
        var sum = parts.Sum(part => part.Value);
        if (!Measure.SameUnit(total, parts[0]) || context.Relations.Any(relation => relation.IsAlarm && relation.FigureIds.Contains(total.Id))) return;
        context.Add(RelationKind.Sum, Verdict.Doubtful, parts[0].Start, parts[^1].End, [total.Numeral, .. parts.Select(part => part.Numeral)],
            $"{Say.Labelled(context, total)}，所列各项{Say.Sum(parts, sum)}，相差{Say.Number(Math.Abs(total.Value - sum))}；各项占比合计为100%，应已列全。", Say.Number(sum), [total, .. parts]);
    }

    // The list adds to what its shares take for their base; the total may be printed elsewhere, or printed otherwise.
    private static void Lists(CheckContext context, IReadOnlyList<RatioHit> hits)
    {
        foreach (var group in hits.Where(hit => hit.Base.Figures.Count > 1 && hit.Numerator.Figures.Count == 1 && hit.Base.Figures.Contains(hit.Numerator.Figures[0])).GroupBy(hit => (hit.Base.Figures[0].Id, hit.Base.Value)))
        {
            var parts = group.First().Base.Figures;
            if (group.Count() < 2 || parts.Any(part => context.SumOf(part) is not null)) continue;
            var value = group.Key.Value;
            var totals = context.Quantities.Where(figure => Math.Abs(figure.Paragraph - parts[0].Paragraph) <= Near && !parts.Contains(figure) && figure.IsExact && Measure.SameUnit(figure, parts[0])).ToList();
            if (totals.FirstOrDefault(figure => figure.Value == value) is { } total)
            {
                context.Add(RelationKind.Sum, Verdict.Consistent, parts[0].Start, parts[^1].End, [total.Numeral, .. parts.Select(part => part.Numeral)], $"{Say.Labelled(context, total)}：{Say.Sum(parts, value)}，一致。", null, [total, .. parts]);
                context.AddSums([new(total, parts, 0, true)]);
                continue;
            }
            // The shares close on 100 and agree with the sum of their counts; the total that they name is another.
            var named = group.Select(hit => RateCue.Of(context, hit.Rate).Base).FirstOrDefault(name => name.Length >= 2);
            if (group.Count() < 3 || Math.Abs(group.Sum(hit => hit.Rate.Value) - 100) > 0.5m) continue;
            var slipped = totals.Where(figure => figure.IsWhole && (named is not null && RatioSearch.Names(named, figure) || Labels.IsTotal(figure) || Leads(context, figure, parts[0])) && Arithmetic.DigitRepair.Repairs(figure.Value, value)).ToList();
            if (slipped.Count != 1) continue;
            context.Add(RelationKind.Sum, Verdict.Doubtful, parts[0].Start, parts[^1].End, [slipped[0].Numeral, .. parts.Select(part => part.Numeral)],
                $"{Say.Labelled(context, slipped[0])}，所列各项{Say.Sum(parts, value)}，各项占比也以{Say.Number(value)}为基数，两数只差一个数字。", Say.Number(value), [slipped[0], .. parts]);
        }
    }

    // 行政处罚3724件…。行政处罚案件中，甲1146件: the words that open the list are the words of the total.
    private static bool Leads(CheckContext context, Figure total, Figure first)
    {
        var (start, _) = context.SentenceAt(first.Start);
        var label = Labels.Clean(total.Before);
        return label.Length >= 4 && first.Start - start < 40 && context.Text.AsSpan(start, first.Start - start).Contains(label.AsSpan(label.Length - 4), StringComparison.Ordinal) && context.Text.AsSpan(start, first.Start - start).Contains('中');
    }

    private const int Near = 6;

    // The parts of one sentence, where other sentences divide the same total in another way.
    private static List<Figure> Run(List<Figure> parts, decimal total) =>
        parts.GroupBy(part => part.Sentence).Select(group => group.ToList()).FirstOrDefault(list => list.Count >= 2 && list.Sum(part => part.Value) == total) ?? [];
}
