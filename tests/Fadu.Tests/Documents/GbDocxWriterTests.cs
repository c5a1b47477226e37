using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Fadu.Core.Documents;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Run = Fadu.Core.Documents.Run;

namespace Fadu.Tests.Documents;

public sealed class GbDocxWriterTests
{
    private static T Look<T>(OfficialDocument document, Func<MainDocumentPart, T> at)
    {
        using var file = Reports.Docx(document);
        using var docx = WordprocessingDocument.Open(file, false);
        return at(docx.MainDocumentPart!);
    }

    private static string? Style(Paragraph p) => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value;

    [Fact]
    public void Document_WithEveryElement_IsValidOpenXml()
    {
        using var file = Reports.Docx(Reports.Annual);
        using var docx = WordprocessingDocument.Open(file, false);
        new OpenXmlValidator(FileFormatVersions.Office2010).Validate(docx).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void Page_HasTheMeasuresOfTheStandard() => Look(Reports.Annual, main =>
    {
        var section = main.Document.Descendants<SectionProperties>().Single();
        var size = section.GetFirstChild<PageSize>()!;
        var margin = section.GetFirstChild<PageMargin>()!;
        (size.Width!.Value, size.Height!.Value).ShouldBe((11906u, 16838u));
        (margin.Top!.Value, margin.Bottom!.Value, margin.Left!.Value, margin.Right!.Value, margin.Footer!.Value).ShouldBe((2098, 1984, 1588u, 1474u, 1310u));
        section.GetFirstChild<DocGrid>().ShouldBeNull();
        var defaults = main.StyleDefinitionsPart!.Styles!.DocDefaults!;
        defaults.Descendants<SpacingBetweenLines>().Single().Line!.Value.ShouldBe("578");
        defaults.Descendants<SpacingBetweenLines>().Single().LineRule!.Value.ShouldBe(LineSpacingRuleValues.Exact);
        defaults.Descendants<Spacing>().Single().Val!.Value.ShouldBe(-5);
        defaults.Descendants<RunFonts>().Single().EastAsia!.Value.ShouldBe("仿宋_GB2312");
        defaults.Descendants<FontSize>().Single().Val!.Value.ShouldBe("32");
        return true;
    });

    [Theory]
    [InlineData("DocumentTitle", "方正小标宋简体", "44")]
    [InlineData("Heading1", "黑体", null)]
    [InlineData("Heading2", "楷体_GB2312", null)]
    [InlineData("Heading3", null, null)]
    [InlineData("Colophon", null, "28")]
    [InlineData("Footer", "宋体", "28")]
    public void Style_OfAnElement_HasItsFontAndSize(string id, string? font, string? size) => Look(Reports.Annual, main =>
    {
        var style = main.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(s => s.StyleId == id);
        (style.Descendants<RunFonts>().SingleOrDefault()?.EastAsia?.Value, style.Descendants<FontSize>().SingleOrDefault()?.Val?.Value).ShouldBe((font, size));
        return true;
    });

    [Fact]
    public void Elements_StandInTheOrderOfTheStandard()
    {
        var texts = Look(Reports.Annual, main => main.Document.Body!.Elements<Paragraph>().Select(p => p.InnerText).Where(t => t.Length > 0).ToList());
        texts.ShouldBe(
        [
            "000012", "特急", "无极县人民政府文件", "无政〔2026〕7号", "无极县人民政府", "关于2025年法治政府建设情况的报告", "市人民政府：",
            "现将2025年法治政府建设情况报告如下：", "一、主要举措和成效", "（一）依法决策。审查合同138份，采纳率98.30%，合同138份。", "1.规范执法", "（1）公示", "处罚统计表", "特此报告。",
            "附件：1.处罚统计表", "2.复议统计表", "无极县人民政府", "2026年3月7日", "（此件公开发布）", "附件", "处罚统计表", "略",
        ]);
    }

    [Fact]
    public void Figures_CarryBookmarksThatLeadToThem() => Look(Reports.Annual, main =>
    {
        var marks = main.Document.Descendants<BookmarkStart>().ToDictionary(b => b.Name!.Value!, b => b.NextSibling<DocumentFormat.OpenXml.Wordprocessing.Run>()!.InnerText);
        marks.ShouldBe(new Dictionary<string, string>
        {
            ["review_contracts"] = "138",
            ["review_adoption_rate"] = "98.30%",
            ["review_contracts__2"] = "138",
            ["penalty_ordinary"] = "7",
        });
        main.Document.Descendants<BookmarkEnd>().Select(b => b.Id!.Value).ShouldBe(main.Document.Descendants<BookmarkStart>().Select(b => b.Id!.Value));
        return true;
    });

    [Fact]
    public void RunInHeading_ChangesTheFontOfItsBeginningOnly() => Look(Reports.Annual, main =>
    {
        var paragraph = main.Document.Descendants<Paragraph>().Single(p => p.InnerText.StartsWith("（一）", StringComparison.Ordinal));
        Style(paragraph).ShouldBe("Normal");
        paragraph.Descendants<DocumentFormat.OpenXml.Wordprocessing.Run>().Select(r => r.RunProperties?.RunStyle?.Val?.Value).Distinct().ShouldBe(["KaiTiRun", null]);
        return true;
    });

    [Fact]
    public void Table_WithSpans_IsAFullGridWithRepeatedHeader() => Look(Reports.Annual, main =>
    {
        var table = main.Document.Body!.Elements<Table>().First();
        var rows = table.Elements<TableRow>().ToList();
        rows.Select(r => r.Descendants<TableHeader>().Any()).ShouldBe([true, true, false, false]);
        rows.Select(r => r.Elements<DocumentFormat.OpenXml.Wordprocessing.TableCell>().Sum(c => c.TableCellProperties!.GridSpan?.Val?.Value ?? 1)).ShouldBe([3, 3, 3, 3]);
        table.Descendants<DocumentFormat.OpenXml.Wordprocessing.VerticalMerge>().Select(v => v.Val?.Value).ShouldBe([MergedCellValues.Restart, null]);
        table.Descendants<GridColumn>().Sum(c => int.Parse(c.Width!.Value!)).ShouldBe(8844);
        rows[2].Descendants<Justification>().Select(j => j.Val!.Value).ShouldBe([JustificationValues.Left, JustificationValues.Right, JustificationValues.Right]);
        return true;
    });

    [Fact]
    public void PageNumbers_StandAtTheOuterEdge() => Look(Reports.Annual, main =>
    {
        main.DocumentSettingsPart!.Settings.GetFirstChild<EvenAndOddHeaders>().ShouldNotBeNull();
        var footers = main.Document.Descendants<FooterReference>().ToDictionary(f => f.Type!.Value, f => ((FooterPart)main.GetPartById(f.Id!.Value!)).Footer);
        footers[HeaderFooterValues.Default].Descendants<Justification>().Single().Val!.Value.ShouldBe(JustificationValues.Right);
        footers[HeaderFooterValues.Even].Descendants<Justification>().Single().Val!.Value.ShouldBe(JustificationValues.Left);
        footers[HeaderFooterValues.Default].InnerText.ShouldBe("—  PAGE 1 —");
        return true;
    });

    [Theory]
    [InlineData("无极县人民政府法制办公室", false, 2 * 320, 6 * 320)]
    [InlineData("县政府", false, 7 * 320, 2 * 320)]
    [InlineData("无极县政府", true, (int)(4.5 * 320), 4 * 320)]
    [InlineData("无极县依法治县办", true, 3 * 320, 4 * 320)]
    [InlineData("中共无极县委全面依法治县委员会办公室", true, 0, 6 * 320)]
    public void Signature_StandsByTheRule(string organ, bool isSealed, int organIndent, int dateIndent)
    {
        var indents = Look(Reports.Plain(new Core.Documents.Paragraph("文")) with { Signature = new(organ, new DateOnly(2026, 3, 7), isSealed) }, main => main.Document.Descendants<Paragraph>()
            .Where(p => p.InnerText == organ || p.InnerText == "2026年3月7日").Select(p => int.Parse(p.ParagraphProperties!.Indentation!.Right!.Value!)).ToList());
        indents.ShouldBe([organIndent, dateIndent]);
    }

    [Fact]
    public void SameDocument_WrittenTwice_HasTheSameBytes() =>
        Reports.Docx(Reports.Annual).ToArray().ShouldBe(Reports.Docx(Reports.Annual with { }).ToArray());

    [Fact]
    public void Text_WithCharactersXmlCannotCarry_IsWrittenWithoutThem() =>
        Look(Reports.Plain(new Core.Documents.Paragraph("甲\u0001\uD800乙<&>\"𠮷\n丙")), main => main.Document.Descendants<Paragraph>().Last().InnerText).ShouldBe("甲乙<&>\"𠮷丙");

    [Fact]
    public void TableWithNoRow_IsRefused() =>
        Should.Throw<ArgumentException>(() => Reports.Docx(Reports.Plain(new TableBlock(null, [], []))));

    [Fact]
    public void UnevenRows_OfATable_AreFilledToAGrid() => Look(Reports.Plain(new TableBlock(null, [["a", "b", "c"]], [["1"], [new Core.Documents.TableCell([new Run("x")], 9, 9)]])), main =>
    {
        main.Document.Descendants<TableRow>().Select(r => r.Elements<DocumentFormat.OpenXml.Wordprocessing.TableCell>().Sum(c => c.TableCellProperties!.GridSpan?.Val?.Value ?? 1)).Distinct().Count().ShouldBe(1);
        return true;
    });
}
