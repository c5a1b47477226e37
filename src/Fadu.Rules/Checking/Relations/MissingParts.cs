namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// The parts that a yearly report on law-based government is expected to have, by 法治政府建设与责任落实督察工作规定 and the columns of published
/// reports: what was done, what is lacking, how the first responsible person did his duty, next year's plan, other matters. 待核实: local
/// guidelines name the fifth part differently, so a missing part is a note.
/// </summary>
internal static class MissingParts
{
    private static readonly (string Name, string[] Words)[] Parts =
    [
        ("主要举措和成效", ["举措", "成效", "工作情况", "开展情况"]),
        ("存在的不足和原因", ["不足", "问题", "困难"]),
        ("党政主要负责人履行第一责任人职责情况", ["第一责任人", "主要负责人履行", "主要负责同志履行"]),
        ("下一年度的主要安排", ["安排", "思路", "计划", "打算", "下一步", "下一年", "工作重点"]),
        ("其他需要报告的情况", ["其他需要报告", "其他需要说明", "其他事项"]),
    ];

    public static void Check(CheckContext context)
    {
        if (context.Text.Length < 1500 || YearRelation.Title(context) is not { } title) return;
        var heading = context.Source.Line(title.Paragraph);
        if (!heading.Contains("法治政府", StringComparison.Ordinal)) return;
        var headings = Enumerable.Range(title.Paragraph + 1, context.Source.LineCount - title.Paragraph - 1).Select(line => context.Source.Line(line).Trim().ToString()).Where(line => line.Length is > 2 and < 60 && !line.EndsWith('。') || line.Length > 4 && line.IndexOf("第一责任人", StringComparison.Ordinal) is >= 0 and < 30).ToList();
        var missing = Parts.Where(part => !headings.Any(line => part.Words.Any(word => line.Contains(word, StringComparison.Ordinal)))).Select(part => part.Name).ToList();
        if (missing.Count is 0 or > 3) return;
        context.Add(RelationKind.Missing, Verdict.Note, title.Start, title.End, [title.Numeral], $"未见以下部分的小标题：{string.Join("、", missing)}。若内容写在别处，可不处理。");
    }
}
