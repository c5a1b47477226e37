using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// The same figure twice.
/// Equal values under equal words are recorded as consistent. Different values under long, wholly equal words are noted and never accused, because
/// scope and definition (全市 and 本级, 同口径, 备案) change without a change of words.
/// </summary>
internal static class DuplicateRelation
{
    private static readonly string[] Scoped = ["新增", "每", "增长", "增加", "减少", "提高", "同口径", "其中", "计划", "目标", "力争", "上年", "去年", "本级", "分别", "平均", "一次", "另"];

    public static void Check(CheckContext context)
    {
        var groups = context.Quantities.Where(figure => figure.IsExact && figure.Unit.Length > 0 && figure.Group is not (UnitGroup.Percent or UnitGroup.Duration or UnitGroup.Point) && figure.Value >= 2)
            .Select(figure => (Figure: figure, Key: Key(figure))).Where(pair => pair.Key.Length >= 4).GroupBy(pair => (pair.Figure.Unit, pair.Key));
        foreach (var group in groups)
        {
            var figures = group.Select(pair => pair.Figure).ToList();
            for (var i = 1; i < figures.Count; i++)
            {
                var (a, b) = (figures[i - 1], figures[i]);
                if (a.Sentence == b.Sentence || a.Value != b.Value) continue;
                context.Add(RelationKind.Duplicate, Verdict.Consistent, b.Start, b.End, [b.Numeral, a.Numeral], $"与第{a.Paragraph + 1}行“{Say.Labelled(context, a)}”一致。", null, [a, b]);
            }
        }
        Conflicts(context);
    }

    private static void Conflicts(CheckContext context)
    {
        var groups = context.Quantities.Where(figure => figure.IsWhole && figure.Group is UnitGroup.Thing or UnitGroup.Person or UnitGroup.PersonTime && Labels.Clean(figure.Before).Length >= 10)
            .GroupBy(figure => (figure.Unit, Label: Labels.Clean(figure.Before), figure.After));
        foreach (var group in groups.Where(group => group.Select(figure => figure.Value).Distinct().Count() == 2 && group.Count() == 2))
        {
            var pair = group.ToList();
            if (Math.Abs(pair[0].Paragraph - pair[1].Paragraph) > 80 || Scoped.Any(word => group.Key.Label.Contains(word, StringComparison.Ordinal)) || pair.Any(figure => figure.Bracket >= 0) || pair[0].Sentence == pair[1].Sentence) continue;
            if (Math.Abs(pair[0].Paragraph - pair[1].Paragraph) > 20 && context.Source.LineCount > 200) continue;
            context.Add(RelationKind.Duplicate, Verdict.Note, pair[1].Start, pair[1].End, [pair[1].Numeral, pair[0].Numeral], $"“{group.Key.Label}”前文（第{pair[0].Paragraph + 1}行）为{Say.Printed(context, pair[0])}，此处为{Say.Printed(context, pair[1])}。若口径或时段不同，请注明。", pair[0].Numeral, pair);
        }
    }

    // The last words before the number and the first after it.
    private static string Key(Figure figure)
    {
        var label = Labels.Clean(figure.Before);
        if (label.Length >= 2) return label.Length > 4 ? label[^4..] : label + (figure.After.Length >= 2 ? figure.After[..Math.Min(4, figure.After.Length)] : "");
        return figure.After.Length >= 4 ? figure.After[..Math.Min(6, figure.After.Length)] : "";
    }
}
