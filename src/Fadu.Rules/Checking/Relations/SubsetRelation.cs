using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// A part that is introduced by 其中 or 含 may not exceed its whole.
/// Stages of one procedure (收到 177 件, 审结 166 件) are recorded as kept when they fall, and never accused when they rise: old stock is
/// closed together with new cases.
/// </summary>
internal static class SubsetRelation
{
    private static readonly string[] Earlier = ["收", "受理", "申请", "立案", "发生", "接受", "接待", "符合", "办理", "排查", "承办", "登记", "重点", "涉及"];
    private static readonly string[] Later = ["审结", "办结", "结案", "已", "符合", "受理", "化解", "处罚", "完成", "办理", "调解", "整改"];

    public static void Check(CheckContext context)
    {
        foreach (var paragraph in context.Paragraphs)
        {
            for (var i = 1; i < paragraph.Count; i++)
            {
                var part = paragraph[i];
                if (!SumSearch.IsSummable(part)) continue;
                if (Labels.IsSubset(part) || OpensBracket(context, part) || Led(context, part)) Subset(context, paragraph, i);
                else Stage(context, paragraph, i);
            }
        }
    }

    private static void Subset(CheckContext context, List<Figure> paragraph, int i)
    {
        var part = paragraph[i];
        var whole = paragraph.Take(i).LastOrDefault(figure => SumSearch.IsSummable(figure) && part.Sentence - figure.Sentence <= 1 && (Measure.Compatible(figure, part) || figure.Group == UnitGroup.Household && part.Unit == "家") && (figure.Bracket == part.Bracket || IsOutside(context, figure, part)));
        if (whole is null || !ParallelWords(whole, part) || Labels.IsMean(whole) || Labels.IsMean(part)) return;
        if (part.Value <= whole.Value)
        {
            Report(context, Verdict.Consistent, part, whole, "部分不大于整体。");
            return;
        }
        // A finer count may exceed a coarser one (58项，含子项95项), and an earlier figure may be the whole.
        var inside = part.Bracket != whole.Bracket;
        if (!part.IsWhole || !whole.IsWhole || part.Unit != whole.Unit || part.Before.Contains('子') || part.Before.Contains('总') || inside && !part.Before.Contains("其中", StringComparison.Ordinal) && part.Group != UnitGroup.Person) return;
        if (paragraph.Take(i).Any(figure => figure != whole && figure.Sentence >= part.Sentence - 1 && Measure.Compatible(figure, part) && figure.Value >= part.Value)) return;
        if (GrowthRelation.IsDelta(whole) && !whole.Before.EndsWith("新增", StringComparison.Ordinal) || DividesList(paragraph, whole, part)) return;
        Report(context, part.Start - whole.End < 30 && part.Sentence == whole.Sentence ? Verdict.Contradiction : Verdict.Doubtful, part, whole, "“其中”所列不能大于整体。");
    }

    // 撤销48件，责令履行10件，确认违法150件。其中处罚类164件: a new sentence speaks of the list before it, not of its last part.
    private static bool DividesList(List<Figure> paragraph, Figure whole, Figure part)
    {
        var list = paragraph.Where(figure => figure.Sentence == whole.Sentence && figure.Sentence < part.Sentence && figure.Bracket == whole.Bracket && Measure.SameUnit(figure, whole)).ToList();
        return list.Count >= 3 && list.Sum(figure => figure.Value) >= part.Value;
    }

    private static void Stage(CheckContext context, List<Figure> paragraph, int i)
    {
        var later = paragraph[i];
        var earlier = paragraph[i - 1];
        if (earlier.Sentence != later.Sentence || earlier.Bracket != later.Bracket || !Measure.SameUnit(earlier, later) || later.Value > earlier.Value || later.Start - earlier.End > 30) return;
        if (!Earlier.Any(word => earlier.Before.Contains(word, StringComparison.Ordinal)) || !Later.Any(word => later.Before.Contains(word, StringComparison.Ordinal))) return;
        Report(context, Verdict.Consistent, later, earlier, "后一环节不大于前一环节。");
    }

    // 其中，政府文件18件: the comma parts the word from the words before the number.
    private static bool Led(CheckContext context, Figure figure)
    {
        var end = figure.Start - figure.Before.Length;
        var words = context.Text.AsSpan(Math.Max(0, end - 4), Math.Min(4, end)).TrimEnd();
        return words.EndsWith("其中,") || words.EndsWith("其中:");
    }

    private static bool OpensBracket(CheckContext context, Figure figure) => figure.Bracket >= 0 && context.Brackets[figure.Bracket] is var bracket && figure.Start - bracket.Start <= 16
        && (context.Text.AsSpan(bracket.Start + 1, figure.Start - bracket.Start - 1).StartsWith("含") || context.Text.AsSpan(bracket.Start + 1, figure.Start - bracket.Start - 1).StartsWith("其中"));

    private static bool IsOutside(CheckContext context, Figure whole, Figure part) => part.Bracket >= 0 && context.Brackets[part.Bracket].Parent == whole.Bracket && whole.End <= context.Brackets[part.Bracket].Start && context.Brackets[part.Bracket].Start - whole.End < 14;

    // 增长30人，其中…增长23人: both are changes or neither is.
    private static bool ParallelWords(Figure whole, Figure part) => GrowthRelation.IsDelta(whole) == GrowthRelation.IsDelta(part) || !GrowthRelation.IsDelta(part);

    private static void Report(CheckContext context, Verdict verdict, Figure part, Figure whole, string rule) =>
        context.Add(RelationKind.Subset, verdict, Math.Min(part.Start, whole.Start), Math.Max(part.End, whole.End), [part.Numeral, whole.Numeral],
            $"{Say.Labelled(context, part)}{(verdict == Verdict.Consistent ? "≤" : "＞")}{Say.Labelled(context, whole)}，{rule}", verdict == Verdict.Consistent ? null : $"≤{Say.Number(whole.Value)}", [part, whole]);
}
