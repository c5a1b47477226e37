using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking;

/// <summary>
/// Some reports cut every percentage off instead of rounding it. That is a style, said once for the report.
/// It is inferred only when at least three percentages tell the two apart and all of them are cut off.
/// </summary>
internal static class RoundingStyle
{
    public static string? Infer(IReadOnlyList<CheckedRelation> relations, IReadOnlyList<Figure> figures)
    {
        var truncated = relations.Count(relation => relation.Kind == RelationKind.Ratio && relation.Verdict == Verdict.Rounding && relation.Says.Contains("截尾", StringComparison.Ordinal));
        var rounded = relations.Count(relation => relation.Kind == RelationKind.Ratio && relation.Verdict == Verdict.Consistent && RoundedUp(relation, figures));
        return truncated >= 3 && rounded == 0 ? $"本报告的百分比一律截尾、不作四舍五入（{truncated}处），不逐项列出。" : null;
    }

    // A percentage that was rounded up could not have been cut off: only such a one tells the two styles apart.
    private static bool RoundedUp(CheckedRelation relation, IReadOnlyList<Figure> figures)
    {
        var mine = relation.FigureIds.Select(id => figures[id]).ToList();
        if (mine.Count != 3 || mine[2].Value == 0) return false;
        return mine[1].Value / mine[2].Value * 100 < mine[0].Value;
    }
}
