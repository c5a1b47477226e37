namespace Fadu.Core.Tables;

/// <summary>Rows that stand among the data by habit and are not data: notes, samples, totals, signatures, a repeated header.</summary>
internal static class RowHabits
{
    private static readonly string[] Notes = ["填写说明", "表格说明", "填表说明", "填报说明", "说明:", "注:", "备注:"];
    private static readonly string[] Samples = ["示例", "样例", "(示例", "(样例", "例:"];
    private static readonly string[] Totals = ["合计", "总计", "小计", "共计"];
    private static readonly string[] Signatures = ["填报人:", "填表人:", "制表人:", "审核人:", "填报单位:", "填报日期:", "单位负责人:", "分管领导:", "负责人签字"];

    public static string? ReasonToSkip(RawRow row, TableHeader header)
    {
        var first = Array.Find(row.Cells, c => !c.IsBlank);
        if (first.Kind != CellKind.Text) return null;
        var word = CellText.HalfWidth(CellText.Clean(first.Text.Length > 40 ? first.Text[..40] : first.Text)).Replace(" ", "");
        if (StartsWith(word, Notes)) return "填写说明";
        if (StartsWith(word, Samples)) return "示例行";
        if (Array.Exists(Totals, t => word == t || word == t + ":")) return "合计行";
        if (StartsWith(word, Signatures)) return "落款行";
        return IsHeaderAgain(row, header) ? "重复的表头" : null;
    }

    public static bool IsNotesSheet(string name) => CellText.Clean(name) is "填写说明" or "表格说明" or "填表说明" or "填报说明" or "说明" or "使用说明" or XlsxWriter.ChoicesSheet;

    private static bool StartsWith(string word, string[] beginnings) => Array.Exists(beginnings, b => word.StartsWith(b, StringComparison.Ordinal));

    private static bool IsHeaderAgain(RawRow row, TableHeader header)
    {
        var same = 0;
        for (var i = 0; i < Math.Min(row.Cells.Length, header.Headings.Count); i++)
        {
            if (row.Cells[i].IsBlank) continue;
            if (row.Cells[i].Kind != CellKind.Text || row.Cells[i].Text.Trim() != header.Headings[i]) return false;
            same++;
        }
        return same >= 2;
    }
}
