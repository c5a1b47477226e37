using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Statuses counted in the wrong class: a suspended case (中止) is not closed and a refused application (不予受理) was never accepted, yet both
/// are found among the parts of 办结. The sum holds, so this is a note and not an accusation.
/// </summary>
internal static class ClassNotes
{

    public static void Check(CheckContext context, IReadOnlyList<SumHit> hits)
    {
        foreach (var hit in hits.Where(hit => Labels.Closed.Any(word => hit.Total.Before.Contains(word, StringComparison.Ordinal))))
        {
            foreach (var part in hit.Parts)
            {
                var status = part.Before.Contains("中止", StringComparison.Ordinal) ? "中止" : part.Before.Contains("不予受理", StringComparison.Ordinal) ? "不予受理" : null;
                if (status is null || part.Before.Contains("终止", StringComparison.Ordinal)) continue;
                context.Add(RelationKind.Class, Verdict.Note, part.Start, part.End, [part.Numeral, hit.Total.Numeral],
                    status == "中止" ? $"{Say.Labelled(context, part)}计入了办结数。中止的案件尚未办结，请核对统计口径。" : $"{Say.Labelled(context, part)}计入了办结数。不予受理的申请没有进入审理，请核对统计口径。", null, [part, hit.Total]);
            }
        }
    }
}
