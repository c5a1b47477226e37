using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>Structures such as 8.3∶41.4∶50.3: three terms or more are shares of a whole and add to 100 within their rounding.</summary>
internal static class ProportionRelation
{
    public static void Check(CheckContext context)
    {
        var terms = context.Figures.Where(figure => figure.Role == FigureRole.Proportion).OrderBy(figure => figure.Start).ToList();
        for (var i = 0; i < terms.Count;)
        {
            var group = new List<Figure> { terms[i++] };
            while (i < terms.Count && terms[i].Start == group[^1].End + 1) group.Add(terms[i++]);
            if (group.Count < 3) continue;
            var sum = group.Sum(term => term.Value);
            var slack = group.Sum(term => term.Ulp) / 2;
            var lead = context.Text.AsSpan(Math.Max(0, group[0].Start - 24), Math.Min(24, group[0].Start));
            if (sum <= 20) continue;
            if (Math.Abs(sum - 100) > 10 && !lead.Contains("产业", StringComparison.Ordinal) && !lead.Contains("结构", StringComparison.Ordinal)) continue;
            var arithmetic = string.Join("+", group.Select(term => Say.Number(term.Value))) + "=" + Say.Number(sum);
            var verdict = sum == 100 ? Verdict.Consistent : Math.Abs(sum - 100) <= slack ? Verdict.Rounding : Verdict.Contradiction;
            context.Add(RelationKind.Sum, verdict, group, verdict == Verdict.Contradiction ? $"结构比各项{arithmetic}，应合计100。" : $"结构比各项{arithmetic}，合计100。", verdict == Verdict.Contradiction ? "100" : null);
        }
    }
}
