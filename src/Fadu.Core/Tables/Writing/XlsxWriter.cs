using System.IO.Compression;
using System.Text;

namespace Fadu.Core.Tables;

/// <summary>
/// Writes a workbook as a stream: sheets one after another, rows one after another, memory independent of their number, the same bytes for the same content.
/// Text always becomes a text cell, never a formula. Writes synchronously: for a web response write to a temporary file first.
/// </summary>
public sealed class XlsxWriter(Stream output) : IDisposable
{
    internal const string ChoicesSheet = "选项";
    private static readonly DateTimeOffset FixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ZipArchive _zip = new(output, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<string> _sheets = [];
    private readonly List<(string Name, int Sheet, string Reference)> _names = [];
    private readonly List<IReadOnlyList<string>> _choices = [];
    private XlsxSheet? _open;

    /// <summary>Starts a sheet; the one before it is finished.</summary>
    public XlsxSheet AddSheet(string name, IReadOnlyList<TableColumn> columns, SheetLayout? layout = null)
    {
        Finish();
        var sheetName = UniqueName(name);
        _sheets.Add(sheetName);
        return _open = new XlsxSheet(this, Part($"xl/worksheets/sheet{_sheets.Count}.xml"), sheetName, columns, layout ?? new SheetLayout());
    }

    /// <summary>A sheet of plain lines, as a rule 填写说明.</summary>
    public void AddNotes(string name, IEnumerable<string> lines)
    {
        using var xml = StartPlainSheet(name);
        xml.Raw("<cols><col min=\"1\" max=\"1\" width=\"100\" customWidth=\"1\"/></cols><sheetData>"u8);
        var row = 0;
        foreach (var line in lines) WriteLine(xml, ++row, line, XlsxStyles.Note);
        xml.Raw("</sheetData></worksheet>"u8);
    }

    internal string NameOfChoices(IReadOnlyList<string> choices)
    {
        var known = _choices.FindIndex(c => c.SequenceEqual(choices));
        if (known < 0)
        {
            _choices.Add([.. choices]);
            known = _choices.Count - 1;
        }
        return $"Choices_{known + 1}";
    }

    internal void DefineForSheet(string name, string reference) => _names.Add((name, _sheets.Count - 1, reference));

    internal void Finish()
    {
        _open?.Close();
        _open = null;
    }

    private XmlBytes StartPlainSheet(string name)
    {
        Finish();
        _sheets.Add(UniqueName(name));
        return new XmlBytes(Part($"xl/worksheets/sheet{_sheets.Count}.xml"))
            .Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"u8);
    }

    private static void WriteLine(XmlBytes xml, int row, string text, int style) =>
        xml.Raw("<row r=\""u8).Number(row).Raw("\"><c r=\"A"u8).Number(row).Raw("\" s=\""u8).Number(style)
            .Raw("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8).Text(text).Raw("</t></is></c></row>"u8);

    /// <summary>Each list is one column of a hidden sheet: lists written into the rule itself end at 255 characters.</summary>
    private int WriteChoices()
    {
        if (_choices.Count == 0) return -1;
        using var xml = StartPlainSheet(ChoicesSheet);
        xml.Raw("<sheetData>"u8);
        for (var row = 0; row < _choices.Max(c => c.Count); row++)
        {
            xml.Raw("<row r=\""u8).Number(row + 1).Raw("\">"u8);
            for (var column = 0; column < _choices.Count; column++)
            {
                if (row >= _choices[column].Count) continue;
                xml.Raw("<c r=\""u8).Raw(Encoding.ASCII.GetBytes(CellReference.Of(column, row + 1)))
                    .Raw("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8).Text(_choices[column][row]).Raw("</t></is></c>"u8);
            }
            xml.Raw("</row>"u8);
        }
        xml.Raw("</sheetData></worksheet>"u8);
        return _sheets.Count - 1;
    }

    public void Dispose()
    {
        Finish();
        if (_sheets.Count == 0) AddNotes("Sheet1", []);
        var hidden = WriteChoices();
        XlsxParts.Write(this, _sheets, hidden, _choices, _names);
        _zip.Dispose();
    }

    internal Stream Part(string path)
    {
        var entry = _zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = FixedTime;
        return entry.Open();
    }

    /// <summary>Excel refuses []:*?/\ in a sheet name, more than 31 characters, and the same name twice.</summary>
    private string UniqueName(string name)
    {
        var clean = string.Concat(name.Select(c => "[]:*?/\\'".Contains(c) || char.IsControl(c) ? '_' : c)).Trim();
        if (clean.Length == 0) clean = "Sheet";
        if (clean.Length > 28) clean = clean[..28];
        var unique = clean;
        for (var n = 2; _sheets.Contains(unique, StringComparer.OrdinalIgnoreCase); n++) unique = clean + n;
        return unique;
    }
}
