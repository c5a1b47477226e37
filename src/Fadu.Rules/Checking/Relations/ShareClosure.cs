using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Shares without counts that close on 100: 咨询类占77.18%，投诉类占12.47%，…，其他类占0.01%.
/// Each may be off by half a unit of its last digit; a list closed by 其他 that misses 100 by more is doubtful where one digit repairs it.
/// </summary>
internal static partial class ShareClosure
{
    public static void Check(CheckContext context)
    {
        foreach (var paragraph in context.Paragraphs)
        {
            var run = new List<Figure>();
            foreach (var figure in paragraph.Append(null))
            {
                if (figure is { Group: UnitGroup.Percent, IsExact: true }) Together(context, paragraph, figure);
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

    // 甲1535件（21.0%）、乙1315件（18.0%）、丙1023件（14.0%），三类合计占53.0%: as many shares before it as it counts.
    private static void Together(CheckContext context, List<Figure> paragraph, Figure total)
    {
        if (Counted().Match(total.Before) is not { Success: true } counted) return;
        var count = Numerals.ChineseCount(counted.Groups[1].Value, out _);
        var shares = paragraph.Where(figure => figure.Sentence == total.Sentence && figure.End <= total.Start && figure.Group == UnitGroup.Percent).ToList();
        if (count < 2 || shares.Count != count || !shares.All(share => share.IsExact && (share.Bracket >= 0 && share.Before.Length == 0 || IsShare(share)))) return;
        var sum = shares.Sum(share => share.Value);
        var holds = Math.Abs(sum - total.Value) <= (shares.Sum(share => share.Ulp) + total.Ulp) / 2;
        context.Add(RelationKind.Sum, !holds ? Verdict.Doubtful : sum == total.Value ? Verdict.Consistent : Verdict.Rounding, total.Start, total.End, [total.Numeral, .. shares.Select(share => share.Numeral)], $"所列{count}项占比{Say.Sum(shares, sum)}，" + (holds ? $"与{Say.Printed(context, total)}一致。" : $"文中合计为{Say.Printed(context, total)}。"), holds ? null : Say.Number(sum), [total, .. shares]);
    }

    [System.Text.RegularExpressions.GeneratedRegex("([两二三四五六七八九十])(?:类|项|者|种|个?方面|个?领域|部分)[^,。;]{0,4}(?:合计|共|一共|总共)占(?:比|总数的|总量的)?(?:约|达|为)?$")]
    private static partial System.Text.RegularExpressions.Regex Counted();

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
