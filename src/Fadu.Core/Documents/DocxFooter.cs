using System.Xml;

namespace Fadu.Core.Documents;

/// <summary>— 1 — in 四号宋体, on odd pages at the right, on even pages at the left, each one character in.</summary>
internal static class DocxFooter
{
    public static void Write(XmlWriter xml, bool odd)
    {
        var w = new WordXml(xml);
        w.Start("ftr");
        w.Paragraph(DocxStyles.Footer, () =>
        {
            w.Text("— ");
            Field(w, "begin");
            w.Start("r").Start("instrText");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(" PAGE ");
            w.End().End();
            Field(w, "separate");
            w.Text("1");
            Field(w, "end");
            w.Text(" —");
        }, () =>
        {
            if (odd) w.Element("ind", ("rightChars", 100), ("right", 280), ("firstLineChars", 0), ("firstLine", 0)).Element("jc", ("val", "right"));
            else w.Element("ind", ("leftChars", 100), ("left", 280), ("firstLineChars", 0), ("firstLine", 0)).Element("jc", ("val", "left"));
        });
        w.End();
    }

    private static void Field(WordXml w, string type) => w.Start("r").Element("fldChar", ("fldCharType", type)).End();
}
