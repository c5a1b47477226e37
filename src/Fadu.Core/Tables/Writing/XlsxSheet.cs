using System.Text;

namespace Fadu.Core.Tables;

/// <summary>One sheet being written. Values: null, string, whole numbers, decimal, double, DateOnly, DateTime, bool (是/否); anything else as its text.</summary>
public sealed class XlsxSheet
{
    private const int LineHeight = 15;
    private const int HighestRow = 409;
    private readonly XlsxWriter _writer;
    private readonly XmlBytes _xml;
    private readonly string _name;
    private readonly TableColumn[] _columns;
    private readonly byte[][] _letters;
    private readonly SheetLayout _layout;
    private readonly int _headingRow;
    private int _row;
    private readonly bool _wraps;
    private readonly List<string> _merges = [];
    private bool _closed;

    internal XlsxSheet(XlsxWriter writer, Stream part, string name, IReadOnlyList<TableColumn> columns, SheetLayout layout)
    {
        if (columns.Count == 0) throw new ArgumentException("A sheet needs at least one column.", nameof(columns));
        (_writer, _xml, _name, _layout) = (writer, new XmlBytes(part), name, layout);
        _columns = layout.SerialColumn ? [new("序号", ColumnType.WholeNumber, 7), .. columns] : [.. columns];
        _letters = [.. _columns.Select((_, i) => Encoding.ASCII.GetBytes(CellReference.Letters(i)))];
        _headingRow = 1 + (layout.Title is null ? 0 : 1) + (layout.UnderTitle is null ? 0 : 1) + (layout.Groups is null ? 0 : 1);
        _wraps = Array.Exists(_columns, c => c.Type == ColumnType.LongText);
        Start();
    }

    public int RowCount { get; private set; }

    /// <summary>Writes one row; the serial number, if there is one, is not among the cells.</summary>
    public void Row(params ReadOnlySpan<object?> cells) => WriteRow(cells, null);

    /// <summary>The last row: 合计 and what is given, in bold.</summary>
    public void Totals(params ReadOnlySpan<object?> cells) => WriteRow(cells, "合计");

    private void WriteRow(ReadOnlySpan<object?> cells, string? total)
    {
        if (_closed) throw new InvalidOperationException("The sheet is finished.");
        var first = _layout.SerialColumn ? 1 : 0;
        if (cells.Length > _columns.Length - first) throw new ArgumentException($"{cells.Length} cells for {_columns.Length - first} columns.");
        _row++;
        if (_row > CellReference.MostRows) throw new InvalidOperationException("表格超过 1048576 行，请缩小导出范围。");
        _xml.Raw("<row r=\""u8).Number(_row);
        if (_wraps && Lines(cells, first) is > 1 and var lines) _xml.Raw("\" ht=\""u8).Number(Math.Min(HighestRow, lines * LineHeight)).Raw("\" customHeight=\"1"u8);
        _xml.Raw("\">"u8);
        if (total is null) RowCount++;
        if (_layout.SerialColumn) XlsxCell.Write(_xml, _letters[0], _row, total ?? (object)RowCount, total is null ? XlsxStyles.Serial : XlsxStyles.Total);
        for (var i = first; i < _columns.Length; i++)
        {
            var type = _columns[i].Type;
            var value = i - first < cells.Length ? cells[i - first] : null;
            if (i == 0) value ??= total;
            XlsxCell.Write(_xml, _letters[i], _row, type == ColumnType.Code ? XlsxCell.AsText(value) : value, total is null ? XlsxStyles.Of(type) : XlsxStyles.TotalOf(type));
        }
        _xml.Raw("</row>"u8);
    }

    /// <summary>Not every program fits the height of a row to wrapped text when it opens a file.</summary>
    private int Lines(ReadOnlySpan<object?> cells, int first)
    {
        var most = 1;
        for (var i = 0; i < cells.Length; i++)
        {
            if (_columns[i + first].Type != ColumnType.LongText || cells[i] is not string text) continue;
            var lines = 0;
            foreach (var line in text.AsSpan().EnumerateLines())
            {
                var width = 0;
                foreach (var c in line) width += c < 0x300 ? 1 : 2;
                lines += 1 + (int)(width / (_columns[i + first].ShownWidth - 1));
            }
            most = Math.Max(most, lines);
        }
        return most;
    }

    private void Start()
    {
        _xml.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"u8)
            .Raw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\""u8).Number(_headingRow)
            .Raw("\" topLeftCell=\"A"u8).Number(_headingRow + 1).Raw("\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"18\"/><cols>"u8);
        for (var i = 0; i < _columns.Length; i++)
            _xml.Raw("<col min=\""u8).Number(i + 1).Raw("\" max=\""u8).Number(i + 1).Raw("\" width=\""u8).Number(Math.Min(255, _columns[i].ShownWidth))
                .Raw("\" style=\""u8).Number(_columns[i].Type == ColumnType.Code ? XlsxStyles.Of(ColumnType.Code) : XlsxStyles.Plain).Raw("\" customWidth=\"1\"/>"u8);
        _xml.Raw("</cols><sheetData>"u8);
        if (_layout.Title is { } title) Line(title, XlsxStyles.Title, 32);
        if (_layout.UnderTitle is { } under) Line(under, XlsxStyles.UnderTitle, 22);
        if (_layout.Groups is { } groups) GroupLine(groups);
        _row++;
        _xml.Raw("<row r=\""u8).Number(_row).Raw("\" ht=\"30\" customHeight=\"1\">"u8);
        for (var i = 0; i < _columns.Length; i++)
            XlsxCell.Write(_xml, _letters[i], _row, _columns[i].Heading, _columns[i].Required ? XlsxStyles.RequiredHeading : XlsxStyles.Heading);
        _xml.Raw("</row>"u8);
    }

    private void Line(string text, int style, int height)
    {
        _row++;
        _xml.Raw("<row r=\""u8).Number(_row).Raw("\" ht=\""u8).Number(height).Raw("\" customHeight=\"1\">"u8);
        XlsxCell.Write(_xml, _letters[0], _row, text, style);
        _xml.Raw("</row>"u8);
    }

    private void GroupLine(IReadOnlyList<string> groups)
    {
        if (_layout.SerialColumn || groups.Count != _columns.Length) throw new ArgumentException("Groups go with each column, and not with a serial column.");
        _row++;
        _xml.Raw("<row r=\""u8).Number(_row).Raw("\" ht=\"20\" customHeight=\"1\">"u8);
        for (var i = 0; i < groups.Count; i++) XlsxCell.Write(_xml, _letters[i], _row, i > 0 && groups[i] == groups[i - 1] ? null : groups[i], XlsxStyles.Heading);
        _xml.Raw("</row>"u8);
        for (int start = 0, i = 1; i <= groups.Count; i++)
        {
            if (i < groups.Count && groups[i] == groups[start]) continue;
            if (i - start > 1) _merges.Add($"{CellReference.Letters(start)}{_row}:{CellReference.Letters(i - 1)}{_row}");
            start = i;
        }
    }

    internal void Close()
    {
        if (_closed) return;
        _closed = true;
        var last = CellReference.Letters(_columns.Length - 1);
        _xml.Raw("</sheetData>"u8);
        if (_layout.Filter && RowCount > 0)
        {
            Ascii($"<autoFilter ref=\"A{_headingRow}:{last}{_headingRow + RowCount}\"/>");
            _writer.DefineForSheet("_xlnm._FilterDatabase", $"'{_name}'!$A${_headingRow}:${last}${_headingRow + RowCount}");
        }
        var titles = _headingRow - 1 - (_layout.Groups is null ? 0 : 1);
        if (_columns.Length > 1) for (var row = 1; row <= titles; row++) _merges.Add($"A{row}:{last}{row}");
        if (_merges.Count > 0)
        {
            Ascii($"<mergeCells count=\"{_merges.Count}\">");
            foreach (var area in _merges) Ascii($"<mergeCell ref=\"{area}\"/>");
            Ascii("</mergeCells>");
        }
        Choices();
        _writer.DefineForSheet("_xlnm.Print_Titles", $"'{_name}'!${_headingRow}:${_headingRow}");
        Ascii("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.8\" bottom=\"0.7\" header=\"0.3\" footer=\"0.3\"/>");
        Ascii($"<pageSetup paperSize=\"9\" orientation=\"{(_layout.Landscape ? "landscape" : "portrait")}\" fitToWidth=\"1\" fitToHeight=\"0\"/><headerFooter>");
        if (_layout.PageHeader is { } header) _xml.Raw("<oddHeader>&amp;C"u8).Text(header.Replace("&", "&&")).Raw("</oddHeader>"u8);
        _xml.Raw("<oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter></worksheet>"u8);
        _xml.Dispose();
    }

    private void Choices()
    {
        var lists = _columns.Index().Where(c => c.Item.Choices is { Count: > 0 } || c.Item.Type == ColumnType.YesNo).ToList();
        if (lists.Count == 0) return;
        var end = Math.Min(CellReference.MostRows, Math.Max(_row, _headingRow + 1) + _layout.BlankRowsWithChoices);
        Ascii($"<dataValidations count=\"{lists.Count}\">");
        foreach (var (index, column) in lists)
        {
            var letters = CellReference.Letters(index);
            _xml.Raw("<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" errorTitle=\"不在选项中\" error=\"请从下拉列表中选择。\" sqref=\""u8);
            Ascii($"{letters}{_headingRow + 1}:{letters}{end}\"><formula1>{_writer.NameOfChoices(column.Choices is { Count: > 0 } own ? own : ["是", "否"])}</formula1></dataValidation>");
        }
        Ascii("</dataValidations>");
    }

    private void Ascii(string xml) => _xml.Raw(Encoding.UTF8.GetBytes(xml));
}
