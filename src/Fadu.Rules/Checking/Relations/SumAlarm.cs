using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Sums that fail.
/// Every reading under which the list is complete is tried first: other totals before it, a part that belongs to the part before it, a list
/// that ends earlier. Only what no reading explains is said, and as a contradiction only when the list closes.
/// </summary>
internal static class SumAlarm
{
    private static readonly string[] Partial = ["其中", "含", "如", "特别", "包括但不限于", "主要", "等"];
    private static readonly string[] Complete = ["分为", "分别为", "分别是", "包括", "包含", "涵盖", "构成", "由"];

    public static void Check(CheckContext context, List<Figure> paragraph, List<SumHit> hits)
    {
        for (var i = 0; i < paragraph.Count; i++)
        {
            var total = paragraph[i];
            if (!SumSearch.IsSummable(total) || !total.IsWhole || total.Value < 2) continue;
            if (hits.Any(hit => hit.Total == total)) continue;
            foreach (var list in Lists(context, paragraph, i))
            {
                if (hits.Any(hit => hit.Parts.Count(list.Parts.Contains) >= Math.Min(2, list.Parts.Count)) || Explained(paragraph, total, list.Parts)) continue;
                if (Judge(context, total, list)) break;
            }
        }
    }

    private sealed record PartList(List<Figure> Parts, bool Bracket, string Lead);

    private static IEnumerable<PartList> Lists(CheckContext context, List<Figure> paragraph, int i)
    {
        var total = paragraph[i];
        if (SumSearch.BracketAfter(context, total) is var bracket and >= 0)
        {
            var inside = paragraph.Skip(i + 1).Where(figure => figure.Bracket == bracket).ToList();
            var same = inside.Where(figure => Measure.SameUnit(total, figure)).ToList();
            var others = inside.Where(figure => !Measure.SameUnit(total, figure) && figure.Group != UnitGroup.Percent).ToList();
            if (same.Count >= 2 && others.Count == 0 && same.All(figure => figure.IsWhole)) yield return new(same, true, context.Text[context.Brackets[bracket].Start..same[0].Start]);
        }
        if (Following(context, paragraph, i) is { } following) yield return following;
    }

    private static PartList? Following(CheckContext context, List<Figure> paragraph, int i)
    {
        var total = paragraph[i];
        if (Labels.IsOutcome(total) && !Labels.IsDone(total) && !Labels.IsStrongTotal(total)) return null;
        var parts = new List<Figure>();
        for (var k = i + 1; k < paragraph.Count; k++)
        {
            var figure = paragraph[k];
            if (figure.Bracket != total.Bracket) continue;
            if (parts.Count > 0 && figure.Sentence != parts[0].Sentence) break;
            if (figure.Group == UnitGroup.Percent || (figure.Group == UnitGroup.Money && total.Group != UnitGroup.Money && parts.Count > 0)) continue;
            if (!Measure.SameUnit(total, figure)) { if (figure.Group == UnitGroup.Duration) continue; break; }
            if (parts.Count == 0 && figure.Sentence > total.Sentence && !(figure.Sentence == total.Sentence + 1 && (Labels.IsSubset(figure) || SubsetLead(context, figure) || Labels.IsOutcome(figure)))) break;
            if (!figure.IsWhole) return null;
            // The outcomes of what is closed do not hold what is still open.
            if (Labels.IsDone(total) && Labels.IsPending(figure)) break;
            if (parts.Count > 0 && Labels.IsSubset(figure)) break;
            parts.Add(figure);
        }
        if (parts.Count < 2) return null;
        var lead = parts[0].Start - total.End < 80 ? context.Between(total, parts[0]).ToString() : "";
        var cue = Partial.Any(word => lead.Contains(word, StringComparison.Ordinal)) || Complete.Any(word => lead.Contains(word, StringComparison.Ordinal)) || Labels.IsSubset(parts[0]);
        var direct = Labels.IsTotal(total) && parts[0].Sentence == total.Sentence && lead.Length < 30;
        var outcomes = parts.Count(Labels.IsOutcome) * 2 > parts.Count && (Labels.IsDone(total) || Labels.IsTotal(total));
        return cue || direct || outcomes ? new(parts, false, lead) : null;
    }

    private static bool SubsetLead(CheckContext context, Figure figure)
    {
        var (start, _) = context.SentenceAt(figure.Start);
        return context.Text.AsSpan(start, Math.Min(4, figure.Start - start)).TrimStart().StartsWith("其中");
    }

    private static bool Judge(CheckContext context, Figure total, PartList list)
    {
        var parts = list.Parts;
        var sum = parts.Sum(part => part.Value);
        var difference = total.Value - sum;
        var closing = Labels.IsClosing(parts[^1]) || (parts.Count >= 3 && parts.Any(Labels.IsClosing) && parts.Count(Labels.IsOutcome) >= 3);
        var complementary = parts.Count == 2 && Labels.AreComplementary(parts[0], parts[1]);
        var outcomes = parts.Count(Labels.IsOutcome);
        var partial = Partial.Any(word => list.Lead.Contains(word, StringComparison.Ordinal));
        var complete = Complete.Any(word => list.Lead.Contains(word, StringComparison.Ordinal)) && !partial && parts.Count >= 3;
        var direct = list.Bracket ? !partial : Labels.IsStrongTotal(total) && !partial && parts.Count >= 3 && Uniform(parts) && list.Lead.Length < 16;
        var repair = DigitRepair.Sum(total.Value, parts.Select(part => part.Value).ToList());
        var near = Math.Abs(difference) <= total.Value * 0.03m || (repair is not null && Math.Abs(difference) <= total.Value * 0.5m);
        Verdict? verdict = null;
        if (closing || complementary || complete || direct)
            verdict = Math.Abs(difference) > total.Value * 0.6m && !(difference < 0 && outcomes >= 2) ? null
                : (closing || complementary || list.Bracket || complete) && (repair is not null || difference < 0 || near) ? Verdict.Contradiction : Verdict.Doubtful;
        else if (difference < 0 && outcomes >= 2 && outcomes * 2 >= parts.Count && Labels.IsDone(total)) verdict = Verdict.Contradiction;
        else if (outcomes >= 3 && outcomes * 2 > parts.Count && near && Uniform(parts)) verdict = Verdict.Doubtful;
        else if (parts.Count >= 4 && near && Math.Abs(difference) <= total.Value * 0.1m && Uniform(parts) && (Labels.IsTotal(total) || partial)) verdict = Verdict.Doubtful;
        if (verdict is not { } said) return false;
        List<Figure> figures = [total, .. parts];
        var start = total.Sentence == parts[0].Sentence || parts[0].Start - total.End < 40 ? total.Start : parts[0].Start;
        var end = parts[^1].End;
        context.Add(RelationKind.Sum, said, start, end, figures.Select(figure => figure.Numeral).ToList(),
            $"{Say.Labelled(context, total)}，所列各项{Say.Sum(parts, sum)}，{(difference > 0 ? "少" : "多")}{Say.Number(Math.Abs(difference))}。" + SumRelation.RepairText(repair, total.Value, parts.Select(part => part.Value).ToList())
            + (said == Verdict.Doubtful ? "若所列各项并非全部，请注明“其中”或补列其余。" : ""), Say.Number(sum), figures);
        return true;
    }

    // Either every number follows its words or every number precedes them.
    private static bool Uniform(List<Figure> parts) => parts.All(part => part.Before.Length > 0) || parts.All(part => part.After.Length > 0);

    private static bool Explained(List<Figure> paragraph, Figure total, List<Figure> parts)
    {
        var sum = parts.Sum(part => part.Value);
        // One part inside another: leave each out in turn.
        if (parts.Count >= 3 && parts.Skip(1).Any(part => sum - part.Value == total.Value)) return true;
        // A shorter list, or the total together with what was carried over.
        var running = 0m;
        for (var k = 0; k < parts.Count; k++)
        {
            running += parts[k].Value;
            if (k >= 1 && running == total.Value) return true;
        }
        foreach (var other in paragraph)
        {
            if (other.Start >= parts[0].Start && other.Start <= parts[^1].Start) continue;
            if (!Measure.SameUnit(total, other) || other == total) continue;
            if (other.Value == sum && other.Start < parts[0].Start) return true;
            if (other.Start < total.Start && other.Sentence >= total.Sentence - 1 && (other.Value + total.Value == sum || Math.Abs(other.Value - total.Value) == sum)) return true;
        }
        return false;
    }
}
