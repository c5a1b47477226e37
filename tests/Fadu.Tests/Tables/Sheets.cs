using System.IO.Compression;
using System.Text;
using Fadu.Core.Tables;

namespace Fadu.Tests.Tables;

/// <summary>Small files as other programs write them.</summary>
internal static class Sheets
{
    public static readonly TableColumn[] Columns =
        [new("文号", ColumnType.Code), new("决定日期", ColumnType.Date), new("罚款金额", ColumnType.Money), new("是否听证", ColumnType.YesNo), new("案由")];

    public static MemoryStream Written(Action<XlsxSheet> rows, SheetLayout? layout = null, IReadOnlyList<TableColumn>? columns = null)
    {
        var file = new MemoryStream();
        using (var writer = new XlsxWriter(file)) rows(writer.AddSheet("台账", columns ?? Columns, layout));
        file.Position = 0;
        return file;
    }

    /// <summary>A workbook around hand-written sheetData, with shared strings and a date and a percent style (1 and 2).</summary>
    public static MemoryStream Xlsx(string sheetData, string afterData = "", string[]? shared = null, string workbookPr = "", string? styles = null)
    {
        const string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, true))
        {
            Add(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>");
            Add(zip, "xl/workbook.xml", $"<workbook {main} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">{workbookPr}<sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/one.xml\"/></Relationships>");
            Add(zip, "xl/styles.xml", styles ?? $"<styleSheet {main}><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"10\"/></cellXfs></styleSheet>");
            if (shared is not null) Add(zip, "xl/sharedStrings.xml", $"<sst {main}>{string.Concat(shared)}</sst>");
            Add(zip, "xl/worksheets/one.xml", $"<worksheet {main}><sheetData>{sheetData}</sheetData>{afterData}</worksheet>");
        }
        file.Position = 0;
        return file;
    }

    public static string Row(int number, params string?[] texts) => $"<row r=\"{number}\">{string.Concat(texts.Select((t, i) =>
        t is null ? "" : $"<c r=\"{(char)('A' + i)}{number}\" t=\"inlineStr\"><is><t>{t}</t></is></c>"))}</row>";

    public static MemoryStream Csv(string text, Encoding? encoding = null) => new((encoding ?? new UTF8Encoding(false)).GetBytes(text));

    public static (TableHeader Header, List<TableRow> Rows, IReadOnlyList<SkippedRow> Skipped) Read(Stream file, params string[] expected)
    {
        using var table = TableReader.Open(file, new TableReadOptions { ExpectedHeadings = expected });
        var rows = table.Rows().ToList();
        return (table.Header, rows, table.Skipped);
    }

    private static void Add(ZipArchive zip, string path, string xml)
    {
        using var part = zip.CreateEntry(path).Open();
        part.Write(Encoding.UTF8.GetBytes(xml));
    }
}
