using System.Text.RegularExpressions;
using Fadu.Rules.Checking.Text;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// The official table of 收到和处理政府信息公开申请情况 (format of 国办公开办函〔2021〕30号): per column the results (一)…(六) add to (七),
/// and 本年新收 + 上年结转 = (七) + 结转下年度.
/// </summary>
internal static partial class DisclosureTable
{
    public static bool Is(ReportTable table) => table.Rows.Any(row => row.Label.Contains("新收", StringComparison.Ordinal)) && table.Rows.Any(row => row.Label.Contains("结转下年", StringComparison.Ordinal) || row.Label.Contains("下年度继续", StringComparison.Ordinal));

    public static void Check(CheckContext context)
    {
        foreach (var table in context.Tables.Where(Is))
        {
            var numeric = table.Rows.Where(row => row.Cells.Count > 1).ToList();
            var received = numeric.FindIndex(row => row.Label.Contains("新收", StringComparison.Ordinal));
            var carried = numeric.FindIndex(row => row.Label.Contains("上年", StringComparison.Ordinal) && row.Label.Contains("结转", StringComparison.Ordinal));
            var next = numeric.FindIndex(row => row.Label.Contains("结转下年", StringComparison.Ordinal) || row.Label.Contains("下年度继续", StringComparison.Ordinal));
            var total = numeric.FindIndex(row => row.Label.Contains("总计", StringComparison.Ordinal) && !row.Label.Contains("新收", StringComparison.Ordinal));
            if (received < 0 || carried < 0 || next < 0 || total < carried) continue;
            var items = Items(numeric.Skip(carried + 1).Take(total - carried - 1).ToList());
            var columns = numeric[received].Cells.Count;
            for (var column = 1; column < columns; column++)
            {
                var name = column < table.Header.Count ? table.Header[column].Text : $"第{column}列";
                CheckResults(context, numeric[total], items, column, name);
                CheckIdentity(context, numeric[received], numeric[carried], numeric[total], numeric[next], column, name);
            }
        }
    }

    /// <summary>The rows that add to (七): lines below a group that has numbers of its own are left out when they add to that group.</summary>
    public static List<TableRow> Items(List<TableRow> rows)
    {
        var items = new List<TableRow>();
        for (var i = 0; i < rows.Count; i++)
        {
            items.Add(rows[i]);
            var below = rows.Skip(i + 1).TakeWhile(row => SubMark().IsMatch(Compact(row))).ToList();
            if (!GroupMark().IsMatch(Compact(rows[i])) || Compact(rows[i]).Contains("1.", StringComparison.Ordinal) || below.Count == 0) continue;
            var columns = Enumerable.Range(1, rows[i].Cells.Count - 1).Where(column => rows[i].Value(column) is > 0).ToList();
            if (columns.Count > 0 && columns.All(column => below.Sum(row => row.Value(column) ?? 0) == rows[i].Value(column))) i += below.Count;
        }
        return items;
    }

    private static string Compact(TableRow row) => row.Label.Replace(" ", "", StringComparison.Ordinal);

    private static void CheckResults(CheckContext context, TableRow total, List<TableRow> items, int column, string name)
    {
        if (total.Value(column) is not { } printed) return;
        var cell = total.Cell(column)!;
        var parts = items.Select(row => row.Cell(column)).ToList();
        var sum = parts.Sum(part => part?.Value ?? 0);
        // A column that is blank in every row is not given, and a total cannot be held against it.
        if (printed != sum && parts.All(part => part?.Value is null)) return;
        List<string> numbers = [cell.Text, .. parts.Select(part => part?.Value is null ? "0" : part.Text)];
        var figures = parts.Append(cell).Where(part => part is { FigureId: >= 0 }).Select(part => context.Figures[part!.FigureId]).ToList();
        var says = $"“{name}”列（一）至（六）之和为{Say.Number(sum)}，（七）总计为{Say.Number(printed)}";
        if (printed == sum) context.Add(RelationKind.Table, Verdict.Consistent, cell.Start, cell.End, numbers, says + "，一致。", null, figures);
        else context.Add(RelationKind.Table, Verdict.Contradiction, cell.Start, cell.End, numbers, says + $"，相差{Say.Number(Math.Abs(printed - sum))}。按国办公开办函〔2021〕30号的格式两者应相等，请逐行核对本列。", Say.Number(sum), figures);
    }

    private static void CheckIdentity(CheckContext context, TableRow received, TableRow carried, TableRow total, TableRow next, int column, string name)
    {
        var cells = new[] { received, carried, total, next }.Select(row => row.Cell(column)).ToList();
        if (total.Value(column) is null && (received.Value(column) ?? 0) != 0) return;
        if (cells.All(cell => cell?.Value is null) && total.Label.Length == 0) return;
        var values = cells.Select(cell => cell?.Value ?? 0).ToList();
        var anchor = cells[3] ?? cells[2];
        if (anchor is null) return;
        var start = anchor.Start < anchor.End ? anchor.Start : next.Cells[0].Start;
        var end = anchor.Start < anchor.End ? anchor.End : next.Cells[^1].End;
        var figures = cells.Where(cell => cell is { FigureId: >= 0 }).Select(cell => context.Figures[cell!.FigureId]).ToList();
        var numbers = cells.Select(cell => cell?.Value is null ? "0" : cell.Text).ToList();
        var says = $"“{name}”列：本年新收{Say.Number(values[0])}+上年结转{Say.Number(values[1])}={Say.Number(values[0] + values[1])}，总计{Say.Number(values[2])}+结转下年{Say.Number(values[3])}={Say.Number(values[2] + values[3])}";
        if (values[0] + values[1] == values[2] + values[3]) context.Add(RelationKind.Table, Verdict.Consistent, start, end, numbers, says + "，一致。", null, figures);
        else context.Add(RelationKind.Table, Verdict.Contradiction, start, end, numbers, says + "，两边应相等（表头勾稽关系：第一项加第二项之和，等于第三项加第四项之和）。", Say.Number(values[0] + values[1]), figures);
    }

    [GeneratedRegex(@"^(三、本年度办理结果)?\([一二三四五六]\)")]
    private static partial Regex GroupMark();

    [GeneratedRegex(@"^\d{1,2}[.、．]")]
    private static partial Regex SubMark();
}
