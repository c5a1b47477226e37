using System.Globalization;
using System.Xml;

namespace Fadu.Core.Tables;

/// <summary>The workbook part of an .xlsx: sheets, their styles, the shared strings. Elements are known by local name, so strict files read too.</summary>
internal static class XlsxBook
{
    public static IReadOnlyList<RawSheet> Open(ZipParts parts, TableReadOptions options)
    {
        var bookPath = Relations(parts, "_rels/.rels", "").Values.FirstOrDefault(r => r.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Target ?? "xl/workbook.xml";
        var folder = bookPath.Contains('/') ? bookPath[..(bookPath.LastIndexOf('/') + 1)] : "";
        var relations = Relations(parts, $"{folder}_rels/{bookPath[folder.Length..]}.rels", folder);
        var found = new List<(string Name, bool Visible, string Path)>();
        var from1904 = false;
        using (var xml = parts.Xml(bookPath) ?? throw TableReadException.Damaged())
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (xml.LocalName == "workbookPr") from1904 = xml.GetAttribute("date1904") is "1" or "true";
                if (xml.LocalName != "sheet") continue;
                var id = Attribute(xml, "id", "officeDocument");
                if (id is not null && relations.TryGetValue(id, out var relation) && relation.Type.EndsWith("/worksheet", StringComparison.Ordinal))
                    found.Add((xml.GetAttribute("name") ?? "", xml.GetAttribute("state") is null or "visible", relation.Target));
            }
        if (found.Count == 0) throw TableReadException.Damaged();
        var context = new Lazy<XlsxContext>(() => new XlsxContext(
            SharedStrings.Read(parts, PathOf(relations, "/sharedStrings", folder + "sharedStrings.xml"), options.MaxSharedCharacters),
            Formats(parts, PathOf(relations, "/styles", folder + "styles.xml")), from1904));
        return [.. found.Select(s => Sheet(parts, s.Name, s.Visible, s.Path, context, options))];
    }

    private static RawSheet Sheet(ZipParts parts, string name, bool visible, string path, Lazy<XlsxContext> context, TableReadOptions options)
    {
        var merged = new Lazy<IReadOnlyList<(int, int, int)>>(() =>
        {
            using var part = parts.Open(path) ?? throw TableReadException.Damaged();
            return MergedAreas.Scan(part);
        });
        return new RawSheet(name, visible, () => XlsxSheetReader.Rows(parts, path, context.Value, new MergedAreas(merged.Value), options));
    }

    private static string PathOf(Dictionary<string, (string Type, string Target)> relations, string type, string otherwise) =>
        relations.Values.FirstOrDefault(r => r.Type.EndsWith(type, StringComparison.Ordinal)).Target ?? otherwise;

    private static Dictionary<string, (string Type, string Target)> Relations(ZipParts parts, string path, string folder)
    {
        var relations = new Dictionary<string, (string Type, string Target)>();
        using var xml = parts.Xml(path);
        while (xml?.Read() == true)
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
                relations[id] = (xml.GetAttribute("Type") ?? "", target.StartsWith('/') ? target[1..] : folder + target);
        return relations;
    }

    private static string? Attribute(XmlReader xml, string name, string namespaceContains)
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
            if (xml.LocalName == name && xml.NamespaceURI.Contains(namespaceContains, StringComparison.Ordinal))
            {
                var value = xml.Value;
                xml.MoveToElement();
                return value;
            }
        xml.MoveToElement();
        return null;
    }

    /// <summary>For each cell style whether its number is a date, a percentage, or just a number.</summary>
    private static CellKind[] Formats(ZipParts parts, string path)
    {
        var own = new Dictionary<int, CellKind>();
        var styles = new List<CellKind>();
        using var xml = parts.Xml(path);
        var inCellXfs = false;
        while (xml?.Read() == true)
        {
            if (xml.LocalName == "cellXfs") inCellXfs = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt" && Id(xml, "numFmtId") is >= 0 and var id) own[id] = NumberFormat.Kind(xml.GetAttribute("formatCode") ?? "");
            else if (xml.LocalName == "xf" && inCellXfs)
            {
                var format = Id(xml, "numFmtId");
                styles.Add(own.TryGetValue(format, out var kind) ? kind : NumberFormat.BuiltIn(format));
            }
        }
        return [.. styles];
    }

    private static int Id(XmlReader xml, string name) =>
        int.TryParse(xml.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1;
}

internal sealed record XlsxContext(string[] SharedStrings, CellKind[] Formats, bool From1904);
