using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

internal static partial class GrowthRelation
{
    // 由a%提高到b%，提高c个百分点; 较A增加D、达B; 从A增加到B，净增D.
    private static void CheckDifference(CheckContext context, List<Figure> paragraph, int at)
    {
        var delta = paragraph[at];
        var sign = Sign(delta.Before);
        if (sign == 0 || !delta.IsExact || !IsDelta(delta)) return;
        var point = delta.Group == UnitGroup.Point;
        bool Level(Figure figure) => figure.Sentence == delta.Sentence && figure != delta && figure.IsExact && (point ? figure.Group == UnitGroup.Percent : Measure.SameUnit(figure, delta)) && !(IsDelta(figure) && !point);
        // 62起（日均8.9起），较上周的81起减少19起: a mean, and what stands in another bracket, is no level of the total.
        var before = paragraph.Take(at).Where(figure => Level(figure) && figure.Bracket == delta.Bracket && !Mean().IsMatch(figure.Before)).Reverse().Take(2).ToList();
        var after = paragraph.Skip(at + 1).FirstOrDefault(Level);
        if (before.Count >= 2 && Change(context, before[1], before[0]) && delta.Start - before[0].End < 24 && EarlierOnes(context, paragraph, before[1], Level) is { Count: > 1 } several)
        {
            // 由2022年的15.6%、2023年的13.0%降至11.3%，三年累计下降4.3个百分点: from which of them is open.
            var from = several.FirstOrDefault(figure => (before[0].Value - figure.Value) * sign == delta.Value) ?? (Spans(delta) ? several[0] : before[1]);
            Subtract(context, delta, from, before[0], sign, false);
            return;
        }
        if (before.Count >= 2 && Change(context, before[1], before[0]) && delta.Start - before[0].End < 24) { Subtract(context, delta, before[1], before[0], sign, true); return; }
        // 下半年比上半年增加26件: the words of two figures of the sentence.
        if (Labelled().Match(context.Text[Math.Max(context.Source.StartOf(delta.Paragraph), delta.Start - 24)..delta.Start]) is { Success: true } words && OfLabel(paragraph, delta, words.Groups[1].Value) is { } later && OfLabel(paragraph, delta, words.Groups[2].Value) is { } earlier && later != earlier)
        {
            Subtract(context, delta, earlier, later, sign, false);
            return;
        }
        if (LevelsOf(context, paragraph, at, Level) is { } other)
        {
            // Only agreement is recorded where the words leave open what changed.
            if (other.Certain || (other.Now.Value - other.Old.Value) * sign == delta.Value) Subtract(context, delta, other.Old, other.Now, sign, true);
            return;
        }
        // 纠错率为12.4%，较上年（15.1%）下降2.7个百分点
        if (point && Latest(paragraph, at, delta) is [var now, var old] && Earlier(context, old) && delta.Start - old.End < 8 && old.Start - now.End < 24) Subtract(context, delta, old, now, sign, true);
        if (point || before.Count == 0) return;
        // …达到B，较上年的A增加D
        if (before.Count >= 2 && (Compared(before[0].Before) || Earlier(context, before[0])) && delta.Start - before[0].End < 12 && before[0].Start - before[1].End < 30) { Subtract(context, delta, before[0], before[1], sign, true); return; }
        // A增加D，达到B
        if (after is not null && Compared(before[0].Before) && delta.Start - before[0].End < 10 && after.Start - delta.End < 12 && (after.Before.Contains('达') || after.Before.Contains('至') || after.Before.Contains('到'))) Subtract(context, delta, before[0], after, sign, false);
    }

    [System.Text.RegularExpressions.GeneratedRegex("(?:[日月周年人件户案]均|平均)(?:每[日天月周年])?为?约?$")]
    private static partial System.Text.RegularExpressions.Regex Mean();

    private static Figure? OfLabel(List<Figure> paragraph, Figure delta, string label) =>
        paragraph.Where(figure => figure.Sentence == delta.Sentence && figure.End <= delta.Start && figure.IsExact && Measure.SameUnit(figure, delta) && !IsDelta(figure) && figure.Before.EndsWith(label, StringComparison.Ordinal)).ToList() is [var one] ? one : null;

    [System.Text.RegularExpressions.GeneratedRegex(@"(?<=[,。;]|^)([\u4e00-\u9fa5]{2,8}?)(?:较|比)([\u4e00-\u9fa5]{2,8}?)(?:净?增加|增长|减少|下降|多|少)了?$")]
    private static partial System.Text.RegularExpressions.Regex Labelled();

    private static List<Figure> EarlierOnes(CheckContext context, List<Figure> paragraph, Figure last, Predicate<Figure> level)
    {
        var found = new List<Figure> { last };
        for (var k = paragraph.IndexOf(last) - 1; k >= 0 && level(paragraph[k]) && context.Between(paragraph[k], found[0]).TrimStart().StartsWith("、") && context.Between(paragraph[k], found[0]).Length < 12; k--) found.Insert(0, paragraph[k]);
        return found;
    }

    private static List<Figure> Latest(List<Figure> paragraph, int at, Figure delta) =>
        paragraph.Take(at).Where(figure => figure.Sentence == delta.Sentence && figure.Group == UnitGroup.Percent && figure.IsExact).TakeLast(2).ToList();

    private static bool Compared(string before) => before.Contains('较') || before.Contains('比') || before.Contains('由') || before.Contains('从') || before.Contains("上年", StringComparison.Ordinal) || before.Contains("去年", StringComparison.Ordinal);

    private static void Subtract(CheckContext context, Figure delta, Figure old, Figure now, int sign, bool certain)
    {
        var difference = (now.Value - old.Value) * sign;
        var arithmetic = sign > 0 ? $"{Say.Number(now.Value)}−{Say.Number(old.Value)}={Say.Number(difference)}" : $"{Say.Number(old.Value)}−{Say.Number(now.Value)}={Say.Number(difference)}";
        var range = sign > 0 ? Interval.Of(now) - Interval.Of(old) : Interval.Of(old) - Interval.Of(now);
        List<Figure> figures = [delta, old, now];
        var start = figures.Min(figure => figure.Start);
        var end = figures.Max(figure => figure.End);
        var numbers = figures.Select(figure => figure.Numeral).ToList();
        var exact = difference == delta.Value;
        if (exact || range.Meets(Interval.Of(delta)))
            context.Add(RelationKind.Difference, exact ? Verdict.Consistent : Verdict.Rounding, start, end, numbers, arithmetic + $"，与{Say.Printed(context, delta)}一致。", null, figures);
        else
            context.Add(RelationKind.Difference, certain && Math.Abs(difference - delta.Value) > delta.Ulp ? Verdict.Contradiction : Verdict.Doubtful, start, end, numbers, arithmetic + $"，文中为{Say.Printed(context, delta)}。", Say.Number(difference), figures);
    }
}
