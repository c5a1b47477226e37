using System.Text.RegularExpressions;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>The lists that may be the parts of a total: in brackets, before it, after it, one in each part of a sentence.</summary>
internal static partial class SumAlarm
{
    /// <param name="Loose">A total after its parts under words that may also open something new: only a slip of one digit is held against it.</param>
    private sealed record PartList(List<Figure> Parts, bool Bracket, string Lead, bool Backward = false, bool Loose = false)
    {
        /// <summary>按答复类型分: the list divides the total of the sentence before.</summary>
        public bool Division => SumSearch.Division().IsMatch(Lead);
    }

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
        if (Preceding(context, paragraph, i) is { } preceding) yield return preceding;
        if (Following(context, paragraph, i) is { } following)
        {
            // 办结52件,未办结19件,维持…: the two states close the list before its outcomes begin.
            if (following.Parts.Count > 2 && Labels.IsDone(following.Parts[0]) && Labels.IsPending(following.Parts[1]) && following.Lead.Length < 30) yield return following with { Parts = following.Parts.GetRange(0, 2) };
            // 发现问题418个，当场整改395个，限期整改23个: two classes without a third.
            if (following.Lead.Length < 16 && following.Parts[0].Segment == total.Segment && !Labels.IsTotal(total) && !Labels.IsSubset(following.Parts[0]) && !Labels.IsPending(following.Parts[1]) && Labels.AreOpposite(following.Parts[0], following.Parts[1])) yield return following with { Parts = following.Parts.GetRange(0, 2), Loose = true };
            var first = following.Parts.Where(part => part.Segment == following.Parts[0].Segment).ToList();
            if (first.Count >= 2 && first.Count < following.Parts.Count) yield return following with { Parts = first };
            yield return following;
        }
        if (Interleaved(context, paragraph, i) is { } interleaved) yield return interleaved;
    }

    // 甲215件、乙308件，共523件: a bare 共 closes the list before it.
    private static PartList? Preceding(CheckContext context, List<Figure> paragraph, int i)
    {
        var total = paragraph[i];
        if (SumSearch.BracketBefore(context, paragraph, total) is { Count: >= 2 } bracketed && bracketed.All(figure => figure.IsWhole && figure.Unit == total.Unit)) return new(bracketed, true, "", true);
        var bare = Labels.IsBareTotal(total);
        if (!total.IsWhole || !bare && !Closes().IsMatch(total.Before)) return null;
        var parts = new List<Figure>();
        for (var k = i - 1; k >= 0; k--)
        {
            var figure = paragraph[k];
            if (figure.Sentence != total.Sentence || figure.Segment != total.Segment) break;
            if (figure.Bracket != total.Bracket || figure.Group == UnitGroup.Percent || k + 1 < i && GrowthRelation.Change(context, figure, paragraph[k + 1])) continue;
            if (figure.Unit != total.Unit || !figure.IsWhole || !bare && Changing().IsMatch(figure.Before)) break;
            parts.Insert(0, figure);
        }
        return parts.Count >= 2 && total.Start - parts[^1].End < (bare ? 12 : 24) && !parts.Any(Labels.IsSubset) ? new(parts, false, "", true, !bare) : null;
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
            if (parts.Count == 0 && GrowthRelation.IsReference(context, figure)) continue;
            if (figure.Group == UnitGroup.Percent || (figure.Group == UnitGroup.Money && total.Group != UnitGroup.Money && parts.Count > 0)) continue;
            // 拆除46处1.38万平方米: the second number of a pair.
            if (parts.Count > 0 && !Measure.SameUnit(total, figure) && figure.Before.Length == 0 && figure.Start == paragraph[k - 1].End) continue;
            if (!Measure.SameUnit(total, figure)) { if (figure.Group == UnitGroup.Duration || parts.Count == 0 && figure.Sentence == total.Sentence && ResumesWith(context, paragraph, k, total)) continue; break; }
            if (parts.Count == 0 && figure.Sentence > total.Sentence && !(figure.Sentence == total.Sentence + 1 && (Labels.IsSubset(figure) || SubsetLead(context, figure) || Labels.IsOutcome(figure) || DivisionLead(context, figure) || SumSearch.Within(context, total, figure)))) break;
            if (!figure.IsExact)
            {
                if (parts.Count >= 2 && Level().IsMatch(figure.Before)) break;
                return null;
            }
            // The outcomes of what is closed do not hold what is still open.
            if (Labels.IsDone(total) && !parts.Any(Labels.IsDone) && Labels.IsPending(figure)) { if (parts.Count == 0) continue; break; }
            if (Changing().IsMatch(figure.Before))
            {
                if (parts.Count == 0 && GrowthRelation.IsDelta(figure)) continue;
                return null;
            }
            // 调解成功28.59万件；推行新模式，调解、排查量分别为23.9万件、35.05万件: another part of the sentence with subjects of its own.
            if (parts.Count > 0 && figure.Segment != parts[^1].Segment && figure.Before.Contains("分别", StringComparison.Ordinal)) break;
            if (parts.Count > 0 && (Labels.IsSubset(figure) || Nested(figure, parts[^1])))
            {
                while (k + 1 < paragraph.Count && paragraph[k + 1].Segment == figure.Segment) k++;
                continue;
            }
            parts.Add(figure);
            // Nothing follows 其他 in one list: 其他12件，调解成功86件.
            if (parts.Count >= 3 && figure.Before is "其他" or "其它" or "其余") break;
        }
        if (parts.Count < 2) return null;
        // 增加到586.3亿元；…收入分别为21.4亿元、23.1亿元: another part of the sentence with a subject of its own.
        if (parts[0].Segment != total.Segment && parts[0].Before.Contains("分别", StringComparison.Ordinal) && !Labels.IsSubset(parts[0])) return null;
        var lead = parts[0].Start - total.End < 80 ? context.Between(total, parts[0]).ToString() : context.Text[Math.Max(total.End, parts[0].Start - 14)..parts[0].Start];
        var pair = lead.Length < 30 && Labels.AreComplementary(parts[0], parts[1]) && Labels.IsPending(parts[1]) || lead.Length < 16 && parts[0].Segment == total.Segment && Labels.AreOpposite(parts[0], parts[1]);
        var colon = lead.Length > 0 && lead.TrimStart()[0] == ':';
        var cue = colon || SumSearch.Within(context, total, parts[0]) || lead.Contains("其中", StringComparison.Ordinal) || lead.Contains('含') || Complete.Any(word => lead.Contains(word, StringComparison.Ordinal)) || Labels.IsSubset(parts[0]) || SumSearch.Division().IsMatch(lead);
        var direct = Labels.IsTotal(total) && parts[0].Sentence == total.Sentence && lead.Length < 30;
        // 受理712人，批准逮捕441人，不批准逮捕263人，尚在审查8人
        if (!cue && !direct && !pair && parts.Count >= 3 && lead.Length < 12 && Labels.IsClosing(parts[^1]) && Labels.AreComplementary(parts[0], parts[1])) return new(parts, false, lead, false, true);
        var outcomes = parts.Count(Labels.IsOutcome) * 2 > parts.Count && (Labels.IsDone(total) || Labels.IsTotal(total) || parts.Count >= 3 && parts.All(Labels.IsOutcome) && lead.Length < (OpensSentence(paragraph, i) ? 24 : 8));
        return cue || direct || outcomes || pair ? new(parts, false, lead) : null;
    }

    // 企业4200万户，企业中的外商投资企业64.1万户: a part of the part before it.
    private static bool Nested(Figure figure, Figure last) =>
        figure.Before.IndexOf("中的", StringComparison.Ordinal) is > 0 and var at && last.Before.Contains(figure.Before[..at], StringComparison.Ordinal);

    private static bool OpensSentence(List<Figure> paragraph, int i) => i == 0 || paragraph[i - 1].Sentence != paragraph[i].Sentence;

    // 审查事项523项，出具意见1317条。其中…18项: the list of the next sentence is of the unit of the total.
    private static bool ResumesWith(CheckContext context, List<Figure> paragraph, int k, Figure total) =>
        paragraph.Skip(k + 1).FirstOrDefault(figure => Measure.SameUnit(figure, total)) is { } subset && subset.Sentence == total.Sentence && Labels.IsSubset(subset)
            || paragraph.Skip(k + 1).FirstOrDefault(figure => figure.Sentence > total.Sentence) is { } next && next.Sentence == total.Sentence + 1 && Measure.SameUnit(next, total) && (Labels.IsSubset(next) || SubsetLead(context, next))
                && !paragraph.Skip(k + 1).Any(figure => figure.Sentence == total.Sentence && Measure.SameUnit(figure, total));

    // 其中，甲1件，收取420元；乙2件，收取290元: one figure of the unit in each part of the sentence.
    private static PartList? Interleaved(CheckContext context, List<Figure> paragraph, int i)
    {
        var total = paragraph[i];
        var head = paragraph.Skip(i + 1).FirstOrDefault(figure => figure.Sentence == total.Sentence + 1);
        if (head is null || !SubsetLead(context, head)) return null;
        var parts = paragraph.Where(figure => figure.Sentence == head.Sentence && figure.Bracket == total.Bracket && Measure.SameUnit(figure, total)).ToList();
        var segments = paragraph.Where(figure => figure.Sentence == head.Sentence).Select(figure => figure.Segment).Distinct().Count();
        return parts.Count >= 2 && segments == parts.Count && parts.Select(part => part.Segment).Distinct().Count() == parts.Count && parts.All(part => part.IsExact) ? new(parts, false, "其中") : null;
    }

    private static bool DivisionLead(CheckContext context, Figure figure)
    {
        var (start, _) = context.SentenceAt(figure.Start);
        return figure.Start - start < 40 && SumSearch.Division().IsMatch(context.Text[start..figure.Start]);
    }

    private static bool SubsetLead(CheckContext context, Figure figure)
    {
        var (start, _) = context.SentenceAt(figure.Start);
        return context.Text.AsSpan(start, Math.Min(4, figure.Start - start)).TrimStart().StartsWith("其中");
    }

    [GeneratedRegex("(?:共计|合计|总计|总共|一共|共|共有|共办|共收|共受理|共应办|合并)$|^(?:共计|合计|总计)[^,。;]{1,6}$")]
    private static partial Regex Closes();

    [GeneratedRegex("总量|总数|累计|达到?$|突破$")]
    private static partial Regex Level();

    // 从A提高到B, 达到N: levels and changes are not parts.
    [GeneratedRegex("提高到|增加到|增至|升至|降至|减少到|下降到|提升到|扩大到|^从|^由|(每人|每月|平均|达到)$|人均|户均|突破$|新增$|增加$|减少$|增长$")]
    private static partial Regex Changing();
}
