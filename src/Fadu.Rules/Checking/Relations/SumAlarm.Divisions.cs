using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Lists whose own words say that they divide a total from which other figures part them: 处罚18642件…。从程序看，简易程序6898件、普通程序11744件.
/// Doubted only where one digit repairs them against one total, and no total of the neighbourhood holds.
/// </summary>
internal static partial class SumAlarm
{
    private const int FiguresBack = 40;

    private static void Divisions(CheckContext context, List<Figure> paragraph, List<SumHit> hits)
    {
        for (var i = 0; i + 1 < paragraph.Count; i++)
        {
            var first = paragraph[i];
            if (!SumSearch.IsSummable(first) || !first.IsExact || i > 0 && paragraph[i - 1].Segment == first.Segment || hits.Any(hit => hit.Parts.Contains(first))) continue;
            var divides = SumSearch.Divides(context, first);
            // 受理10832件，准予许可10607件，…；其中即办件7366件、承诺件3466件
            var subset = Labels.IsSubset(first) && i > 0 && paragraph[i - 1].Sentence == first.Sentence;
            var totals = context.Before(first, FiguresBack).Where(figure => first.Paragraph - figure.Paragraph <= 2 && figure.IsExact && figure.Bracket == first.Bracket && Measure.SameUnit(figure, first) && !GrowthRelation.IsDelta(figure) && !GrowthRelation.IsReference(context, figure) && (divides || subset && figure.Sentence == first.Sentence && figure.Segment == first.Segment - 1 || SumSearch.Within(context, figure, first))).ToList();
            if (totals.Count == 0) continue;
            foreach (var parts in Divided(paragraph, i))
                if ((!subset || parts.Count == 2 || Labels.IsClosing(parts[^1])) && Doubt(context, totals, parts)) break;
        }
    }

    // The figures of its part of the sentence, or one of each part.
    private static IEnumerable<List<Figure>> Divided(List<Figure> paragraph, int i)
    {
        var first = paragraph[i];
        var sentence = paragraph.Skip(i).TakeWhile(figure => figure.Sentence == first.Sentence).Where(figure => figure.Bracket == first.Bracket && figure.Group != UnitGroup.Percent).ToList();
        var segment = sentence.Where(figure => figure.Segment == first.Segment).ToList();
        if (segment.Count >= 2) yield return segment;
        else if (sentence.Select(figure => figure.Segment).Distinct().Count() == sentence.Count) yield return sentence;
    }

    private static bool Doubt(CheckContext context, List<Figure> totals, List<Figure> parts)
    {
        if (parts.Count < 2 || !parts.All(part => part.IsExact && Measure.SameUnit(part, parts[0]) && part.Ulp == parts[0].Ulp && (part == parts[0] || !Labels.IsSubset(part)) && !GrowthRelation.IsDelta(part)) || parts.Count == 2 && !Labels.AreComplementary(parts[0], parts[1]) || Overlaps(context, parts[^1])) return false;
        var unit = parts[0].Ulp;
        var sum = parts.Sum(part => part.Value);
        var values = parts.Select(part => part.Value / unit).ToList();
        if (totals.Any(total => total.Value == sum)) return false;
        var slipped = totals.Where(total => total.Ulp == unit && total.Value / unit >= 50 && Math.Abs(total.Value - sum) <= total.Value * 0.3m && DigitRepair.Sum(total.Value / unit, values).Count > 0).DistinctBy(total => total.Value).ToList();
        if (slipped.Count != 1 || context.Relations.Any(relation => relation.IsAlarm && relation.FigureIds.Count(id => parts.Any(part => part.Id == id)) >= 2)) return false;
        var whole = slipped[0];
        context.Add(RelationKind.Sum, Verdict.Doubtful, parts[0].Start, parts[^1].End, [whole.Numeral, .. parts.Select(part => part.Numeral)],
            $"{Say.Labelled(context, whole)}，所列各项{Say.Sum(parts, sum)}，{(whole.Value > sum ? "少" : "多")}{Say.Number(Math.Abs(whole.Value - sum))}。" + SumRelation.RepairText(DigitRepair.Sum(whole.Value / unit, values), whole.Value, parts.Select(part => part.Value).ToList(), unit) + "若所列各项并非全部，或互有交叉，请在文中注明。", Say.Number(sum), [whole, .. parts]);
        return true;
    }
}
