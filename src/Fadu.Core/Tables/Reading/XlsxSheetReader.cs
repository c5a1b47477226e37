using System.Globalization;
using System.Xml;

namespace Fadu.Core.Tables;

/// <summary>Streams the rows of one sheet; memory does not grow with the number of rows.</summary>
internal static class XlsxSheetReader
{
    public static IEnumerable<RawRow> Rows(ZipParts parts, string path, XlsxContext context, MergedAreas merged, TableReadOptions options)
    {
        using var xml = parts.Xml(path)!;
        var number = 0;
        var cells = new List<Cell>(64);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "sheetData" }) break;
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "row" }) continue;
            var stated = xml.GetAttribute("r");
            var next = stated is null ? number + 1 : CellReference.Parse(stated).Row;
            if (next <= number) throw TableReadException.Damaged();
            number = next;
            cells.Clear();
            if (!xml.IsEmptyElement) ReadCells(xml, cells, context, options.MaxColumns);
            merged.FillDown(number, cells);
            yield return RawRow.Of(number, cells);
        }
    }

    private static void ReadCells(XmlReader xml, List<Cell> cells, XlsxContext context, int mostColumns)
    {
        var depth = xml.Depth;
        var column = -1;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" }) continue;
            column = xml.GetAttribute("r") is { } reference && CellReference.Parse(reference).Column is >= 0 and var c ? c : column + 1;
            var cell = ReadCell(xml, context);
            if (cell.Kind == CellKind.Empty) continue;
            if (column >= mostColumns)
            {
                if (cell.IsBlank) continue;
                throw TableReadException.TooLarge($"表格超过 {mostColumns} 列");
            }
            while (cells.Count <= column) cells.Add(Cell.Empty);
            cells[column] = cell;
        }
    }

    private static Cell ReadCell(XmlReader xml, XlsxContext context)
    {
        if (xml.IsEmptyElement) return Cell.Empty;
        var type = xml.GetAttribute("t");
        var style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? s : -1;
        var depth = xml.Depth;
        string? value = null;
        var inline = false;
        var formula = false;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "v": value = SharedStrings.Content(xml); break;
                case "is": (value, inline) = (SharedStrings.Text(xml), true); break;
                case "f": formula = true; break;
            }
        }
        if (value is null) return formula ? new(CellKind.Error, "") : Cell.Empty;
        return inline ? Cell.OfText(value) : Typed(type, value, style, context);
    }

    private static Cell Typed(string? type, string value, int style, XlsxContext context)
    {
        switch (type)
        {
            case "s":
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < context.SharedStrings.Length
                    ? Cell.OfText(context.SharedStrings[index])
                    : throw TableReadException.Damaged();
            case "str" or "inlineStr" or "d": return Cell.OfText(value);
            case "b": return new(CellKind.Boolean, value is "1" or "true" ? "TRUE" : "FALSE", value is "1" or "true" ? 1 : 0);
            case "e": return new(CellKind.Error, value);
        }
        if (value.Length == 0) return Cell.Empty;
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return Cell.OfText(value);
        var kind = style >= 0 && style < context.Formats.Length ? context.Formats[style] : CellKind.Number;
        return new(kind, value, kind == CellKind.Date && context.From1904 ? number + 1462 : number);
    }
}
