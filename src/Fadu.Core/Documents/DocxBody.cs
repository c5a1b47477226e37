namespace Fadu.Core.Documents;

/// <summary>The main part: elements in the order of GB/T 9704, with the blank lines between them.</summary>
internal sealed class DocxBody(WordXml w)
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public void Write(OfficialDocument document)
    {
        w.Start("document");
        w.Xml.WriteAttributeString("xmlns", "r", null, Relations);
        w.Start("body");
        if (document.Letterhead is { } letterhead)
        {
            new DocxLetterhead(w).Write(letterhead);
            w.Blank(2);
        }
        Title(document.TitleLines);
        w.Blank();
        if (document.Addressee is { Length: > 0 } addressee) w.Paragraph(DocxStyles.Flush, () => w.Text(addressee.TrimEnd('：', ':') + "："));
        Blocks(document.Blocks, signedBelow: document.Signature is not null);
        Attachments(document.Attachments, signedBelow: document.Signature is not null);
        if (document.Signature is { } signature) Sign(signature, document.Note is { Length: > 0 });
        if (document.Note is { Length: > 0 } note) w.Paragraph(DocxStyles.Body, () => w.Text($"（{note.Trim('（', '）')}）"));
        Annexes(document.Annexes);
        if (document.Colophon is { } colophon) new DocxColophon(w).Write(colophon);
        else if (EndsInTable(document)) w.Blank();
        Section();
        w.End().End();
    }

    private void Title(IReadOnlyList<string> lines)
    {
        foreach (var line in lines) w.Paragraph(DocxStyles.Title, () => w.Text(line));
    }

    /// <summary>The page of a signature must carry text, so what stands last keeps with it.</summary>
    private void Blocks(IReadOnlyList<Block> blocks, bool signedBelow = false)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            Action? keep = signedBelow && i == blocks.Count - 1 ? KeepNext : null;
            switch (blocks[i])
            {
                case Heading { RunIn.Count: 0 } heading: w.Paragraph(DocxStyles.Heading(heading.Level), () => w.Runs(heading.Runs)); break;
                case Heading heading: w.Paragraph(DocxStyles.Body, () => RunIn(heading), keep); break;
                case Paragraph paragraph: w.Paragraph(DocxStyles.Body, () => w.Runs(paragraph.Runs), keep); break;
                case TableBlock table: new DocxTable(w).Write(table); break;
            }
        }
    }

    private void KeepNext() => w.Element("keepNext");

    /// <summary>The paragraph is body text, only its beginning has the font of the heading.</summary>
    private void RunIn(Heading heading)
    {
        w.Runs(heading.Runs, heading.Level switch { 1 => DocxStyles.HeiTiRun, 2 => DocxStyles.KaiTiRun, _ => null });
        w.Runs(heading.RunIn);
    }

    /// <summary>附件：1.… — further lines stand under the name, further numbers under the number.</summary>
    private void Attachments(IReadOnlyList<string> names, bool signedBelow)
    {
        if (names.Count == 0) return;
        w.Paragraph(DocxStyles.Flush, static () => { }, signedBelow ? KeepNext : null);
        for (var i = 0; i < names.Count; i++)
        {
            var number = names.Count == 1 ? "" : HeadingNumber.Of(3, i + 1);
            var numberWidth = (int)(TextWidth.InCharacters(number) * GbPage.Character);
            var label = i == 0 ? 3 * GbPage.Character : 0;
            var name = names[i].TrimEnd('。', '；', ';', '.');
            w.Paragraph(DocxStyles.Flush, () => w.Text((i == 0 ? "附件：" : "") + number + name),
                () =>
                {
                    if (signedBelow) KeepNext();
                    w.Indent(left: 5 * GbPage.Character + numberWidth, hanging: label + numberWidth);
                });
        }
    }

    /// <summary>With a seal the date stands four characters in and the organ is centred on it; without, the date begins two characters right of the organ.</summary>
    private void Sign(Signature signature, bool noteFollows)
    {
        var date = TextWidth.Of(signature.Date);
        var (organWidth, dateWidth) = (TextWidth.InCharacters(signature.Organ), TextWidth.InCharacters(date));
        var (organIn, dateIn) = signature.Sealed
            ? (Math.Max(0, 4 + (dateWidth - organWidth) / 2), 4 + Math.Max(0, (organWidth - dateWidth) / 2 - 4))
            : organWidth - dateWidth >= 2 ? (2, organWidth - dateWidth) : (dateWidth + 4 - organWidth, 2.0);
        AtRight("", 0, keepNext: true);
        AtRight("", 0, keepNext: true);
        AtRight(signature.Organ, organIn, keepNext: true);
        AtRight(date, dateIn, keepNext: noteFollows);
    }

    private void AtRight(string text, double charactersIn, bool keepNext) => w.Paragraph(DocxStyles.Flush, () => w.Text(text), () =>
    {
        if (keepNext) KeepNext();
        w.Indent(right: (int)(charactersIn * GbPage.Character));
        w.Element("jc", ("val", "right"));
    });

    private void Annexes(IReadOnlyList<Annex> annexes)
    {
        for (var i = 0; i < annexes.Count; i++)
        {
            var label = annexes.Count == 1 ? "附件" : $"附件{i + 1}";
            w.Paragraph(DocxStyles.AnnexLabel, () => w.Text(label));
            w.Blank();
            Title(annexes[i].TitleLines);
            w.Blank();
            Blocks(annexes[i].Blocks);
        }
    }

    /// <summary>Word asks for a paragraph behind the last table.</summary>
    private static bool EndsInTable(OfficialDocument document) => document.Annexes.Count > 0
        ? document.Annexes[^1].Blocks is [.., TableBlock]
        : document is { Blocks: [.., TableBlock], Attachments.Count: 0, Signature: null, Note: null or "" };

    private void Section()
    {
        w.Start("sectPr");
        Footer("default", "rId3");
        Footer("even", "rId4");
        w.Element("pgSz", ("w", GbPage.Width), ("h", GbPage.Height))
            .Element("pgMar", ("top", GbPage.Top), ("right", GbPage.Right), ("bottom", GbPage.Bottom), ("left", GbPage.Left),
                ("header", 851), ("footer", GbPage.FooterFromEdge), ("gutter", 0))
            .End();
    }

    private void Footer(string type, string id)
    {
        w.Start("footerReference", ("type", type));
        w.Xml.WriteAttributeString("r", "id", Relations, id);
        w.End();
    }
}
