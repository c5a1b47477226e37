using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;
using Fadu.Rules.Checking.Text;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Rows and columns that close on a total.
/// The two statutory tables of the disclosure report (applicants; 维持+纠正+其他+未结) are official and every row counts; in any other table a
/// rule is believed only when most rows keep it, because a total column may leave columns out.
/// A blank cell is zero, a blank total is not given.
/// </summary>
internal static class TableTotals
{
    private static readonly string[] TotalWords = ["总计", "合计", "小计", "总数", "共计", "总量"];
    private static readonly string[] NotAddends = ["率", "占比", "比例", "比重", "同比", "增长", "增幅", "%", "排名", "序号", "编号", "年份", "其中"];

    public static void Check(CheckContext context)
    {
        foreach (var table in context.Tables)
        {
            CheckRows(context, table);
            if (!DisclosureTable.Is(table)) CheckColumns(context, table);
        }
    }

    public static bool IsTotalWord(string text)
    {
        var compact = text.Replace(" ", "", StringComparison.Ordinal);
        return TotalWords.Any(word => compact.Equals(word, StringComparison.Ordinal) || (compact.EndsWith(word, StringComparison.Ordinal) && compact.Length <= word.Length + 3));
    }

    private static void CheckRows(CheckContext context, ReportTable table)
    {
        var header = table.Header;
        for (var column = 0; column < header.Count; column++)
        {
            if (!IsTotalWord(header[column].Text)) continue;
            var addends = Addends(table, column);
            if (addends.Count < 2) continue;
            var rows = table.Rows.Where(row => row.Value(column) is not null && addends.Any(a => row.Value(a) is not null) && row.Cells.Count == header.Count).ToList();
            var official = (table.HeaderContains("自然人") && table.HeaderContains("总计")) || (table.HeaderContains("维持") && table.HeaderContains("纠正"));
            Judge(context, rows.Select(row => (row.Cell(column)!, addends.Select(a => row.Cell(a)!).ToList(), row.Cells[0].Start, row.Cells[^1].End)).ToList(), official, "本行各列之和应等于" + header[column].Text);
        }
    }

    private static void CheckColumns(CheckContext context, ReportTable table)
    {
        var from = 0;
        for (var index = 0; index < table.Rows.Count; index++)
        {
            var total = table.Rows[index];
            if (total.Label.Length == 0 || !IsTotalWord(total.Label)) continue;
            var last = !table.Rows.Skip(index + 1).Any(row => row.Cells.Any(cell => cell.Value is not null));
            var rows = index > from ? table.Rows.Skip(from).Take(index - from) : table.Rows.Skip(index + 1);
            var addends = rows.Where(row => row.Cells.Count == total.Cells.Count && !IsTotalWord(row.Label) && !row.Label.StartsWith("其中", StringComparison.Ordinal)).ToList();
            // 总计 after several 小计 is their sum.
            var subtotals = table.Rows.Take(index).Where(row => row.Cells.Count == total.Cells.Count && IsTotalWord(row.Label) && row.Label.Contains("小计", StringComparison.Ordinal)).ToList();
            if (addends.Count < 2 && index >= from && subtotals.Count >= 2 && !total.Label.Contains("小计", StringComparison.Ordinal)) addends = subtotals;
            from = index + 1;
            if (addends.Count < 2) continue;
            var columns = Enumerable.Range(1, total.Cells.Count - 1).Where(c => total.Value(c) is not null && addends.Count(row => row.Value(c) is not null) >= 2
                && !(c < table.Header.Count && NotAddends.Any(word => table.Header[c].Text.Contains(word, StringComparison.Ordinal)))).ToList();
            Judge(context, columns.Select(c => (total.Cell(c)!, addends.Select(row => row.Cell(c)!).ToList(), total.Cell(c)!.Start, total.Cell(c)!.End)).ToList(), false, "本列各行之和应等于" + total.Label);
            if (last) break;
        }
    }

    private static List<int> Addends(ReportTable table, int column)
    {
        bool Usable(int c) => !NotAddends.Any(word => table.Header[c].Text.Contains(word, StringComparison.Ordinal)) && table.Rows.Any(row => row.Value(c) is not null || row.Cell(c) is { IsBlank: true } && c > 0);
        var addends = new List<int>();
        for (var c = column - 1; c >= 0 && !IsTotalWord(table.Header[c].Text); c--)
            if (Usable(c)) addends.Insert(0, c);
        if (addends.Count > 0) return addends;
        for (var c = column + 1; c < table.Header.Count && !IsTotalWord(table.Header[c].Text); c++)
            if (Usable(c)) addends.Add(c);
        return addends;
    }

    private static void Judge(CheckContext context, List<(TableCell Total, List<TableCell> Parts, int Start, int End)> checks, bool official, string rule)
    {
        var kept = checks.Count(check => Holds(check.Total, check.Parts));
        if (!official && kept == 0 && checks.Count != 1) return;
        if (!official && checks.Count > 1 && kept * 10 < checks.Count * 6) return;
        foreach (var (total, parts, start, end) in checks)
        {
            var sum = parts.Sum(part => part.Value ?? 0);
            var figures = parts.Append(total).Where(cell => cell.FigureId >= 0).Select(cell => context.Figures[cell.FigureId]).ToList();
            List<string> numbers = [total.Text, .. parts.Select(part => part.Value is null ? "0" : part.Text)];
            var arithmetic = string.Join("+", parts.Select(part => Say.Number(part.Value ?? 0))) + "=" + Say.Number(sum);
            if (Holds(total, parts))
            {
                context.Add(RelationKind.Table, Verdict.Consistent, start, end, numbers, $"{rule}：{arithmetic}，一致。", null, figures);
                continue;
            }
            var certain = official || kept >= 2;
            var repair = DigitRepair.Sum(total.Value!.Value, parts.Select(part => part.Value ?? 0).ToList());
            if (!certain && repair.Count == 0) continue;
            var says = $"{rule}：{arithmetic}，表中为{Say.Number(total.Value.Value)}，相差{Say.Number(Math.Abs(total.Value.Value - sum))}。" + SumRelation.RepairText(repair, total.Value.Value, parts.Select(part => part.Value ?? 0).ToList());
            context.Add(RelationKind.Table, certain ? Verdict.Contradiction : Verdict.Doubtful, start, end, numbers, says, Say.Number(sum), figures);
        }
    }

    private static bool Holds(TableCell total, List<TableCell> parts)
    {
        var difference = Math.Abs(parts.Sum(part => part.Value ?? 0) - total.Value!.Value);
        // Amounts printed with decimals may each be rounded in the last digit.
        var decimals = total.Text.Contains('.') ? total.Text.Length - total.Text.IndexOf('.') - 1 : 0;
        var tolerance = decimals == 0 ? 0 : parts.Count * 0.5m * (decimal)Math.Pow(10, -decimals);
        return difference <= tolerance;
    }
}
