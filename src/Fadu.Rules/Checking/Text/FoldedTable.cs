namespace Fadu.Rules.Checking.Text;

/// <summary>
/// A long table folded to save paper: 单位 | 收案数 | 单位 | 收案数. The halves are put under each other again.
/// </summary>
internal static class FoldedTable
{
    public static ReportTable Unfold(ReportTable table)
    {
        var width = Period(table.Header);
        if (width == 0 || table.Rows.Any(row => row.Cells.Count > table.Header.Count)) return table;
        var rows = new List<TableRow>();
        for (var from = 0; from < table.Header.Count; from += width)
        {
            foreach (var row in table.Rows.Where(row => row.Cells.Count >= from + 2))
            {
                var cells = row.Cells.Skip(from).Take(width).ToList();
                if (cells.Count == width && cells.Any(cell => cell.Text.Length > 0)) rows.Add(new(row.Line, cells, ""));
            }
        }
        // The total closes the table wherever it was printed.
        var totals = rows.Where(row => Relations.TableTotals.IsTotalWord(row.Label)).ToList();
        if (totals.Count == 1) { rows.Remove(totals[0]); rows.Add(totals[0]); }
        return new([.. table.Header.Take(width)], rows);
    }

    private static int Period(IReadOnlyList<TableCell> header)
    {
        for (var width = 2; width * 2 <= header.Count; width++)
        {
            if (header.Count % width != 0 || header.Take(width).All(cell => cell.Text.Length == 0)) continue;
            if (Enumerable.Range(0, header.Count).All(i => header[i].Text == header[i % width].Text)) return width;
        }
        return 0;
    }
}
