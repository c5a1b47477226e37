using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>Collects what a percentage may be a percentage of. Ordered: what a reader would try first comes first.</summary>
internal static class RatioCandidates
{
    private static readonly string[] Corrections = ["撤销", "变更", "确认违法", "确认无效", "责令", "确认行政行为违法"];
    private static readonly string[] Withdrawals = ["调解", "和解", "撤回", "撤诉", "终止"];

    public static IReadOnlyList<RatioNumerator> Numerators(CheckContext context, List<Figure> paragraph, int at, RateCue cue)
    {
        var rate = paragraph[at];
        var numerators = new List<RatioNumerator>();
        void Add(bool strong, bool derived, params IReadOnlyList<Figure> figures)
        {
            if (figures.Count > 0 && !numerators.Any(other => other.Figures.SequenceEqual(figures))) numerators.Add(new(figures, figures.Sum(figure => figure.Value), strong, derived));
        }
        var before = paragraph.Take(at).Where(figure => figure.Sentence == rate.Sentence && SumSearch.IsSummable(figure)).Reverse().ToList();
        if (rate.Bracket >= 0 && context.Brackets[rate.Bracket] is var bracket && before.FirstOrDefault(figure => figure.Bracket == bracket.Parent && figure.End <= bracket.Start) is { } outside
            && before.All(figure => figure.Bracket != rate.Bracket))
            Add(true, false, outside);
        var level = before.Where(figure => figure.Bracket == rate.Bracket).ToList();
        // 118件，占11.2%: the share belongs to the count right before it and to nothing else.
        if (cue.Kind == RateKind.Share && level.Count > 0 && numerators.Count == 0 && IsTight(context, level[0], rate)) return [new([level[0]], level[0].Value, true, false)];
        if (cue.Kind == RateKind.Rate)
        {
            foreach (var figure in level.Where(figure => StemMatches(cue.Stem, figure))) Add(true, false, figure);
            if (cue.Stem.Contains("纠错", StringComparison.Ordinal)) Group(level.Concat(EarlierInParagraph(paragraph, rate)).Distinct(), Corrections, Add);
            if (cue.Stem.Contains("综合", StringComparison.Ordinal)) Group(level.Concat(EarlierInParagraph(paragraph, rate)).Distinct(), [.. Corrections, "调解", "和解"], Add);
            if (cue.Stem.Contains("调撤", StringComparison.Ordinal) || cue.Stem.Contains("和解", StringComparison.Ordinal)) Group(level.Concat(EarlierInParagraph(paragraph, rate)).Distinct(), Withdrawals, Add);
        }
        // 民商事1524件、刑事298件，民商事案件占78.7%: the share names its count.
        if (cue.Kind == RateKind.Share && RatioSlip.Named(paragraph, rate) is { } named) Add(true, false, RatioSlip.Meant(context, named, cue) ?? named);
        foreach (var figure in level.Take(cue.Kind == RateKind.Share ? 2 : 4)) Add(cue.Kind == RateKind.Share && figure == level[0], false, figure);
        for (var n = 2; n <= 4 && n <= level.Count; n++)
        {
            var run = level.Take(n).Reverse().ToList();
            if (run.All(figure => Measure.SameUnit(figure, run[0]))) Add(false, true, run);
        }
        // "占35.2%的有120件", "率达95%（38件）": the count may follow.
        var next = paragraph.Skip(at + 1).FirstOrDefault(figure => figure.Group != UnitGroup.Percent);
        if (next is not null && next.Sentence == rate.Sentence && SumSearch.IsSummable(next) && next.Start - rate.End < 24) Add(false, true, next);
        return numerators;
    }

    public static IEnumerable<RatioBase> Bases(CheckContext context, List<Figure> paragraph, Figure rate, RatioNumerator numerator)
    {
        var first = numerator.Figures[0];
        var last = numerator.Figures[^1];
        var rank = 0;
        bool Fits(Figure figure) => !numerator.Figures.Contains(figure) && SumSearch.IsSummable(figure) && (figure.Value >= numerator.Value || rate.Value > 100) && figure.Value > 0;
        foreach (var figure in paragraph.Where(figure => figure.Start < first.Start && figure.Sentence == rate.Sentence && Fits(figure) && Measure.Compatible(first, figure)).Reverse())
            yield return new([figure], figure.Value, rank++);
        foreach (var figure in paragraph.Where(figure => figure.Start < first.Start && figure.Sentence != rate.Sentence && Fits(figure) && Measure.Compatible(first, figure)).Reverse())
            yield return new([figure], figure.Value, rank++);
        foreach (var figure in paragraph.Where(figure => figure.Start > last.Start && figure.Sentence <= rate.Sentence + 1 && Fits(figure) && Measure.Compatible(first, figure)).Take(4))
            yield return new([figure], figure.Value, rank++);
        // A list without a total: the base is the sum of the list.
        var siblings = paragraph.Where(figure => figure.Sentence == first.Sentence && figure.Bracket == first.Bracket && Measure.SameUnit(first, figure) && SumSearch.IsSummable(figure)).ToList();
        if (siblings.Count >= 2) yield return new(siblings, siblings.Sum(figure => figure.Value), rank++);
        var tail = siblings.SkipWhile(figure => figure.Start < first.Start).ToList();
        if (tail.Count >= 2 && tail.Count < siblings.Count) yield return new(tail, tail.Sum(figure => figure.Value), rank++);
        foreach (var figure in paragraph.Where(figure => figure.Sentence == rate.Sentence && figure.Start < rate.Start && Fits(figure) && !Measure.Compatible(first, figure)).Reverse())
            yield return new([figure], figure.Value, rank++ + 3);
        // Two stocks together (旧存+新收), or one less the other (受理−中止).
        var near = paragraph.Where(figure => figure.Start < first.Start && figure.Sentence >= rate.Sentence - 3 && Measure.SameUnit(first, figure) && SumSearch.IsSummable(figure)).Reverse().Take(6).ToList();
        for (var i = 0; i < near.Count; i++)
            for (var j = i + 1; j < near.Count; j++)
            {
                if (near[i].Value + near[j].Value >= numerator.Value) yield return new([near[j], near[i]], near[i].Value + near[j].Value, 6 + rank++);
            }
        foreach (var figure in context.Before(rate, 400).Where(figure => figure.Paragraph < rate.Paragraph && figure.Paragraph >= rate.Paragraph - 25 && Fits(figure) && Measure.SameUnit(first, figure)).Take(120))
            yield return new([figure], figure.Value, 4 + rank++);
    }

    /// <summary>True when nothing but 占 (and 约, 的) stands between a count with its noun and its share.</summary>
    public static bool IsTight(CheckContext context, Figure count, Figure rate)
    {
        var share = rate.Before.IndexOf('占');
        if (share is < 0 or > 1 || rate.Start - count.End > 60) return false;
        var between = context.Between(count, rate);
        var comma = between.IndexOf(',');
        // 败诉214件，占实体判决案件的27.4%，占审结案件的12.7%: the second share is of the same count.
        if (context.Around(rate).LastOrDefault(figure => figure.Start >= count.End && figure.End <= rate.Start) is { Group: UnitGroup.Percent } other)
            return IsTight(context, count, other) && context.Between(other, rate).TrimStart(',').Length <= rate.Before.Length;
        return between.IndexOfAny('。', ';') < 0 && (comma < 0 ? between.Length <= rate.Before.Length + 12 : comma <= 12 && between.Length - comma - 1 <= rate.Before.Length + 1);
    }

    /// <summary>True when the words of the count are the words of the rate: 化解35件 with 化解率, 出庭196件 with 出庭应诉率.</summary>
    public static bool StemNames(string stem, Figure figure)
    {
        if (stem.Length < 2) return false;
        var label = figure.Before + figure.After;
        // 不合格3份 is not what 合格率 counts.
        if (label.Contains("不" + stem[^2..], StringComparison.Ordinal) || label.Contains("未" + stem[^2..], StringComparison.Ordinal)) return false;
        return label.Contains(stem[^2..], StringComparison.Ordinal) || (stem.Length == 2 && label.IndexOf(stem[0]) is >= 0 and var first && label.IndexOf(stem[1], first + 1) > first) || (stem.EndsWith("出庭应诉", StringComparison.Ordinal) && label.Contains("出庭", StringComparison.Ordinal))
            || Labels.Closed.Contains(stem[^2..]) && Labels.Closed.Any(word => label.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>As <see cref="StemNames"/>, or the figure has the first words of a long stem: 调解 of 调解成功率.</summary>
    public static bool StemMatches(string stem, Figure figure)
    {
        if (stem.Length < 2) return false;
        if (StemNames(stem, figure)) return true;
        var core = stem[^2..];
        var label = figure.Before + figure.After;
        if (stem.Length < 4 || !label.Contains(stem[..2], StringComparison.Ordinal) || label.Contains("不" + core, StringComparison.Ordinal) || label.Contains("未" + core, StringComparison.Ordinal)) return false;
        return core == "成功" ? label.Contains("方式", StringComparison.Ordinal) : !core.Contains('应');
    }

    private static IEnumerable<Figure> EarlierInParagraph(List<Figure> paragraph, Figure rate) =>
        paragraph.Where(figure => figure.Start < rate.Start && figure.Sentence < rate.Sentence && figure.Sentence >= rate.Sentence - 2 && SumSearch.IsSummable(figure));

    private static void Group(IEnumerable<Figure> figures, string[] words, Action<bool, bool, IReadOnlyList<Figure>> add)
    {
        var group = figures.Where(figure => words.Any(word => figure.Before.Contains(word, StringComparison.Ordinal) || figure.After.StartsWith(word, StringComparison.Ordinal))).OrderBy(figure => figure.Start).ToList();
        if (group.Count >= 2) add(true, false, group);
    }
}
