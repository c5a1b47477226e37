using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Fadu.Rules.Checking;

namespace Fadu.Core.Checking;

/// <summary>
/// Writes the checked text as a .docx with one comment per finding at its span.
/// Undated and signed 年报校核, so that the same check gives the same document.
/// </summary>
public static class CommentedDocx
{
    public static void Write(string path, string text, CheckResult result)
    {
        using var stream = File.Create(path);
        Write(stream, text, result);
    }

    public static void Write(Stream stream, string text, CheckResult result)
    {
        using var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
        var main = document.AddMainDocumentPart();
        var body = new Body();
        main.Document = new Document(body);
        var comments = main.AddNewPart<WordprocessingCommentsPart>();
        comments.Comments = new Comments();
        var findings = result.Findings.OrderBy(finding => finding.Start).ToList();
        for (var id = 0; id < findings.Count; id++)
            comments.Comments.Append(new Comment(new Paragraph(new Run(new Text(Clean($"【{findings[id].Verdict.ToChinese()}·{findings[id].Kind.ToChinese()}】{findings[id].Says}"))))) { Id = id.ToString(), Author = "年报校核", Initials = "校" });
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            body.Append(Paragraph(line.TrimEnd('\r'), start, findings));
            start += line.Length + 1;
        }
        main.Document.Save();
    }

    private static Paragraph Paragraph(string line, int offset, List<CheckedRelation> findings)
    {
        var paragraph = new Paragraph();
        var end = offset + line.Length;
        var touching = findings.Select((finding, id) => (finding, id)).Where(pair => pair.finding.Start < end && pair.finding.End > offset || pair.finding.Start == offset && line.Length == 0).ToList();
        var cuts = touching.SelectMany(pair => new[] { Math.Max(pair.finding.Start, offset), Math.Min(pair.finding.End, end) }).Append(offset).Append(end).Distinct().Order().ToList();
        for (var i = 0; i < cuts.Count; i++)
        {
            foreach (var (finding, id) in touching.Where(pair => Math.Min(pair.finding.End, end) == cuts[i] && pair.finding.End <= end))
                paragraph.Append(new CommentRangeEnd { Id = id.ToString() }, new Run(new CommentReference { Id = id.ToString() }));
            foreach (var (finding, id) in touching.Where(pair => pair.finding.Start == cuts[i]))
                paragraph.Append(new CommentRangeStart { Id = id.ToString() });
            if (i + 1 < cuts.Count) paragraph.Append(new Run(new Text(Clean(line[(cuts[i] - offset)..(cuts[i + 1] - offset)])) { Space = SpaceProcessingModeValues.Preserve }));
        }
        return paragraph;
    }

    // XML has no place for control characters and halves of surrogate pairs that a damaged text may hold.
    private static string Clean(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune.Value == '\t' || (rune.Value >= 0x20 && rune.Value is not (0xFFFE or 0xFFFF))));
}
