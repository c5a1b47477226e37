using Fadu.Core.Tables;
using ColumnType = Fadu.Rules.Registers.ColumnType;

namespace Fadu.Core.Lists;

/// <summary>Writes a list as a workbook while it is read: memory does not grow with the rows.</summary>
public static class ListExport
{
    /// <summary>Writes all rows; returns how many.</summary>
    public static async Task<int> WriteAsync(
        Stream output, string title, string underTitle, IReadOnlyList<ListColumn> columns, FactWords words, IAsyncEnumerable<ListRow> rows, CancellationToken cancel = default)
    {
        using var book = new XlsxWriter(output);
        var sheet = book.AddSheet(title, [.. columns.Select(c => new TableColumn(c.Title, TypeOf(c)))],
            new SheetLayout { Title = title, UnderTitle = underTitle, SerialColumn = true, PageHeader = underTitle, BlankRowsWithChoices = 0 });
        var cells = new object?[columns.Count];
        await foreach (var row in rows.WithCancellation(cancel))
        {
            for (var i = 0; i < columns.Count; i++)
            {
                cells[i] = Cell(columns[i], row, words);
            }

            sheet.Row(cells);
        }

        return sheet.RowCount;
    }

    /// <summary>Writes all rows as CSV; returns how many.</summary>
    public static async Task<int> WriteCsvAsync(
        Stream output, IReadOnlyList<ListColumn> columns, FactWords words, IAsyncEnumerable<ListRow> rows, CancellationToken cancel = default)
    {
        using var lines = new CsvWriter(output, [.. columns.Select(c => new TableColumn(c.Title, TypeOf(c)))]);
        var cells = new object?[columns.Count];
        var count = 0;
        await foreach (var row in rows.WithCancellation(cancel))
        {
            for (var i = 0; i < columns.Count; i++)
            {
                cells[i] = Cell(columns[i], row, words);
            }

            lines.Row(cells);
            count++;
        }

        return count;
    }

    private static object? Cell(ListColumn column, ListRow row, FactWords words) => row[column.Name] switch
    {
        null => null,
        long when column.Field?.IsYear == true => words.Of(column, row.Values),
        DateOnly or long or decimal or bool when column.Kind != ListColumnKind.Reference => row[column.Name],
        _ => words.Of(column, row.Values),
    };

    private static Tables.ColumnType TypeOf(ListColumn column) => column.Fact.Type switch
    {
        ColumnType.Date => Tables.ColumnType.Date,
        ColumnType.Money => Tables.ColumnType.Money,
        ColumnType.Decimal => Tables.ColumnType.Decimal,
        ColumnType.WholeNumber when column.Field?.IsYear != true => Tables.ColumnType.WholeNumber,
        ColumnType.YesNo => Tables.ColumnType.YesNo,
        _ when column.Name is "number" or "external" || column.Name.EndsWith("_id", StringComparison.Ordinal) || column.Name.EndsWith("_number", StringComparison.Ordinal) => Tables.ColumnType.Code,
        _ => Tables.ColumnType.Text,
    };
}
