using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Fadu.Core.Checking;

/// <summary>Text of a .docx: one line per paragraph, one line with bars per table row.</summary>
public static class DocxReport
{
    public static ReportText Read(string path)
    {
        if (ZipGuard.Refuse(path) is { } refusal) return ReportText.Unreadable(refusal);
        try
        {
            using var document = WordprocessingDocument.Open(path, false);
            if (document.MainDocumentPart?.Document.Body is not { } body) return ReportText.Unreadable(Damaged(path));
            var text = new StringBuilder();
            foreach (var element in body.Elements()) Write(element, text);
            return ReportText.Of(text.ToString());
        }
        catch (Exception problem) when (problem is OpenXmlPackageException or System.Xml.XmlException or InvalidDataException or IOException or FormatException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            return ReportText.Unreadable(Damaged(path));
        }
    }

    private static string Damaged(string path) => $"{Path.GetFileName(path)} 已损坏或不是有效的 Word 文档，请用办公软件打开后另存一份再试。";

    private static void Write(OpenXmlElement element, StringBuilder text)
    {
        switch (element)
        {
            case Paragraph paragraph:
                text.Append(TextOf(paragraph)).Append('\n');
                break;
            case Table table:
                var grid = new TableGrid();
                foreach (var row in table.Elements<TableRow>()) grid.Add(row.Elements<TableCell>().Select(Cell).ToList());
                grid.Write(text);
                break;
            case SdtBlock block when block.SdtContentBlock is { } content:
                foreach (var child in content.Elements()) Write(child, text);
                break;
        }
    }

    // A cell that continues the one above it is blank.
    private static (string Text, int Columns, int Rows) Cell(TableCell cell)
    {
        var merge = cell.TableCellProperties?.VerticalMerge;
        var continued = merge is not null && (merge.Val is null || merge.Val.Value == MergedCellValues.Continue);
        return (continued ? "" : string.Concat(cell.Descendants<Paragraph>().Select(TextOf)), cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 1);
    }

    /// <summary>Text of a paragraph: runs, tabs and breaks. What a revision deletes or moves away is left out, and so is the second drawing of a text box.</summary>
    internal static string TextOf(Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var part in paragraph.Descendants())
        {
            if (part.Ancestors().Any(around => around is DeletedRun or MoveFromRun or AlternateContentFallback)) continue;
            switch (part)
            {
                case Text words: text.Append(words.Text); break;
                case TabChar or Break: text.Append(' '); break;
            }
        }
        return text.ToString();
    }
}
