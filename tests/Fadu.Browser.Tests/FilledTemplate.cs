using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Fadu.Browser.Tests;

/// <summary>An import template as a clerk fills it: each value under its heading, below the sample row.</summary>
internal static class FilledTemplate
{
    public static byte[] Fill(byte[] template, string sheet, params IReadOnlyList<IReadOnlyDictionary<string, string>> rows)
    {
        using var file = new MemoryStream();
        file.Write(template);
        using (var book = SpreadsheetDocument.Open(file, isEditable: true))
        {
            var workbook = book.WorkbookPart!;
            var id = workbook.Workbook!.Descendants<Sheet>().Single(s => s.Name == sheet).Id!;
            var data = ((WorksheetPart)workbook.GetPartById(id!)).Worksheet!.GetFirstChild<SheetData>()!;
            var header = data.Elements<Row>().First(r => r.Elements<Cell>().Any(c => Heading(c) == "外部编号"));
            var columns = header.Elements<Cell>().ToDictionary(Heading, c => c.CellReference!.Value!.TrimEnd("0123456789".ToCharArray()));
            var number = header.RowIndex! + 1;
            data.Elements<Row>().Where(r => r.RowIndex! > number).ToList().ForEach(r => r.Remove());
            foreach (var row in rows)
            {
                number++;
                // Cells of a row stand in the order of their columns.
                var cells = row.OrderBy(v => columns[v.Key].Length).ThenBy(v => columns[v.Key], StringComparer.Ordinal)
                    .Select(v => new Cell { CellReference = columns[v.Key] + number, DataType = CellValues.InlineString, InlineString = new InlineString(new Text(v.Value)) });
                data.Append(new Row(cells) { RowIndex = number });
            }
        }

        return file.ToArray();
    }

    private static string Heading(Cell cell) => cell.InnerText.Trim().TrimEnd('*').Trim();
}
