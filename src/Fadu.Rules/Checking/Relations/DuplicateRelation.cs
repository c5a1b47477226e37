using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// The same figure twice.
/// Equal values under equal words are recorded as consistent. Different values under long, wholly equal words are noted and never accused, because
/// scope and definition (全市 and 本级, 同口径, 备案) change without a change of words.
/// </summary>
internal static partial class DuplicateRelation
{
    private static readonly string[] Scoped = ["新增", "每", "增长", "增加", "减少", "提高", "同口径", "其中", "计划", "目标", "力争", "上年", "去年", "本级", "分别", "平均", "一次", "另"];

    public static void Check(CheckContext context)
    {
        var groups = context.Quantities.Where(figure => figure.IsExact && figure.Unit.Length > 0 && figure.Group is not (UnitGroup.Percent or UnitGroup.Duration or UnitGroup.Point) && figure.Value >= 2)
            .SelectMany(figure => Keys(figure).Select(key => (Figure: figure, Key: key))).GroupBy(pair => (pair.Figure.Unit, pair.Key));
        var known = new HashSet<(int, int)>();
        foreach (var group in groups)
        {
            var figures = group.Select(pair => pair.Figure).ToList();
            for (var i = 1; i < figures.Count; i++)
            {
                var (a, b) = (figures[i - 1], figures[i]);
                if (a.Sentence == b.Sentence || a.Value != b.Value || !known.Add((a.Id, b.Id))) continue;
                context.Add(RelationKind.Duplicate, Verdict.Consistent, b.Start, b.End, [b.Numeral, a.Numeral], $"与第{a.Paragraph + 1}行“{Say.Labelled(context, a)}”一致。", null, [a, b]);
            }
        }
        Conflicts(context);
        CutOffs(context);
    }

    private const int MostDays = 12;

    // 截至12月24日: one report counts to one day.
    private static void CutOffs(CheckContext context)
    {
        foreach (var same in CutOff().Matches(context.Text).GroupBy(day => day.Groups[1].Value).Select(group => group.ToList()).Where(group => group.Count > 1))
        {
            List<string> numbers = [.. same.Take(MostDays).Select(day => day.Groups[1].Value)];
            foreach (var day in same)
                context.Add(RelationKind.Duplicate, Verdict.Consistent, day.Index, day.Index + day.Length, numbers, $"全文{same.Count}处截止日期一致，首见于第{context.Source.LineAt(same[0].Index) + 1}行。");
        }
    }

    private static void Conflicts(CheckContext context)
    {
        var groups = context.Quantities.Where(figure => figure.IsWhole && figure.Group is UnitGroup.Thing or UnitGroup.Person or UnitGroup.PersonTime && Labels.Clean(figure.Before).Length >= 8)
            .GroupBy(figure => (figure.Unit, Label: Labels.Clean(figure.Before), figure.After));
        foreach (var group in groups.Where(group => group.Select(figure => figure.Value).Distinct().Count() == 2 && group.Count() == 2))
        {
            var pair = group.ToList();
            if (Math.Abs(pair[0].Paragraph - pair[1].Paragraph) > 80 || Scoped.Any(word => group.Key.Label.Contains(word, StringComparison.Ordinal)) || pair.Any(figure => figure.Bracket >= 0) || pair[0].Sentence == pair[1].Sentence) continue;
            if (GrowthRelation.YearOf(context, pair[0]) != GrowthRelation.YearOf(context, pair[1])) continue;
            if (Math.Abs(pair[0].Paragraph - pair[1].Paragraph) > 20 && context.Source.LineCount > 200) continue;
            context.Add(RelationKind.Duplicate, Verdict.Note, pair[1].Start, pair[1].End, [pair[1].Numeral, pair[0].Numeral], $"“{group.Key.Label}”前文（第{pair[0].Paragraph + 1}行）为{Say.Printed(context, pair[0])}，此处为{Say.Printed(context, pair[1])}。若口径或时段不同，请注明。", pair[0].Numeral, pair);
        }
    }

    // The last words before the number, the first after it, or a few of both.
    private static IEnumerable<string> Keys(Figure figure)
    {
        var label = Labels.Clean(figure.Before);
        if (label.Length >= 4) yield return label[^4..];
        if (figure.After.Length >= 4) yield return figure.After[..4];
        else if (label.Length is 2 or 3 && figure.After.Length >= 2) yield return label + figure.After;
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"截[至止](?:(?:\d{4}|20[xX*]{2})年)?(\d{1,2}月\d{1,2}日)")]
    private static partial System.Text.RegularExpressions.Regex CutOff();
}
