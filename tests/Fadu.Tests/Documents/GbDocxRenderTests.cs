using System.Globalization;
using System.Text.RegularExpressions;
using Fadu.Core.Documents;

namespace Fadu.Tests.Documents;

/// <summary>What the page looks like, not what the file says: LibreOffice sets it, poppler measures it.</summary>
[Collection(OfficeCollection.Name)]
public sealed partial class GbDocxRenderTests(OfficeProfile office)
{
    private const string Ten = "一二三四五六七八九十";

    [OfficeFact("pdftotext", "pdfinfo")]
    public void FullPage_HasTwentyTwoLinesOfTwentyEightCharacters() => Office.InFolder(folder =>
    {
        var pages = Pages(folder, Reports.Plain([.. Enumerable.Range(0, 3).Select(_ => new Paragraph(string.Concat(Enumerable.Repeat(Ten, 100))))]));
        var lines = pages[1].Split('\n').Where(l => l.Contains('一') || l.Contains('二')).Select(l => l.Trim()).ToList();
        lines.Count.ShouldBe(22);
        lines.Count(l => l.Length == 28).ShouldBeGreaterThan(18);
        lines.ShouldAllBe(l => l.Length <= 28);
    });

    [OfficeFact("pdftotext", "pdfinfo")]
    public void PageNumbers_AreAtTheOuterEdges() => Office.InFolder(folder =>
    {
        Pages(folder, Reports.Plain([.. Enumerable.Range(0, 30).Select(_ => new Paragraph(string.Concat(Enumerable.Repeat(Ten, 8))))]));
        double[] left = [.. Enumerable.Range(1, 2).Select(page => Word(folder, page, page.ToString(CultureInfo.InvariantCulture)).Left)];
        left[0].ShouldBeGreaterThan(450);
        left[1].ShouldBeLessThan(130);
    });

    [OfficeFact("pdftotext", "pdfinfo")]
    public void Colophon_StandsAtTheFootOfTheLastTextArea() => Office.InFolder(folder =>
    {
        var pages = Pages(folder, Reports.Annual);
        var (left, bottom) = Word(folder, pages.Length, "无极县人民政府办公室");
        bottom.ShouldBeInRange(841.9 - 99.2 - 24, 841.9 - 99.2 + 1);
        left.ShouldBeInRange(79.4 + 10, 79.4 + 16);
    });

    [OfficeFact("pdftotext", "pdfinfo")]
    public void Signature_NeverStandsOnAPageWithoutText() => Office.InFolder(folder =>
    {
        var documents = Enumerable.Range(11, 8).Select(filler => Reports.Plain([.. Enumerable.Range(0, filler).Select(i => new Paragraph(i == 0 ? "开头一段" : "正文")), new Paragraph("最后一段正文。")])
            with
        { Signature = new("无极县人民政府", new DateOnly(2026, 3, 7)), Note = "此件公开发布" }).ToArray();
        var last = Rendered(folder, documents).Select(pages => pages[^1]).ToList();
        last.Select(p => p.Contains("开头一段")).Distinct().Count().ShouldBe(2, "some end on page 1, some on page 2");
        last.ShouldAllBe(p => p.Contains("最后一段正文") && p.Contains("此件公开发布"));
    });

    private string[] Pages(string folder, OfficialDocument document) => Rendered(folder, document)[0];

    private string[][] Rendered(string folder, params OfficialDocument[] documents)
    {
        var files = documents.Select((_, i) => Path.Combine(folder, $"{i}.docx")).ToArray();
        foreach (var (file, document) in files.Zip(documents))
        {
            using var stream = File.Create(file);
            GbDocxWriter.Write(document, stream);
        }
        return [.. office.Convert("pdf", files).Select(pdf => Office.Run("pdftotext", "-layout", pdf, "-").TrimEnd('\f', '\n').Split('\f'))];
    }

    private static (double Left, double Bottom) Word(string folder, int page, string word)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        var html = Office.Run("pdftotext", "-bbox", "-f", number, "-l", number, Path.Combine(folder, "0.pdf"), "-");
        var match = Box().Matches(html).Last(m => m.Groups["text"].Value == word);
        return (double.Parse(match.Groups["left"].Value, CultureInfo.InvariantCulture), double.Parse(match.Groups["bottom"].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("""<word xMin="(?<left>[\d.]+)" yMin="[\d.]+" xMax="[\d.]+" yMax="(?<bottom>[\d.]+)">(?<text>[^<]*)</word>""")]
    private static partial Regex Box();
}
