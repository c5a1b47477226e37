using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Rates above 100 %.
/// A closing rate may exceed it (old cases are closed with new ones), a share of a whole may not.
/// </summary>
internal static class ImpossibleRates
{
    private static readonly string[] Bounded = ["满意", "合格", "通过", "覆盖", "知晓", "参考", "持证", "公开", "出庭", "应诉", "成功", "纠错", "败诉", "普及", "优良", "达标", "正确", "准确"];
    private static readonly string[] Loose = ["覆盖", "普及", "成功", "公开", "达标"];
    private static readonly string[] Stocked = ["办结", "结案", "审结", "受理", "立案", "化解"];

    public static void Check(CheckContext context)
    {
        foreach (var rate in context.Quantities.Where(figure => figure.Group == UnitGroup.Percent && figure.Value > 100 && figure.Approximation != Approximation.Below))
        {
            var cue = RateCue.Of(context, rate);
            if (cue.Kind == RateKind.Share && rate.Before.Contains("占", StringComparison.Ordinal))
                context.Add(RelationKind.Ratio, Verdict.Contradiction, [rate], $"占比{Say.Printed(context, rate)}超过100%，部分不能大于整体。");
            else if (cue.Kind == RateKind.Rate && Bounded.Any(word => cue.Stem.Contains(word, StringComparison.Ordinal)) && !cue.Stem.Contains("完成", StringComparison.Ordinal))
                context.Add(RelationKind.Ratio, Loose.Any(word => cue.Stem.Contains(word, StringComparison.Ordinal)) ? Verdict.Doubtful : Verdict.Contradiction, [rate], $"“{cue.Stem}率”{Say.Printed(context, rate)}超过100%，此类比率通常不能超过100%。", "≤100%");
            else if (cue.Kind == RateKind.Rate && Stocked.Any(word => cue.Stem.EndsWith(word, StringComparison.Ordinal)))
                context.Add(RelationKind.Ratio, Verdict.Definition, [rate], $"“{cue.Stem}率”{Say.Printed(context, rate)}超过100%：含旧存案件时可以成立，请注明基数口径。");
        }
    }
}
