namespace Fadu.Core.Tables;

/// <summary>Gives rejected rows back as a workbook: the cells as they came, the row number in the original file, and what is wrong. It can be corrected and uploaded again.</summary>
public static class ErrorWorkbook
{
    public const string RowHeading = "原行号";
    public const string FaultHeading = "错误说明";

    public static void Write(Stream output, TableHeader header, IEnumerable<(TableRow Row, IReadOnlyList<string> Errors)> rows)
    {
        var kept = header.Headings.Index().Where(h => CellText.Heading(h.Item) is not (RowHeading or FaultHeading)).ToList();
        var width = kept.Count;
        using var writer = new XlsxWriter(output);
        var sheet = writer.AddSheet("错误数据",
        [
            .. kept.Select(h => new TableColumn(h.Item.Length == 0 ? $"（第{CellReference.Letters(h.Index)}列）" : h.Item, ColumnType.Text)),
            new(RowHeading, ColumnType.WholeNumber), new(FaultHeading, ColumnType.LongText, 60),
        ]);
        var cells = new object?[width + 2];
        foreach (var (row, errors) in rows)
        {
            for (var i = 0; i < width; i++) cells[i] = kept[i].Index < row.Cells.Count ? Original(row.Cells[kept[i].Index]) : null;
            cells[width] = row.Number;
            cells[width + 1] = string.Join("；", errors);
            sheet.Row(cells);
        }
    }

    /// <summary>As the user saw it: dates as 2026-09-07, numbers as numbers while Excel can keep them.</summary>
    private static object? Original(Cell cell) => cell.Kind switch
    {
        CellKind.Empty => null,
        CellKind.Number when Math.Abs(cell.Number) < 1e15 => CellParsing.Decimal(cell) is { HasValue: true, Value: var n } ? n : cell.Text,
        CellKind.Date or CellKind.Percent => CellParsing.Text(cell).Value ?? cell.Text,
        CellKind.Boolean => cell.Number != 0,
        _ => cell.Text,
    };
}
