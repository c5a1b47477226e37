using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Fadu.Core.Documents;

/// <summary>The same document as semantic HTML for the screen. <c>figureHref</c> gives the address behind a figure, or null where there is none.</summary>
public sealed class HtmlPreview
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _html = new();
    private readonly Func<string, string?> _figureHref;

    private HtmlPreview(Func<string, string?> figureHref) => _figureHref = figureHref;

    public static string Render(OfficialDocument document, Func<string, string?> figureHref)
    {
        var preview = new HtmlPreview(figureHref);
        preview.Write(document);
        return preview._html.ToString();
    }

    private void Write(OfficialDocument document)
    {
        _html.Append("<article class=\"official-document\" lang=\"zh-CN\">");
        if (document.Letterhead is { } head) Letterhead(head);
        Title("h1", "document-title", document.TitleLines);
        if (document.Addressee is { Length: > 0 } addressee) Element("p", "addressee", addressee.TrimEnd('：', ':') + "：");
        foreach (var block in document.Blocks) Block(block);
        Attachments(document.Attachments);
        if (document.Signature is { } signature)
        {
            _html.Append("<footer class=\"signature\">");
            Element("p", "organ", signature.Organ);
            Date("p", signature.Date, "");
            _html.Append("</footer>");
        }
        if (document.Note is { Length: > 0 } note) Element("p", "note", $"（{note.Trim('（', '）')}）");
        for (var i = 0; i < document.Annexes.Count; i++)
        {
            _html.Append("<section class=\"annex\">");
            Element("p", "annex-label", document.Annexes.Count == 1 ? "附件" : $"附件{i + 1}");
            Title("h2", "annex-title", document.Annexes[i].TitleLines);
            foreach (var block in document.Annexes[i].Blocks) Block(block);
            _html.Append("</section>");
        }
        if (document.Colophon is { } colophon) Colophon(colophon);
        _html.Append("</article>\n");
    }

    private void Letterhead(Letterhead head)
    {
        _html.Append("<header class=\"letterhead\">");
        foreach (var (type, text) in (ReadOnlySpan<(string, string?)>)
                 [("copy-number", head.CopyNumber), ("secrecy", head.Secrecy), ("urgency", head.Urgency), ("mark", head.Mark), ("document-number", head.DocumentNumber)])
            if (text is { Length: > 0 }) Element("p", type, text);
        if (head.Signer is { Length: > 0 } signer) Element("p", "signer", "签发人：" + signer);
        _html.Append("</header>");
    }

    private void Title(string tag, string type, IReadOnlyList<string> lines)
    {
        _html.Append(CultureInfo.InvariantCulture, $"<{tag} class=\"{type}\">");
        foreach (var line in lines) Element("span", "title-line", line);
        _html.Append(CultureInfo.InvariantCulture, $"</{tag}>");
    }

    private void Block(Block block)
    {
        switch (block)
        {
            case Heading heading:
                _html.Append(CultureInfo.InvariantCulture, $"<h{heading.Level + 1} class=\"heading-{heading.Level}\">");
                Runs(heading.Runs);
                _html.Append(CultureInfo.InvariantCulture, $"</h{heading.Level + 1}>");
                if (heading.RunIn.Count > 0) Paragraph(heading.RunIn);
                break;
            case Paragraph paragraph: Paragraph(paragraph.Runs); break;
            case TableBlock table: Table(table); break;
        }
    }

    private void Paragraph(IEnumerable<Run> runs)
    {
        _html.Append("<p>");
        Runs(runs);
        _html.Append("</p>");
    }

    private void Runs(IEnumerable<Run> runs)
    {
        foreach (var run in runs)
            if (run.Figure is not { } figure) Lines(run.Text);
            else if (_figureHref(figure) is { } href)
            {
                _html.Append("<a class=\"figure\" data-figure=\"").Append(Encoder.Encode(figure)).Append("\" href=\"").Append(Encoder.Encode(href)).Append("\">");
                Lines(run.Text);
                _html.Append("</a>");
            }
            else
            {
                _html.Append("<span class=\"figure\" data-figure=\"").Append(Encoder.Encode(figure)).Append("\">");
                Lines(run.Text);
                _html.Append("</span>");
            }
    }

    private void Table(TableBlock table)
    {
        _html.Append("<div class=\"table-frame\"><table>");
        if (table.Caption is { Length: > 0 } caption) Element("caption", null, caption);
        if (table.HeaderRows.Count > 0) Rows("thead", "th", table.HeaderRows, null);
        Rows("tbody", "td", table.Rows, table.Alignments);
        _html.Append("</table></div>");
    }

    private void Rows(string group, string tag, IReadOnlyList<IReadOnlyList<TableCell>> rows, IReadOnlyList<CellAlignment>? alignments)
    {
        _html.Append('<').Append(group).Append('>');
        // Spans do not reach from the header into the body, so each group is a grid of its own.
        var grid = rows.Count == 0 ? [] : TableGrid.Of(new TableBlock(null, [], rows)).Rows;
        foreach (var row in grid)
        {
            _html.Append("<tr>");
            foreach (var place in row.Places)
                if (place.Merge != VerticalMerge.Continues) Cell(tag, place, alignments);
            _html.Append("</tr>");
        }
        _html.Append("</").Append(group).Append('>');
    }

    private void Cell(string tag, TablePlace place, IReadOnlyList<CellAlignment>? alignments)
    {
        _html.Append('<').Append(tag);
        if (tag == "th") _html.Append(place.Span > 1 ? " scope=\"colgroup\"" : " scope=\"col\"");
        else if (alignments is not null && place.Column < alignments.Count)
            _html.Append(" class=\"").Append(alignments[place.Column] switch { CellAlignment.Centre => "centre", CellAlignment.Right => "right", _ => "left" }).Append('"');
        if (place.Span > 1) _html.Append(CultureInfo.InvariantCulture, $" colspan=\"{place.Span}\"");
        if (place.Cell is { RowSpan: > 1 } tall) _html.Append(CultureInfo.InvariantCulture, $" rowspan=\"{tall.RowSpan}\"");
        _html.Append('>');
        Runs(place.Cell?.Runs ?? []);
        _html.Append("</").Append(tag).Append('>');
    }

    private void Attachments(IReadOnlyList<string> names)
    {
        if (names.Count == 0) return;
        _html.Append("<div class=\"attachments\"><p>附件：</p><ol>");
        foreach (var name in names) Element("li", null, name);
        _html.Append("</ol></div>");
    }

    private void Colophon(Colophon colophon)
    {
        _html.Append("<footer class=\"colophon\">");
        if (colophon.CopiesTo is { Count: > 0 } copies) Element("p", "copies", $"抄送：{string.Join("，", copies).TrimEnd('。')}。");
        Element("p", "issued-by", colophon.IssuedBy);
        Date("p", colophon.IssuedOn, "印发");
        _html.Append("</footer>");
    }

    private void Date(string tag, DateOnly date, string after)
    {
        _html.Append(CultureInfo.InvariantCulture, $"<{tag} class=\"date\"><time datetime=\"{date:yyyy-MM-dd}\">");
        _html.Append(TextWidth.Of(date)).Append("</time>").Append(after).Append("</").Append(tag).Append('>');
    }

    private void Element(string tag, string? type, string text)
    {
        _html.Append('<').Append(tag);
        if (type is not null) _html.Append(" class=\"").Append(type).Append('"');
        _html.Append('>');
        Lines(text);
        _html.Append("</").Append(tag).Append('>');
    }

    private void Lines(string text) => _html.Append(Encoder.Encode(text.ReplaceLineEndings("\n")).Replace("&#xA;", "<br>"));
}
