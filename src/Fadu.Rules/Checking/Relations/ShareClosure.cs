using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Shares without counts that close on 100: 咨询类占77.18%，投诉类占12.47%，…，其他类占0.01%.
/// Each may be off by half a unit of its last digit; a list closed by 其他 that misses 100 by more is doubtful where one digit repairs it.
/// </summary>
internal static class ShareClosure
{
    public static void Check(CheckContext context)
    {
        foreach (var paragraph in context.Paragraphs)
        {
            var run = new List<Figure>();
            foreach (var figure in paragraph.Append(null))
            {
                var follows = figure is { Group: UnitGroup.Percent, IsExact: true } && IsShare(figure) && (run.Count == 0 || run[^1].Sentence == figure.Sentence && run[^1].Bracket == figure.Bracket && figure.Start - run[^1].End < 30);
                if (follows) { run.Add(figure!); continue; }
                Judge(context, run);
                run = [];
                if (figure is { Group: UnitGroup.Percent, IsExact: true } && IsShare(figure)) run.Add(figure);
            }
        }
    }

    // 咨询类占77.18%, and 其他类0.01% or a bare number that goes on with the list.
    private static bool IsShare(Figure figure) => figure.Before.EndsWith('占') || figure.Before.EndsWith("占比", StringComparison.Ordinal) || figure.Before.EndsWith("占比为", StringComparison.Ordinal) || Labels.IsClosing(figure) && !figure.Before.Contains('率');

    private static void Judge(CheckContext context, List<Figure> run)
    {
        if (run.Count < 3) return;
        var sum = run.Sum(figure => figure.Value);
        var slack = run.Sum(figure => figure.Ulp) / 2;
        var arithmetic = Say.Sum(run, sum);
        List<string> numbers = [.. run.Select(figure => figure.Numeral), "100"];
        if (Math.Abs(sum - 100) <= slack)
            context.Add(RelationKind.Sum, sum == 100 ? Verdict.Consistent : Verdict.Rounding, run[0].Start, run[^1].End, numbers, $"各项占比{arithmetic}，合计100%。", null, run);
        else if (Labels.IsClosing(run[^1]) && run[^1].Before.StartsWith('其') && run.All(figure => figure.Ulp == run[0].Ulp) && Math.Abs(sum - 100) <= 30 && Arithmetic.DigitRepair.Sum(100 / run[0].Ulp, run.Select(figure => figure.Value / figure.Ulp).ToList()).Any(repair => repair.Index >= 0))
            context.Add(RelationKind.Sum, Verdict.Doubtful, run[0].Start, run[^1].End, numbers, $"各项占比{arithmetic}，不等于100%，已超出进位范围。", null, run);
    }
}
