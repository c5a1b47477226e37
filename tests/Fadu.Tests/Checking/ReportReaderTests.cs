using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Fadu.Core.Checking;
using Fadu.Rules.Checking;

namespace Fadu.Tests.Checking;

public sealed class ReportReaderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fadu-check").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void TextFile_InAnyUsualEncoding_IsRead(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var path = At("报告.txt");
        File.WriteAllText(path, "𠮷家村审结43宗，\r\n其中维持29宗。", Encoding.GetEncoding(encoding));
        ReportReader.Read(path).Text.ShouldBe("𠮷家村审结43宗，\r\n其中维持29宗。");
    }

    [Fact]
    public void Html_WithATable_BecomesRowsWithBars()
    {
        var path = At("a.html");
        File.WriteAllText(path, "<html><body><script>var a=1;</script><h1>年度报告</h1><p>全年<b>12</b>件。</p><table><tr><td>合计</td><td>12</td></tr></table></body></html>");
        ReportReader.Read(path).Text.ShouldBe("年度报告\n全年12件。\n合计 | 12\n");
    }

    [Fact]
    public void Docx_WithParagraphsAndATable_IsRead()
    {
        var path = At("a.docx");
        using (var document = WordprocessingDocument.Create(path, WordprocessingDocumentType.Document))
        {
            static Paragraph Line(string text) => new(new Run(new Text(text)));
            document.AddMainDocumentPart().Document = new Document(new Body(Line("年度报告"), new Table(new TableRow(new TableCell(Line("合计")), new TableCell(Line("12"))))));
        }
        ReportReader.Read(path).Text.ShouldBe("年度报告\n合计 | 12\n");
    }

    [Theory]
    [InlineData("empty.txt", new byte[0], "空文件")]
    [InlineData("damaged.docx", new byte[] { 80, 75, 3, 4, 1, 2, 3 }, "已损坏")]
    [InlineData("damaged.xlsx", new byte[] { 1, 2, 3, 4 }, "已损坏")]
    [InlineData("binary.txt", new byte[] { 0, 1, 2, 0, 255 }, "不是 UTF-8 或 GB18030")]
    [InlineData("noise.txt", new byte[] { 0xFF, 0xFF, 0x80, 0xFF, 0x81, 0xFF, 0x80, 0xFF }, "不是 UTF-8 或 GB18030")]
    [InlineData("old.doc", new byte[] { 0xD0, 0xCF }, "另存为 .docx")]
    [InlineData("old.xls", new byte[] { 0xD0, 0xCF }, "另存为 .xlsx")]
    [InlineData("版式.ofd", new byte[] { 80, 75, 3, 4 }, "另存为 .docx 或 .pdf")]
    [InlineData("marked.txt", new byte[] { 0xEF, 0xBB, 0xBF }, "没有文字")]
    public void BadFile_OfAnyKind_GivesAMessageInChinese(string name, byte[] bytes, string says)
    {
        var path = At(name);
        File.WriteAllBytes(path, bytes);
        var read = ReportReader.Read(path);
        read.Text.ShouldBeNull();
        read.Problem!.ShouldContain(says);
    }

    [Fact]
    public void MissingFile_IsSaidSo() => ReportReader.Read(At("没有.txt")).Problem!.ShouldContain("找不到文件");

    [Fact]
    public void ZipBomb_IsRefusedBeforeItIsOpened()
    {
        var path = At("bomb.docx");
        using (var package = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using var entry = package.CreateEntry("word/document.xml", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 320; i++) entry.Write(zeros);
        }
        ReportReader.Read(path).Problem!.ShouldContain("异常压缩包");
    }

    [Fact]
    public void HugeFile_IsRefusedByItsSize()
    {
        var path = At("huge.txt");
        using (var stream = File.Create(path)) stream.SetLength(ReportReader.MaxBytes + 1);
        ReportReader.Read(path).Problem!.ShouldContain("上限");
    }

    [PdfFact]
    public void Pdf_WithText_IsReadThroughPdftotext()
    {
        var path = At("a.pdf");
        File.WriteAllText(path, PdfSample.Of("某区工作情况报告", "排查重点矛盾40件，已化解35件，化解率78.5%。", "坚持依法行政。"));
        var text = ReportReader.Read(path).Text.ShouldNotBeNull();
        text.ShouldBe("某区工作情况报告\n排查重点矛盾40件，已化解35件，化解率78.5%。\n坚持依法行政。\n");
        ReportChecker.Check(text).Findings.ShouldContain(finding => finding.Verdict == Verdict.Contradiction);
    }

    [PdfFact]
    public void Pdf_ScannedWithoutText_AsksForRecognition()
    {
        var path = At("scan.pdf");
        File.WriteAllText(path, PdfSample.Of());
        ReportReader.Read(path).Problem!.ShouldContain("扫描件");
    }

    [PdfFact]
    public void Pdf_CutShort_IsSaidToBeDamaged()
    {
        var path = At("damaged.pdf");
        File.WriteAllText(path, PdfSample.Of("某区工作情况报告")[..300]);
        ReportReader.Read(path).Problem!.ShouldContain("已损坏");
    }

    [Fact]
    public void Pdf_WithoutPdftotext_SaysWhatToInstall()
    {
        var path = At("a.pdf");
        File.WriteAllText(path, PdfSample.Of("某区工作情况报告"));
        PdfReport.Read(path, "pdftotext-is-not-here").Problem!.ShouldContain("poppler-utils");
    }

    [Fact]
    public void PdfLines_OfAPage_AreJoinedAndColumnsBecomeCells() =>
        PdfLines.Join("某区报告\n全年受理行政复议申请一百二十件比上年有\n所增加。\n单位      受理      审结\n甲局      12      10\n\f").ShouldBe("某区报告\n全年受理行政复议申请一百二十件比上年有所增加。\n单位 | 受理 | 审结\n甲局 | 12 | 10\n");

    [Fact]
    public void Docx_WithADamagedPart_IsSaidToBeDamaged()
    {
        var path = At("half.docx");
        using (var package = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using var part = new StreamWriter(package.CreateEntry("word/document.xml").Open());
            part.Write("<w:document><w:body><w:p>");
        }

        ReportReader.Read(path).Problem!.ShouldContain("已损坏");
    }

    [Fact]
    public void Docx_NestedWithoutEnd_IsRefusedBeforeItsReaderExhaustsTheStack()
    {
        const int depth = 100_000;
        var path = At("deep.docx");
        using (var package = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using var part = new StreamWriter(package.CreateEntry("word/document.xml").Open());
            part.Write("<w:body xmlns:w=\"w\">" + string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", depth)));
        }

        ReportReader.Read(path).Problem!.ShouldContain("嵌套");
    }

    [Theory]
    [InlineData("<div>", 100_000, "嵌套")]
    [InlineData("<table><tr><td>", 100_000, "嵌套")]
    [InlineData("<p><li>全年<br>", 3_000, null)]
    [InlineData("<div><b>甲</b></div>", 3_000, null)]
    public void Html_NestedWithoutEnd_IsRefusedAndOpenParagraphsAreNot(string tags, int times, string? problem)
    {
        var path = At("deep.html");
        File.WriteAllText(path, "<p>某县报告</p>" + string.Concat(Enumerable.Repeat(tags, times)));
        var read = ReportReader.Read(path);
        if (problem is null) read.Text.ShouldNotBeNull().ShouldStartWith("某县报告");
        else read.Problem.ShouldNotBeNull().ShouldContain(problem);
    }

    [Fact]
    public void Docx_WithRevisions_IsReadAsItIsMeantToBe()
    {
        var path = At("revised.docx");
        using (var document = WordprocessingDocument.Create(path, WordprocessingDocumentType.Document))
        {
            static Run Words(string text) => new(new Text(text));
            document.AddMainDocumentPart().Document = new Document(new Body(new Paragraph(new MoveFromRun(Words("审结99件，")), new MoveToRun(Words("审结43件，")), new InsertedRun(Words("维持29件。")), new DeletedRun(new Run(new DeletedText("维持12件。"))))));
        }

        ReportReader.Read(path).Text.ShouldBe("审结43件，维持29件。\n");
    }

    [Fact]
    public void Text_OfAHundredMegabytes_IsRefusedQuicklyByItsLength()
    {
        var path = At("long.txt");
        var line = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("全年受理12件。\n", 4_000)));
        using (var stream = File.Create(path))
            for (var written = 0L; written + line.Length < ReportReader.MaxBytes; written += line.Length) stream.Write(line);
        var before = Environment.CpuUsage.TotalTime;
        ReportReader.Read(path).Problem!.ShouldContain("万字的上限");
        (Environment.CpuUsage.TotalTime - before).ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void RandomBytes_UnderEveryExtension_NeverThrow()
    {
        var random = new Random(7);
        foreach (var extension in ReportReader.Extensions.Where(extension => extension != ".pdf"))
        {
            for (var round = 0; round < 25; round++)
            {
                var bytes = new byte[random.Next(1, 4000)];
                random.NextBytes(bytes);
                if (round % 2 == 0 && bytes.Length > 4) (bytes[0], bytes[1], bytes[2], bytes[3]) = (80, 75, 3, 4);
                var path = At("fuzz" + extension);
                File.WriteAllBytes(path, bytes);
                var read = ReportReader.Read(path);
                (read.Text is null).ShouldBe(read.Problem is not null);
            }
        }
    }

    [Fact]
    public void CommentedDocx_OfACheck_HasOneCommentPerFindingAndTheWholeText()
    {
        const string text = "某区工作情况\n排查重点矛盾40件，已化解35件，化解率78.5%。\n坚持依法行政。";
        var result = ReportChecker.Check(text);
        using var stream = new MemoryStream();
        CommentedDocx.Write(stream, text, result);
        using var document = WordprocessingDocument.Open(stream, false);
        document.MainDocumentPart!.WordprocessingCommentsPart!.Comments.Elements<Comment>().Count().ShouldBe(result.Findings.Count());
        string.Join('\n', document.MainDocumentPart.Document.Body!.Elements<Paragraph>().Select(paragraph => paragraph.InnerText)).ShouldBe(text);
    }

    [Fact]
    public void CommentedDocx_OfCharactersBeyondTheBasicPlane_KeepsThemAndTheSpans()
    {
        const string text = "𬭎泽镇（𠮷家村）\n👍排查𪚥川重点矛盾40件，已化解35件，化解率78.5%。\n𫖯首";
        var result = ReportChecker.Check(text);
        using var stream = new MemoryStream();
        CommentedDocx.Write(stream, text, result);
        using var document = WordprocessingDocument.Open(stream, false);
        var paragraphs = document.MainDocumentPart!.Document.Body!.Elements<Paragraph>().ToList();
        string.Join('\n', paragraphs.Select(paragraph => paragraph.InnerText)).ShouldBe(text);
        var finding = result.Findings.Single(finding => finding.Verdict == Verdict.Contradiction);
        Commented(paragraphs[1], result.Findings.OrderBy(item => item.Start).ToList().IndexOf(finding)).ShouldBe(finding.Quote);
    }

    [Fact]
    public void CommentedDocx_OfHalvesAndControls_IsStillADocument()
    {
        using var stream = new MemoryStream();
        const string text = "甲\uD842乙\u0001丙\uFFFE丁";
        CommentedDocx.Write(stream, text, ReportChecker.Check(text));
        using var document = WordprocessingDocument.Open(stream, false);
        document.MainDocumentPart!.Document.Body!.InnerText.ShouldBe("甲\uFFFD乙丙丁");
    }

    // The text between the marks of one comment.
    private static string Commented(Paragraph paragraph, int id) => string.Concat(paragraph.ChildElements
        .SkipWhile(element => element is not CommentRangeStart start || start.Id! != id.ToString()).TakeWhile(element => element is not CommentRangeEnd end || end.Id! != id.ToString()).Select(element => element.InnerText));

    private string At(string name) => Path.Combine(folder, name);
}
