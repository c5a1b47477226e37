namespace Fadu.Core.Documents;

/// <summary>版头: copy number, secrecy, urgency; the red mark with its top 35 mm below the text area's top; number; red line 4 mm below.</summary>
internal sealed class DocxLetterhead(WordXml w)
{
    private const int MarkSize = 116;
    private const int MarkLine = 1240;

    /// <summary>35 mm less the three lines above it.</summary>
    private const int AboveMark = 1984 - 3 * GbPage.Line;

    public void Write(Letterhead head)
    {
        w.Paragraph(DocxStyles.Flush, () => w.Text(head.CopyNumber ?? ""));
        w.Paragraph(DocxStyles.Flush, () => w.Text(head.Secrecy ?? "", DocxStyles.HeiTiRun));
        w.Paragraph(DocxStyles.Flush, () => w.Text(head.Urgency ?? "", DocxStyles.HeiTiRun));
        Mark(head.Mark);
        w.Blank(2);
        Number(head);
    }

    /// <summary>58 pt; a long name is set narrower to one line, down to half width, then smaller.</summary>
    private void Mark(string mark)
    {
        var natural = TextWidth.InCharacters(mark) * MarkSize * 10;
        var scale = Math.Clamp((int)(GbPage.TextWidth * 100 / natural) - 1, 50, 100);
        var size = natural * scale / 100 <= GbPage.TextWidth ? MarkSize : (int)(GbPage.TextWidth * 200 / natural * MarkSize / 100) - 1;
        w.Paragraph(DocxStyles.Mark, () => w.Text(mark, null, () => w
            .Element("color", ("val", GbPage.Red)).Element("spacing", ("val", 0)).Element("w", ("val", scale)).Element("sz", ("val", size)).Element("szCs", ("val", size))),
            () => w.Element("spacing", ("before", AboveMark), ("after", 0), ("line", MarkLine), ("lineRule", "exact")));
    }

    private void Number(Letterhead head) => w.Paragraph(DocxStyles.Flush, () =>
    {
        w.Text(head.DocumentNumber ?? "");
        if (head.Signer is not { } signer) return;
        w.Start("r").Element("tab").End();
        w.Text("签发人：");
        w.Text(signer, DocxStyles.KaiTiRun);
    }, () =>
    {
        w.Start("pBdr").Element("bottom", ("val", "single"), ("sz", 18), ("space", 11), ("color", GbPage.Red)).End();
        if (head.Signer is null)
        {
            w.Element("jc", ("val", "center"));
            return;
        }
        w.Start("tabs").Element("tab", ("val", "right"), ("pos", GbPage.TextWidth - GbPage.Character)).End();
        w.Element("ind", ("firstLineChars", 100), ("firstLine", GbPage.Character)).Element("jc", ("val", "left"));
    });
}
