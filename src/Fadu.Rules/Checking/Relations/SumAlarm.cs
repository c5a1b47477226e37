using System.Text.RegularExpressions;
using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Sums that fail.
/// Every reading under which the list is complete is tried first: other totals before it, a part that belongs to the part before it, a list
/// that ends earlier. Only what no reading explains is said, and as a contradiction only when the list closes.
/// </summary>
internal static partial class SumAlarm
{
    private static readonly string[] Partial = ["其中", "含", "如", "特别", "包括但不限于", "主要", "等"];
    private const int ManyClasses = 5;
    private static readonly string[] Complete = ["分为", "分别为", "分别是", "包括", "包含", "涵盖", "构成", "由"];

    public static void Check(CheckContext context, List<Figure> paragraph, List<SumHit> hits)
    {
        for (var i = 0; i < paragraph.Count; i++)
        {
            var total = paragraph[i];
            DoneAndPending(context, paragraph, i, hits);
            if (!SumSearch.IsSummable(total) || !total.IsExact || total.Value < 2) continue;
            var settled = hits.Where(hit => hit.Total == total).ToList();
            foreach (var list in Lists(context, paragraph, i))
            {
                // A total that one list fills may still be missed by another, but only brackets and 其中 tell where the other begins.
                if (settled.Count > 0 && !list.Bracket && !list.Division && !(list.Backward && !list.Loose) && !(list.Parts[0].Segment == total.Segment && list.Lead.Length < 12 && list.Parts.Count(Labels.IsOutcome) >= 2) && !list.Lead.Contains("其中", StringComparison.Ordinal) || settled.Any(hit => hit.Parts.Any(list.Parts.Contains))) continue;
                if (!list.Backward && (context.IsFlow(total) && list.Parts.Any(context.IsFlow) || list.Parts.Count(context.IsFlow) >= 2)) continue;
                if (hits.Any(hit => hit.Parts.Count(list.Parts.Contains) >= Math.Min(2, list.Parts.Count)) || Siblings.Are(context, total, list.Parts, list.Lead) || Explained(context, paragraph, total, list)) continue;
                if (Judge(context, total, list, settled.Count > 0 && !list.Bracket && !list.Division && !list.Lead.Contains("其中", StringComparison.Ordinal))) break;
            }
        }

        Divisions(context, paragraph, hits);
    }

    // 受理268件，已办结241件，…，正在审理27件: the two states together are the whole; doubted only when one digit repairs it.
    private static void DoneAndPending(CheckContext context, List<Figure> paragraph, int i, List<SumHit> hits)
    {
        var total = paragraph[i];
        if (!total.IsWhole || !(Labels.IsTotal(total) || (i > 0 ? paragraph[i - 1].Sentence : -1) != total.Sentence) || Labels.IsDone(total) || total.Value < 20 || hits.Any(hit => hit.Total == total)) return;
        var next = paragraph.Skip(i + 1).Where(figure => figure.Bracket == total.Bracket && figure.IsWhole && Measure.SameUnit(total, figure) && figure.Sentence - total.Sentence <= 1).ToList();
        if (next.Count < 3 || next[0].Sentence != total.Sentence || !Labels.IsDone(next[0]) || !next[0].Before.Contains('已') || next.Count(Labels.IsDone) != 1 || next.Count(Labels.IsPending) != 1) return;
        var pending = next.First(Labels.IsPending);
        decimal[] parts = [next[0].Value, pending.Value];
        if (parts.Sum() == total.Value || DigitRepair.Sum(total.Value, parts) is not { Count: > 0 } repair) return;
        context.Add(RelationKind.Sum, Verdict.Doubtful, total.Start, next[0].End, [total.Numeral, next[0].Numeral, pending.Numeral], $"已结{Say.Number(parts[0])}+未结{Say.Number(parts[1])}={Say.Number(parts.Sum())}，与{Say.Labelled(context, total)}不等。" + SumRelation.RepairText(repair, total.Value, parts), Say.Number(parts.Sum()), [total, next[0], pending]);
    }

    // A total that another list fills is held against the list before it by a slip of one digit only.
    private static bool Judge(CheckContext context, Figure total, PartList list, bool filled)
    {
        var parts = list.Parts;
        var sum = parts.Sum(part => part.Value);
        var difference = total.Value - sum;
        if (Math.Abs(difference) <= Slack(total, parts)) return false;
        // Numbers of one precision (all n.nn万) are compared in units of their last digit.
        var unit = total.Ulp;
        var repair = parts.All(part => part.Ulp == unit) ? DigitRepair.Sum(total.Value / unit, parts.Select(part => part.Value / unit).ToList()) : [];
        if (Overlaps(context, parts[^1]) || Weigh(context, total, list, difference, repair.Count > 0) is not { } said) return false;
        if (filled && repair.Count == 0) return false;
        if (filled) said = Verdict.Doubtful;
        List<Figure> figures = [total, .. parts];
        var start = total.Sentence == parts[0].Sentence || parts[0].Start - total.End < 40 ? Math.Min(total.Start, parts[0].Start) : parts[0].Start;
        var end = Math.Max(parts[^1].End, start == parts[0].Start && total.Start > start ? total.End : parts[^1].End);
        context.Add(RelationKind.Sum, said, start, end, figures.Select(figure => figure.Numeral).ToList(),
            $"{Say.Labelled(context, total)}，所列各项{Say.Sum(parts, sum)}，{(difference > 0 ? "少" : "多")}{Say.Number(Math.Abs(difference))}。" + SumRelation.RepairText(repair, total.Value, parts.Select(part => part.Value).ToList(), unit)
            + (said == Verdict.Doubtful ? "若所列各项并非全部，或互有交叉，请在文中注明。" : ""), Say.Number(sum), figures);
        return true;
    }

    // 部分舆情涉及多个领域: the writer says that the classes overlap.
    private static bool Overlaps(CheckContext context, Figure last) =>
        Overlap().IsMatch(context.Text.AsSpan(last.End, Math.Min(40, context.Source.EndOf(last.Paragraph) - last.End)));

    [GeneratedRegex("^[^。]{0,12}(?:交叉|重叠|重复计|多个领域|同时涉及|兼有|多种类型)")]
    private static partial Regex Overlap();

    // What speaks for a complete list, from the strongest; a list that only selects says nothing about its total.
    private static Verdict? Weigh(CheckContext context, Figure total, PartList list, decimal difference, bool repair)
    {
        var parts = list.Parts;
        var gap = Math.Abs(difference) / total.Value;
        var outcomes = parts.Count(Labels.IsOutcome);
        var partial = Partial.Any(word => list.Lead.Contains(word, StringComparison.Ordinal)) || Labels.IsSubset(parts[0]);
        var uniform = Uniform(parts);
        var things = total.Group is UnitGroup.Thing or UnitGroup.Money or UnitGroup.Occasion;
        if (list.Division && parts.Count >= 3 && (repair || gap <= 0.03m)) return Verdict.Doubtful;
        if (list.Loose) return repair && gap <= 0.5m ? Verdict.Doubtful : null;
        var closing = Labels.IsClosing(parts[^1]) || (outcomes >= 3 && parts.Any(Labels.IsClosing));
        var complementary = parts.Count == 2 && Labels.AreComplementary(parts[0], parts[1]);
        if (parts.Count >= 2 && !partial && uniform && list.Lead.TrimStart().StartsWith(':') && (repair || gap <= 0.01m)) return Verdict.Doubtful;
        var complete = parts.Count >= 3 && !partial && Complete.Any(word => list.Lead.Contains(word, StringComparison.Ordinal));
        var direct = list.Bracket && !partial || list.Backward || (Labels.IsStrongTotal(total) && !partial && parts.Count >= 3 && uniform && list.Lead.Length < 16 && (repair || gap <= 0.03m || list.Lead.Contains(':')));
        // What is smaller than one of the parts is hardly their total.
        if (total.Value < parts.Max(part => part.Value) && !list.Bracket && !repair && !(Labels.IsDone(total) && outcomes >= 2)) return null;
        if (SharesClose(context, parts)) return gap <= 0.5m ? Verdict.Contradiction : Verdict.Doubtful;
        if (difference < 0 && outcomes >= 2 && outcomes * 2 >= parts.Count && Labels.IsDone(total)) return Verdict.Contradiction;
        if (closing || complementary || complete || direct)
        {
            if (gap > 1 && difference < 0 && !repair && !list.Bracket && !list.Backward) return null;
            if (gap > 0.6m) return complementary || outcomes >= 3 || list.Backward || (difference < 0 && outcomes >= 2) || (closing && parts.Count >= 3) ? Verdict.Doubtful : null;
            // Of two classes that are not opposites there may be a third.
            var weak = complementary && !closing && !list.Bracket && !list.Backward && !Labels.AreOpposite(parts[0], parts[1]);
            return (closing || complementary || list.Bracket || list.Backward || complete) && !weak && (repair || difference < 0 || gap <= 0.03m) ? Verdict.Contradiction : weak && !repair && difference > 0 ? null : Verdict.Doubtful;
        }
        if (!uniform) return null;
        // Persons overlap (women, party members) and so do themes of documents (涉企, 民生): only a slip of one digit is held against them.
        if (difference < 0 && partial && total.Value >= 5 && gap <= 1.5m && (things && (repair || outcomes >= 2) || repair && gap <= 0.3m)) return Verdict.Doubtful;
        if (outcomes >= 3 && outcomes * 2 > parts.Count && (repair || gap <= 0.03m)) return Verdict.Doubtful;
        // Of a number of three digits (97.3万) another is nearly always one digit away.
        var precise = total.IsWhole || total.Value / total.Ulp >= 10_000;
        var slip = repair && precise && gap <= 0.7m && (Math.Abs(difference) >= 10 || gap <= 0.05m);
        // 其中 selects: parts that fall short are a doubt when one digit mends them, or when more is missing than the least class that is listed.
        var near = gap <= 0.03m && (difference < 0 || repair || partial && parts.Count >= ManyClasses && parts.Min(part => part.Value) < difference);
        if (parts.Count >= 3 && (slip || near) && (Labels.IsTotal(total) || partial)) return Verdict.Doubtful;
        return parts.Count == 2 && partial && repair && (precise || Labels.IsStrongTotal(total)) && Math.Abs(difference) >= 10 && gap <= 0.5m && total.Value >= 50 ? Verdict.Doubtful : null;
    }

    // Printed shares beside the parts that close on 100: the writer himself took the list for the whole.
    private static bool SharesClose(CheckContext context, List<Figure> parts)
    {
        var paragraph = context.Around(parts[0]);
        var shares = new List<decimal>();
        foreach (var part in parts)
        {
            var next = paragraph.FirstOrDefault(figure => figure.Start >= part.End);
            if (next is null || next.Group != UnitGroup.Percent || next.Start - part.End > 16 || RateCue.Of(context, next).Kind != RateKind.Share) return false;
            shares.Add(next.Value);
        }
        return shares.Count >= 2 && Math.Abs(shares.Sum() - 100) <= 0.5m;
    }

    /// <summary>What the rounding of a total and of its parts may come to.</summary>
    internal static decimal Slack(Figure total, IEnumerable<Figure> parts) => total.IsWhole && parts.All(part => part.IsWhole) ? 0 : (total.Ulp + parts.Sum(part => part.Ulp)) / 2;

    // Either every number follows its words or every number precedes them.
    private static bool Uniform(List<Figure> parts) => parts.All(part => part.Before.Length > 0) || parts.All(part => part.After.Length > 0);

    private static bool Explained(CheckContext context, List<Figure> paragraph, Figure total, PartList list)
    {
        var parts = list.Parts;
        var sum = parts.Sum(part => part.Value);
        if (RatesDivide(context, parts)) return true;
        // One part inside another: leave each out in turn.
        if (parts.Count >= 3 && !list.Bracket && !list.Lead.Contains("其中", StringComparison.Ordinal) && parts.Skip(1).Any(part => sum - part.Value == total.Value)) return true;
        // A shorter list, or the total together with what was carried over.
        var running = 0m;
        for (var k = 0; k < parts.Count; k++)
        {
            running += parts[k].Value;
            if (k >= 1 && Math.Abs(running - total.Value) <= Slack(total, parts.Take(k + 1)) && !(list.Bracket && k + 2 == parts.Count && Labels.IsClosing(parts[^1]))) return true;
        }
        foreach (var other in paragraph)
        {
            if (other.Start >= parts[0].Start && other.Start <= parts[^1].Start) continue;
            if (!Measure.SameUnit(total, other) || other == total) continue;
            if (other.Value == sum && other.Start < parts[0].Start) return true;
            if (other.Start < total.Start && other.Bracket == total.Bracket && other.Sentence >= total.Sentence - 1 && Carried().IsMatch(other.Before) && (other.Value + total.Value == sum || Math.Abs(other.Value - total.Value) == sum)) return true;
        }
        return false;
    }

    // 受理58人，逮捕54人，批捕率94.74%；不捕3人，不捕率5.26%: rates of the two together, and what was received besides is still open.
    private static bool RatesDivide(CheckContext context, List<Figure> parts)
    {
        if (parts.Count != 2) return false;
        var rates = parts.Select(context.Next).OfType<Figure>().Where(rate => rate.Group == UnitGroup.Percent && RateCue.Of(context, rate).Kind == RateKind.Rate).ToList();
        return rates.Count == 2 && rates.Zip(parts).All(pair => PrintedRate.Compare(pair.First, pair.Second.Value / parts.Sum(part => part.Value) * 100, new(0, 0)) >= RateAgreement.Truncated);
    }

    [GeneratedRegex("旧存|结转|上年|上期|期初|未结|未审结|中止|不予受理|撤回|移送")]
    private static partial Regex Carried();
}
