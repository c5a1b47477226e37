using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>合计502件，占收案总数586件的85.7%: the base is printed between 占 and the share, and nothing has to be looked for.</summary>
internal static class ExplicitBase
{
    public static bool TryCheck(CheckContext context, List<Figure> paragraph, int at, List<RatioHit> agreed)
    {
        var rate = paragraph[at];
        if (at < 2 || rate.Before is not ("的" or "的约" or "的近" or ")的")) return false;
        var whole = paragraph[at - 1];
        if (!SumSearch.IsSummable(whole) || whole.Sentence != rate.Sentence || rate.Start - whole.End > 4 || !Led(context, whole) && !Task(whole)) return false;
        var count = paragraph.Take(at - 1).LastOrDefault(figure => figure.Sentence == rate.Sentence && SumSearch.IsSummable(figure) && Measure.Compatible(figure, whole) && figure.Bracket == rate.Bracket);
        if (count is null || count.Value > whole.Value && !Task(whole) || whole.Start - count.End > 40 || paragraph.Any(figure => figure.Start > count.Start && figure.Start < whole.Start && figure.Group != UnitGroup.Percent)) return false;
        var numerator = new RatioNumerator([count], count.Value, true, false);
        var named = new RatioBase([whole], whole.Value, 0);
        var agreement = RatioSearch.Agreement(rate, numerator, named);
        if (agreement >= RateAgreement.Inputs) agreed.Add(new(rate, numerator, named, agreement));
        else if (rate.IsExact && count.IsExact && whole.IsExact) RatioAlarm.Accuse(context, rate, numerator, named, "文中写明基数");
        else return false;
        return true;
    }

    // 支出18.42万元，完成预算24万元的76.8%
    private static bool Task(Figure whole)
    {
        var words = whole.Before.TrimEnd();
        return words.StartsWith("完成", StringComparison.Ordinal) && Tasks.Any(task => words.Contains(task, StringComparison.Ordinal));
    }

    private static readonly string[] Tasks = ["目标", "任务", "计划", "预算", "指标"];

    private static bool Led(CheckContext context, Figure whole)
    {
        var from = Math.Max(context.Source.StartOf(whole.Paragraph), whole.Start - 24);
        var lead = context.Text.AsSpan(from, whole.Start - from);
        var share = lead.LastIndexOf('占');
        return share >= 0 && lead[share..].IndexOfAny(',', '。', ';') < 0;
    }
}
