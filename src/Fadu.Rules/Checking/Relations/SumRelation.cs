using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Totals and their parts in prose.
/// A sum that holds is recognised wherever a cue or the structure of a list speaks for it; a sum that fails is an accusation only when the
/// list is exhaustive (a closing class, complementary classes, outcomes that exclude each other, a list straight after 共 or in brackets).
/// 其中 alone lists a selection.
/// </summary>
internal static class SumRelation
{
    public static void Check(CheckContext context)
    {
        foreach (var paragraph in context.Paragraphs)
        {
            var hits = SumSearch.Hits(context, paragraph);
            context.AddSums(hits);
            foreach (var hit in hits) Report(context, hit);
            PairedSums.Check(context, paragraph, hits);
            SumAlarm.Check(context, paragraph, hits);
            ClassNotes.Check(context, hits);
        }
    }

    private static void Report(CheckContext context, SumHit hit)
    {
        var sum = hit.Parts.Sum(part => part.Value);
        var exact = sum == hit.Total.Value;
        List<Figure> figures = [hit.Total, .. hit.Parts];
        var start = figures.Min(figure => figure.Start);
        var end = figures.Max(figure => figure.End);
        context.Add(RelationKind.Sum, exact ? Verdict.Consistent : Verdict.Rounding, start, end, figures.Select(figure => figure.Numeral).ToList(),
            $"{Say.Labelled(context, hit.Total)}：{Say.Sum(hit.Parts, sum)}，" + (exact ? "一致。" : $"与{Say.Number(hit.Total.Value)}之差在各数的进位范围内。"), null, figures);
    }

    /// <summary>Sentence that says which one digit would make the sum hold; values are counted in <paramref name="unit"/>.</summary>
    public static string RepairText(IReadOnlyList<(int Index, decimal Wanted)> repairs, decimal total, IReadOnlyList<decimal> parts, decimal unit = 1)
    {
        if (repairs.Count == 0) return "没有单个数字的改动能使两者相等。";
        var readings = repairs.Take(3).Select(repair => repair.Index < 0 ? $"总数{Say.Number(total)}应为{Say.Number(repair.Wanted * unit)}" : $"{Say.Number(parts[repair.Index])}应为{Say.Number(repair.Wanted * unit)}");
        return $"若{string.Join("，或", readings)}，则相等。";
    }
}

/// <summary>A total with the parts that add to it.</summary>
internal sealed record SumHit(Figure Total, IReadOnlyList<Figure> Parts, int Score, bool Cued);
