using System.Globalization;
using System.Security;
using System.Text;

namespace Fadu.Core.Tables;

/// <summary>The parts of a workbook that are not sheets.</summary>
internal static class XlsxParts
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static void Write(XlsxWriter writer, List<string> sheets, int hidden, List<IReadOnlyList<string>> choices,
        List<(string Name, int Sheet, string Reference)> names)
    {
        Save(writer, "xl/styles.xml", XlsxStyles.Xml);
        Save(writer, "xl/workbook.xml", Workbook(sheets, hidden, choices, names));
        Save(writer, "xl/_rels/workbook.xml.rels", WorkbookRelations(sheets.Count));
        Save(writer, "_rels/.rels", Declaration + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + $"<Relationship Id=\"rId1\" Type=\"{Relationship}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Save(writer, "[Content_Types].xml", ContentTypes(sheets.Count));
    }

    private static string Workbook(List<string> sheets, int hidden, List<IReadOnlyList<string>> choices,
        List<(string Name, int Sheet, string Reference)> names)
    {
        var xml = new StringBuilder(Declaration)
            .Append("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"").Append(Relationship).Append("\"><sheets>");
        for (var i = 0; i < sheets.Count; i++)
            xml.Append(CultureInfo.InvariantCulture, $"<sheet name=\"{SecurityElement.Escape(sheets[i])}\" sheetId=\"{i + 1}\"{(i == hidden ? " state=\"hidden\"" : "")} r:id=\"rId{i + 1}\"/>");
        xml.Append("</sheets>");
        if (choices.Count + names.Count > 0)
        {
            xml.Append("<definedNames>");
            foreach (var (name, sheet, reference) in names)
                xml.Append(CultureInfo.InvariantCulture, $"<definedName name=\"{name}\" localSheetId=\"{sheet}\"{(name.EndsWith("FilterDatabase", StringComparison.Ordinal) ? " hidden=\"1\"" : "")}>{SecurityElement.Escape(reference)}</definedName>");
            for (var i = 0; i < choices.Count; i++)
            {
                var column = CellReference.Letters(i);
                xml.Append(CultureInfo.InvariantCulture, $"<definedName name=\"Choices_{i + 1}\">'{SecurityElement.Escape(sheets[hidden])}'!${column}$1:${column}${choices[i].Count}</definedName>");
            }
            xml.Append("</definedNames>");
        }
        return xml.Append("</workbook>").ToString();
    }

    private static string WorkbookRelations(int sheets)
    {
        var xml = new StringBuilder(Declaration).Append("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (var i = 1; i <= sheets; i++)
            xml.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{i}\" Type=\"{Relationship}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>");
        return xml.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{sheets + 1}\" Type=\"{Relationship}/styles\" Target=\"styles.xml\"/></Relationships>").ToString();
    }

    private static string ContentTypes(int sheets)
    {
        const string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        var xml = new StringBuilder(Declaration).Append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
            .Append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>")
            .Append("<Override PartName=\"/xl/workbook.xml\" ContentType=\"").Append(type).Append("sheet.main+xml\"/>")
            .Append("<Override PartName=\"/xl/styles.xml\" ContentType=\"").Append(type).Append("styles+xml\"/>");
        for (var i = 1; i <= sheets; i++)
            xml.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"{type}worksheet+xml\"/>");
        return xml.Append("</Types>").ToString();
    }

    private static void Save(XlsxWriter writer, string path, string xml)
    {
        using var part = writer.Part(path);
        part.Write(Encoding.UTF8.GetBytes(xml));
    }
}
