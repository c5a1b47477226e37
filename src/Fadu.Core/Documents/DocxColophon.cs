namespace Fadu.Core.Documents;

/// <summary>
/// 版记 at the foot of the last page's text area: thick line, 抄送, thin line, 印发机关 and date, thick line.
/// A table placed from the page's edge: placed from the margin, LibreOffice leaves one of full text width where it stands in the text.
/// </summary>
internal sealed class DocxColophon(WordXml w)
{
    private const int Character = 280;

    public void Write(Colophon colophon)
    {
        Separate();
        w.Start("tbl").Start("tblPr")
            .Element("tblpPr", ("leftFromText", 0), ("rightFromText", 0), ("vertAnchor", "margin"), ("horzAnchor", "page"), ("tblpX", GbPage.Left), ("tblpYSpec", "bottom"))
            .Element("tblW", ("w", GbPage.TextWidth), ("type", "dxa"))
            .Start("tblBorders").Element("top", Rule(8)).Element("bottom", Rule(8)).Element("insideH", Rule(6)).End()
            .Element("tblLayout", ("type", "fixed"))
            .Start("tblCellMar").Element("left", ("w", 0), ("type", "dxa")).Element("right", ("w", 0), ("type", "dxa")).End().End();
        w.Start("tblGrid").Element("gridCol", ("w", GbPage.TextWidth)).End();
        if (colophon.CopiesTo is { Count: > 0 } copies)
            Row(() => w.Text($"抄送：{string.Join("，", copies).TrimEnd('。')}。"), () => w.Indent(left: 4 * Character, hanging: 3 * Character, right: Character));
        Row(() =>
        {
            w.Text(colophon.IssuedBy);
            w.Start("r").Element("tab").End();
            w.Text($"{TextWidth.Of(colophon.IssuedOn)}印发");
        }, () =>
        {
            w.Start("tabs").Element("tab", ("val", "right"), ("pos", GbPage.TextWidth - Character)).End();
            w.Indent(left: Character);
        });
        w.End();
        Separate();
    }

    private static (string, object)[] Rule(int eighths) => [("val", "single"), ("sz", eighths), ("space", 0), ("color", "000000")];

    /// <summary>Tables that touch become one, and a paragraph must follow the last; this one takes no room.</summary>
    private void Separate() =>
        w.Paragraph(DocxStyles.Flush, static () => { }, () => w.Element("spacing", ("before", 0), ("after", 0), ("line", 20), ("lineRule", "exact")));

    private void Row(Action content, Action properties)
    {
        w.Start("tr").Start("trPr").Element("cantSplit").End().Start("tc").Start("tcPr").Element("tcW", ("w", GbPage.TextWidth), ("type", "dxa")).End();
        w.Paragraph(DocxStyles.Colophon, content, properties);
        w.End().End();
    }
}
