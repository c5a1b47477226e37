using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Figures of the text against a frozen snapshot. Bound by the words before the number and the unit; a number that no measure vouches for is
/// listed as 无来源, which is a note and not a fault.
/// </summary>
internal static class KnownFigures
{
    public static void Check(CheckContext context)
    {
        if (context.Options.Known.Count == 0) return;
        var unbound = new List<Figure>();
        foreach (var figure in context.Quantities.Where(figure => figure.Group is not (UnitGroup.None or UnitGroup.Duration)))
        {
            var label = Labels.Clean(figure.Before);
            var known = context.Options.Known.Where(known => known.Unit == figure.Unit && label.EndsWith(known.Label, StringComparison.Ordinal)).OrderByDescending(known => known.Label.Length).FirstOrDefault();
            if (known is null) { unbound.Add(figure); continue; }
            var same = figure.Value == known.Value || (figure.Decimals > 0 && Math.Abs(figure.Value - known.Value) <= figure.Ulp / 2);
            var verdict = same ? Verdict.Consistent : figure.IsExact ? Verdict.Contradiction : Verdict.Note;
            context.Add(RelationKind.Duplicate, verdict, figure.Start, figure.End, [figure.Numeral, Say.Number(known.Value)], $"{Say.Labelled(context, figure)}，定稿指标“{known.Source}”为{Say.Number(known.Value)}{known.Unit}" + (same ? "，一致。" : "。"), same ? null : Say.Number(known.Value), [figure]);
        }
        if (unbound.Count == 0) return;
        context.Add(RelationKind.Missing, Verdict.Note, unbound[0].Start, unbound[0].End, unbound.Take(20).Select(figure => figure.Numeral).ToList(), $"有{unbound.Count}个数字不是由指标生成（无来源）：{string.Join("、", unbound.Take(10).Select(figure => Say.Labelled(context, figure)))}{(unbound.Count > 10 ? "等" : "")}。");
    }
}
