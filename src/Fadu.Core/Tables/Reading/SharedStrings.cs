using System.Globalization;
using System.Text;
using System.Xml;

namespace Fadu.Core.Tables;

/// <summary>Texts of an .xlsx: plain, rich (runs joined), phonetic hints left out, _xHHHH_ escapes decoded.</summary>
internal static class SharedStrings
{
    public static string[] Read(ZipParts parts, string path, long mostCharacters)
    {
        var strings = new List<string>();
        long characters = 0;
        using var xml = parts.Xml(path);
        var more = xml?.Read() == true;
        while (more)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                var text = Text(xml);
                strings.Add(text);
                characters += text.Length + 16;
                if (characters > mostCharacters) throw TableReadException.TooLarge("表格文字过多");
            }
            more = xml!.Read();
        }
        return [.. strings];
    }

    /// <summary>Reads an si or is element to its end.</summary>
    public static string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        string? first = null;
        StringBuilder? joined = null;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "rPh")
            {
                SkipInside(xml);
                continue;
            }
            if (xml.LocalName != "t") continue;
            var text = Content(xml);
            if (first is null) first = text;
            else (joined ??= new StringBuilder(first)).Append(text);
        }
        return Decode(joined?.ToString() ?? first ?? "");
    }

    /// <summary>Text of the element; the reader stands on its end tag afterwards.</summary>
    public static string Content(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var text = "";
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
                text = text.Length == 0 ? xml.Value : text + xml.Value;
        return text;
    }

    private static void SkipInside(XmlReader xml)
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth) { }
    }

    private static string Decode(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal)) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '_' && i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_'
                && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                plain.Append((char)code);
                i += 6;
            }
            else plain.Append(text[i]);
        return plain.ToString();
    }
}
