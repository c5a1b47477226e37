using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>Finds totals whose parts follow (or, after 共计 and 合计, precede), and keeps those that more than chance speaks for.</summary>
internal static partial class SumSearch
{
    private const int MaxParts = 24;
    private static readonly string[] ListCues = ["其中", "包括", "包含", "含", "分为", "分别", "涵盖", "即", "具体为", "细分", "构成"];

    public static List<SumHit> Hits(CheckContext context, List<Figure> paragraph)
    {
        var found = new List<SumHit>();
        for (var i = 0; i < paragraph.Count; i++)
        {
            var total = paragraph[i];
            if (!IsSummable(total) || total.Value < 2) continue;
            foreach (var run in Runs(context, paragraph, i)) Prefixes(context, total, run, found);
            Complement(context, paragraph, i, found);
            if (!Labels.IsStrongTotal(total)) continue;
            Backward(context, paragraph, i, found);
            Backward(context, paragraph, i, found, true);
        }
        return Select(found);
    }

    public static bool IsSummable(Figure figure) => figure.Group is UnitGroup.Thing or UnitGroup.Person or UnitGroup.PersonTime or UnitGroup.Household or UnitGroup.HouseholdTime
        or UnitGroup.Occasion or UnitGroup.Money or UnitGroup.ForeignMoney or UnitGroup.Area or UnitGroup.Length or UnitGroup.Mass or UnitGroup.Volume or UnitGroup.Power or UnitGroup.Hour or UnitGroup.Other;

    /// <summary>The bracket that opens straight after a figure, −1 for none.</summary>
    public static int BracketAfter(CheckContext context, Figure figure)
    {
        var i = figure.End;
        var limit = Math.Min(context.Text.Length, figure.End + 14);
        while (i < limit && context.Text[i] != '(')
        {
            if (context.Text[i] is ',' or '。' or ';' or ':' or '、' or ')' or '\n' || char.IsAsciiDigit(context.Text[i])) return -1;
            i++;
        }
        return i < limit ? context.BracketAt(i) : -1;
    }

    /// <summary>Sequences of figures that may be the parts of the figure at <paramref name="i"/>.</summary>
    private static IEnumerable<(List<Figure> Parts, bool Bracket)> Runs(CheckContext context, List<Figure> paragraph, int i)
    {
        var total = paragraph[i];
        if (BracketAfter(context, total) is var bracket and >= 0)
        {
            var inside = paragraph.Skip(i + 1).Where(figure => figure.Bracket == bracket && Measure.Compatible(total, figure)).Take(MaxParts).ToList();
            if (inside.Count >= 2) yield return (inside, true);
        }
        var changing = GrowthRelation.IsDelta(total);
        var following = paragraph.Skip(i + 1).Where(figure => figure.Bracket == total.Bracket && figure.Sentence - total.Sentence <= 3 && (changing || !GrowthRelation.IsDelta(figure) || Labels.IsSubset(figure) || figure.Before.StartsWith("新增", StringComparison.Ordinal))).ToList();
        var strict = following.Where(figure => Measure.SameUnit(total, figure)).Take(MaxParts).ToList();
        if (strict.Count >= 2) yield return (strict, false);
        var without = WithoutSubsets(context, strict);
        if (without.Count >= 2 && without.Count < strict.Count) yield return (without, false);
        var loose = following.Where(figure => Measure.Compatible(total, figure)).Take(MaxParts).ToList();
        if (loose.Count > strict.Count && loose.Count >= 2) yield return (loose, false);
        // The parts may each stand in a bracket of their own: 甲(12件)、乙(8件).
        if (total.Bracket < 0)
        {
            var each = paragraph.Skip(i + 1).Where(figure => figure.Bracket >= 0 && figure.Sentence == total.Sentence && Measure.SameUnit(total, figure)).Take(MaxParts).ToList();
            if (each.Count >= 2 && each.Select(figure => figure.Bracket).Distinct().Count() == each.Count) yield return (each, true);
        }
    }

    // "对11件予以受理,其中7件…;对41件…": the 其中 figure belongs to the part before it.
    private static List<Figure> WithoutSubsets(CheckContext context, List<Figure> run)
    {
        var kept = new List<Figure>();
        for (var i = 0; i < run.Count; i++)
        {
            if (i > 0 && Labels.IsSubset(run[i]))
            {
                var segment = run[i].Segment;
                while (i + 1 < run.Count && run[i + 1].Segment == segment) i++;
                continue;
            }
            kept.Add(run[i]);
        }
        return kept;
    }

    private static void Prefixes(CheckContext context, Figure total, (List<Figure> Parts, bool Bracket) run, List<SumHit> found)
    {
        var most = run.Bracket ? 0 : 4;
        for (var skip = 0; skip + 2 <= run.Parts.Count; skip++)
        {
            if (skip > most && (run.Bracket || run.Parts[skip].Segment == run.Parts[skip - 1].Segment || !Divides(context, run.Parts[skip]))) continue;
            var sum = 0m;
            var range = new Interval(0, 0);
            for (var k = skip; k < run.Parts.Count; k++)
            {
                // 其余16项 closes its list: what another part of the sentence goes on with is not in it.
                if (k > skip && run.Parts[k].Segment != run.Parts[k - 1].Segment && Labels.IsRest(run.Parts[k - 1])) break;
                sum += run.Parts[k].Value;
                range += Interval.Of(run.Parts[k]);
                if (range.Low > total.Value + total.Ulp) break;
                if (k - skip < 1) continue;
                // 维持5宗、终止3宗、未结1宗 in one bracket: what is left over closes the list.
                if (run.Bracket && k + 2 == run.Parts.Count && Labels.IsClosing(run.Parts[^1]) && !Labels.IsSubset(run.Parts[^1]) && run.Parts[^1].Bracket == run.Parts[k].Bracket) continue;
                var parts = run.Parts.GetRange(skip, k - skip + 1);
                // A run that begins inside one list and ends in another is chance.
                if (skip > 0 && parts[0].Segment != parts[^1].Segment && run.Parts[skip - 1].Segment == parts[0].Segment) continue;
                var exact = sum == total.Value && total.IsExact && parts.All(part => part.IsExact);
                var near = !exact && k == run.Parts.Count - 1 && total.IsExact && parts.All(part => part.IsExact) && !(total.IsWhole && parts.All(part => part.IsWhole)) && range.Meets(Interval.Of(total));
                if (!exact && !near) continue;
                if (Accept(context, total, parts, skip, run.Bracket, out var score, out var cued)) found.Add(new(total, parts, score + (exact ? 0 : -3), cued));
            }
        }
    }

    private static bool Accept(CheckContext context, Figure total, List<Figure> parts, int skip, bool bracket, out int score, out bool cued)
    {
        var first = parts[0];
        var n = parts.Count;
        var distance = first.Sentence - total.Sentence;
        var lead = first.Start - total.End < 120 ? context.Between(total, first).ToString() : context.Text[Math.Max(total.End, first.Start - 14)..first.Start];
        var closing = parts.Any(Labels.IsClosing);
        cued = bracket || Within(context, total, first) || skip > 0 && Divides(context, first) || ListCues.Any(cue => lead.Contains(cue, StringComparison.Ordinal)) && skip == 0 || Labels.IsSubset(first) || skip == 0 && Division().IsMatch(lead) || skip == 0 && n >= 3 && closing || n == 2 && Labels.AreOpposite(parts[0], parts[1]) && distance <= 1 && first.Sentence == parts[1].Sentence && total.Value >= 50;
        var complementary = n == 2 && Labels.AreComplementary(parts[0], parts[1]);
        var outcomes = parts.Count(Labels.IsOutcome);
        score = Math.Min(n, 6) + (cued ? 3 : 0) + (bracket ? 3 : 0) + (skip == 0 ? 4 : Math.Max(-skip, -4)) - distance + (closing ? 1 : 0) + (complementary ? 2 : 0);
        if (parts.Any(part => part.Value == 0) && n == 2) return false;
        if (!GrowthRelation.IsDelta(total) && parts.Any(GrowthRelation.IsDelta) && !parts.All(GrowthRelation.IsDelta)) return false;
        if (bracket) return true;
        // A number inside a list that happens to equal the numbers after it is no total, unless its own words make it one.
        if (!cued && !Labels.IsTotal(total) && !Labels.IsDone(total) && context.Around(total).Any(figure => figure.Start < total.Start && figure.Sentence == total.Sentence && figure.Bracket == total.Bracket && Measure.SameUnit(figure, total))) return false;
        if (parts.Skip(1).Any(part => part.Sentence != first.Sentence) && n == 2 && !closing && !cued) return false;
        if (skip == 0)
        {
            if (cued && distance <= 2) return true;
            if (n >= 3 && !closing && outcomes < 2 && parts[^1].Sentence != first.Sentence) return false;
            if (n >= 3 && total.Value >= 10) return distance <= 2;
            if (n >= 3) return distance <= 1 && (Labels.IsTotal(total) || outcomes >= 2);
            return distance <= 1 && (Labels.IsTotal(total) || closing || complementary || outcomes >= 2) && (total.Value >= 10 || closing || complementary || outcomes >= 2);
        }
        // 支出18.42万元，完成预算24万元的76.8%…。其中甲15.90万元，乙2.52万元
        if (n == 2 && skip <= 2 && distance <= 1 && Labels.IsSubset(first) && parts[1].Sentence == first.Sentence && total.Value / total.Ulp >= 100) return true;
        if (n == 2 && cued && distance <= 3 && parts[1].Sentence == first.Sentence && total.Value >= 50 && (complementary || Divides(context, first))) return true;
        if (n >= 4) return total.Value >= 20;
        if (n == 3) return distance <= 2 && (total.Value >= 50 || (outcomes >= 2 && total.Value >= 10) || closing);
        return (complementary || closing) && distance <= 1 && total.Value >= 10;
    }

    // 应诉案件57件,已结17件,…,在审40件: the two classes stand apart, with the outcomes of the first between them.
    private static void Complement(CheckContext context, List<Figure> paragraph, int i, List<SumHit> found)
    {
        var total = paragraph[i];
        if (!total.IsWhole) return;
        var next = paragraph.Skip(i + 1).Take(12).Where(figure => figure.IsWhole && figure.Bracket == total.Bracket && Measure.SameUnit(total, figure) && figure.Sentence - total.Sentence <= 1).ToList();
        foreach (var done in next.Where(Labels.IsDone))
        {
            foreach (var pending in next.Where(figure => figure.Start > done.Start && Labels.IsPending(figure)))
                if (done.Value + pending.Value == total.Value) found.Add(new(total, [done, pending], 6, true));
        }
    }

    /// <summary>The figures of a bracket that closes right before 共120人: 专职36人、兼职84人.</summary>
    public static List<Figure> BracketBefore(CheckContext context, List<Figure> paragraph, Figure total)
    {
        var close = total.Start - total.Before.Length - 1;
        if (!Labels.IsBareTotal(total) || close < 0 || context.Text[close] != ')') return [];
        var last = paragraph.LastOrDefault(figure => figure.End <= close);
        return last is null || last.Bracket < 0 || context.Brackets[last.Bracket].End != close ? [] : paragraph.Where(figure => figure.Bracket == last.Bracket && Measure.SameUnit(figure, total)).ToList();
    }

    private static void Backward(CheckContext context, List<Figure> paragraph, int i, List<SumHit> found, bool withoutOld = false)
    {
        var total = paragraph[i];
        if (BracketBefore(context, paragraph, total) is { Count: >= 2 } bracketed && bracketed.Sum(figure => figure.Value) == total.Value)
        {
            found.Add(new(total, bracketed, bracketed.Count + 6, true));
            return;
        }
        var sum = 0m;
        var parts = new List<Figure>();
        for (var k = i - 1; k >= 0 && parts.Count < MaxParts; k--)
        {
            var figure = paragraph[k];
            if (figure.Bracket != total.Bracket || !Measure.Compatible(total, figure) || total.Sentence - figure.Sentence > 6 || !figure.IsExact || withoutOld && k + 1 < i && GrowthRelation.Change(context, figure, paragraph[k + 1])) continue;
            parts.Insert(0, figure);
            sum += figure.Value;
            if (sum > total.Value) return;
            if (sum != total.Value || parts.Count < 2) continue;
            var near = total.Sentence - parts[^1].Sentence <= 1;
            if (near && (parts.Count >= 3 || total.Value >= 10 || Labels.IsBareTotal(total) && parts[0].Sentence == total.Sentence)) found.Add(new(total, parts, parts.Count + 4, true));
            return;
        }
    }

    /// <summary>True for the first figure after 从程序看 or 按季度分 at the head of its part of the sentence.</summary>
    public static bool Divides(CheckContext context, Figure figure)
    {
        var (start, _) = context.SentenceAt(figure.Start);
        var head = context.Text.AsSpan(start, figure.Start - start);
        if (head.LastIndexOf(';') is >= 0 and var part) head = head[(part + 1)..];
        return head.Length < 40 && Division().IsMatch(head);
    }

    /// <summary>批准的案件中，刑事1014件: the sentence opens with words of the total, and its figures are inside it.</summary>
    public static bool Within(CheckContext context, Figure total, Figure first)
    {
        if (first.Sentence <= total.Sentence || first.Sentence - total.Sentence > 2) return false;
        var (start, _) = context.SentenceAt(first.Start);
        var head = context.Text.AsSpan(start, first.Start - start);
        var inside = head.IndexOf('中');
        var label = Labels.Clean(total.Before);
        return inside is > 0 and < 16 && head.Length < 40 && label.Length >= 2 && head[..inside].IndexOfAnyInRange('0', '9') < 0 && head[..inside].Contains(label.AsSpan(label.Length - 2), StringComparison.Ordinal);
    }

    // 按答复类型分, 从案件来源看: what follows divides the total.
    [System.Text.RegularExpressions.GeneratedRegex("(?:[按从][^,。;]{1,14}(?:分|看|划分|统计|来看)|分[^,。;]{1,8}看|(?:工单|案件|类型|诉求)分类)[,:]?[^,。;]{0,12}$")]
    internal static partial System.Text.RegularExpressions.Regex Division();

    // The strongest first; a number that is already a part is a total of its own only with a cue, and one list has one total.
    private static List<SumHit> Select(List<SumHit> found)
    {
        var chosen = new List<SumHit>();
        foreach (var hit in found.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Total.Start))
        {
            var isPart = chosen.Any(other => other.Parts.Contains(hit.Total) && (hit.Parts.Count < 4 || hit.Parts.Any(other.Parts.Contains)));
            if (isPart && !hit.Cued) continue;
            if (chosen.Any(other => other.Total != hit.Total && hit.Parts.Count(other.Parts.Contains) * 2 >= hit.Parts.Count)) continue;
            if (chosen.Any(other => other.Total == hit.Total && (hit.Parts.Any(other.Parts.Contains) || (!hit.Cued && hit.Parts.Count(Labels.IsOutcome) < 2)))) continue;
            chosen.Add(hit);
        }
        return chosen;
    }
}
