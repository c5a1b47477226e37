using System.Globalization;
using System.Xml;

namespace Fadu.Core.Documents;

/// <summary>Short words for WordprocessingML: elements and attributes in the w namespace, paragraphs and runs.</summary>
internal sealed class WordXml(XmlWriter xml)
{
    public const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private readonly Dictionary<string, int> _occurrences = [];
    private int _bookmarks;

    public XmlWriter Xml => xml;

    public WordXml Start(string name, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        xml.WriteStartElement("w", name, W);
        foreach (var (key, value) in attributes) xml.WriteAttributeString("w", key, W, Convert.ToString(value, CultureInfo.InvariantCulture));
        return this;
    }

    public WordXml End()
    {
        xml.WriteEndElement();
        return this;
    }

    public WordXml Element(string name, params ReadOnlySpan<(string Name, object Value)> attributes) => Start(name, attributes).End();

    /// <summary>A paragraph of a style; direct settings come in the order the schema asks for.</summary>
    public void Paragraph(string style, Action content, Action? properties = null)
    {
        Start("p").Start("pPr").Element("pStyle", ("val", style));
        properties?.Invoke();
        End();
        content();
        End();
    }

    public void Blank(int lines = 1)
    {
        for (var i = 0; i < lines; i++) Paragraph(DocxStyles.Flush, static () => { });
    }

    public void Indent(int left = 0, int hanging = 0, int right = 0) =>
        Element("ind", ("left", left), ("right", right), hanging > 0 ? ("hanging", hanging) : ("firstLine", 0));

    public void Runs(IEnumerable<Run> runs, string? style = null)
    {
        foreach (var run in runs)
            if (run.Figure is { } figure) Figure(figure, run.Text, style);
            else Text(run.Text, style);
    }

    public void Text(string text, string? style = null, Action? properties = null)
    {
        if (text.Length == 0) return;
        Start("r");
        if (style is not null || properties is not null)
        {
            Start("rPr");
            if (style is not null) Element("rStyle", ("val", style));
            properties?.Invoke();
            End();
        }
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) Element("br");
            Start("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Writable(lines[i]));
            End();
        }
        End();
    }

    private void Figure(string figure, string text, string? style)
    {
        var occurrence = _occurrences[figure] = _occurrences.GetValueOrDefault(figure) + 1;
        var id = _bookmarks++;
        Element("bookmarkStart", ("id", id), ("name", FigureBookmark.NameOf(figure, occurrence)));
        Text(text, style);
        Element("bookmarkEnd", ("id", id));
    }

    /// <summary>Characters that XML cannot carry come in with pasted text; they are left out.</summary>
    private static string Writable(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (!XmlConvert.IsXmlChar(text[i]) && !(i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) && !(i > 0 && XmlConvert.IsXmlSurrogatePair(text[i], text[i - 1])))
                return string.Concat(text.EnumerateRunes().Where(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value)).Where(r => r.Value != 0xFFFD));
        return text;
    }
}
