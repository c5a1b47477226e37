using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Fadu.Core.Tables;

/// <summary>.xls, .xlsb and WPS .et of the same structure, through ExcelDataReader, which shows formula errors as empty cells.</summary>
internal static class LegacyBook
{
    public static IReadOnlyList<RawSheet> Open(Stream file, TableReadOptions options, List<IDisposable> toDispose)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        IExcelDataReader book;
        try
        {
            book = ExcelReaderFactory.CreateReader(file, new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding("GB18030"), LeaveOpen = true });
        }
        catch (InvalidPasswordException e)
        {
            throw new TableReadException("文件设有打开密码，请去掉密码后重新上传。", e);
        }
        catch (HeaderException e)
        {
            throw new TableReadException("这不是可以识别的表格文件。请用 Excel 或 WPS 另存为 .xlsx 后重新上传。", e);
        }
        toDispose.Add(book);
        var sheets = new List<RawSheet>();
        do
        {
            var index = sheets.Count;
            sheets.Add(new RawSheet(book.Name, book.VisibleState is null or "visible", () => Rows(book, index, options)));
        } while (sheets.Count < 256 && book.NextResult());
        return sheets;
    }

    private static IEnumerable<RawRow> Rows(IExcelDataReader book, int sheet, TableReadOptions options)
    {
        book.Reset();
        for (var i = 0; i < sheet; i++) book.NextResult();
        var down = (book.MergeCells ?? []).Where(m => m.ToRow > m.FromRow).ToLookup(m => m.FromRow);
        var active = new List<(int Bottom, int Column, Cell Value)>();
        var cells = new List<Cell>(64);
        for (var row = 0; book.Read(); row++)
        {
            cells.Clear();
            for (var i = 0; i < Math.Min(book.FieldCount, options.MaxColumns); i++) cells.Add(ToCell(book, i));
            foreach (var area in down[row])
                if (area.FromColumn < cells.Count && !cells[area.FromColumn].IsBlank)
                    active.Add((area.ToRow, area.FromColumn, cells[area.FromColumn] with { FilledDown = true }));
            active.RemoveAll(a => a.Bottom < row);
            foreach (var (_, column, value) in active)
                if (column < cells.Count && cells[column].IsBlank) cells[column] = value;
            yield return RawRow.Of(row + 1, cells);
        }
    }

    private static Cell ToCell(IExcelDataReader book, int column)
    {
        switch (book.GetValue(column))
        {
            case null: return Cell.Empty;
            case string text: return Cell.OfText(text);
            case bool yes: return new(CellKind.Boolean, yes ? "TRUE" : "FALSE", yes ? 1 : 0);
            case DateTime time when time.Year >= 1900: return new(CellKind.Date, Digits(time.ToOADate()), time.ToOADate());
            case TimeSpan time: return new(CellKind.Date, Digits(time.TotalDays), time.TotalDays);
            case IConvertible number and (int or double or decimal or float or long):
                var value = number.ToDouble(CultureInfo.InvariantCulture);
                return new(NumberFormat.Kind(book.GetNumberFormatString(column) ?? "") == CellKind.Percent ? CellKind.Percent : CellKind.Number, Digits(value), value);
            case var other: return Cell.OfText(Convert.ToString(other, CultureInfo.InvariantCulture) ?? "");
        }
    }

    private static string Digits(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
