using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Fadu.Core.Files;
using Fadu.Core.Tables;

namespace Fadu.Tests.Tables;

public sealed class XlsxWriterTests
{
    [Fact]
    public void Rows_WrittenAndRead_AreTheSame()
    {
        using var file = Sheets.Written(sheet =>
        {
            sheet.Row("330106200001011234", new DateOnly(2026, 9, 7), 3000.5m, true, "  前后有空 <>&\" _x0041_ \u0001䶮𠮷 ");
            sheet.Row(null, null, null, false, "第二行\n换行");
            sheet.Totals(null, null, 3000.5m);
        }, new SheetLayout { Title = "行政处罚台账", UnderTitle = "填报单位：无极县司法局", SerialColumn = true });
        var (header, rows, skipped) = Sheets.Read(file, "文号", "决定日期", "案由");
        header.Row.ShouldBe(3);
        rows.Select(r => r.Number).ShouldBe([4, 5]);
        CellParsing.Code(rows[0]["文号"]).Value.ShouldBe("330106200001011234");
        rows[0]["决定日期"].Kind.ShouldBe(CellKind.Date);
        CellParsing.Date(rows[0]["决定日期"]).Value.ShouldBe(new DateOnly(2026, 9, 7));
        CellParsing.Decimal(rows[0]["罚款金额"]).Value.ShouldBe(3000.5m);
        CellParsing.YesNo(rows[0]["是否听证"]).Value.ShouldBeTrue();
        rows[0]["案由"].Text.ShouldBe("  前后有空 <>&\" _x0041_ 䶮𠮷 ");
        rows[1]["案由"].Text.ShouldBe("第二行\n换行");
        skipped.Single().ShouldBe(new SkippedRow(6, "合计行"));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1+1")]
    [InlineData("-cmd")]
    [InlineData("@SUM(A1)")]
    public void TextThatLooksLikeAFormula_InAWorkbook_StaysText(string text)
    {
        using var file = Sheets.Written(s => s.Row(text, null, null, null, text));
        using var document = SpreadsheetDocument.Open(file, false);
        var sheet = document.WorkbookPart!.WorksheetParts.First().Worksheet;
        sheet.Descendants<CellFormula>().ShouldBeEmpty();
        sheet.Descendants<Row>().Last().Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().First().InnerText.ShouldBe(text);
    }

    [Fact]
    public void NumbersBeyondFifteenDigits_AreWrittenAsText()
    {
        using var file = Sheets.Written(s => s.Row(330106200001011234L, null, 12345678901234567m));
        var row = Sheets.Read(file, "文号", "罚款金额").Rows.Single();
        row["文号"].ShouldBe(new Core.Tables.Cell(CellKind.Text, "330106200001011234"));
        row["罚款金额"].Kind.ShouldBe(CellKind.Text);
    }

    [Fact]
    public void Workbook_WithEverything_IsValidOpenXml()
    {
        using var file = new MemoryStream();
        using (var writer = new XlsxWriter(file))
        {
            writer.AddNotes("填写说明", ["红色表头为必填。", "日期写作 2026-09-07。"]);
            var sheet = writer.AddSheet("导入[模板]*", [.. Sheets.Columns, new("处罚种类", Choices: ["警告", "罚款"], Required: true)],
                new SheetLayout { Title = "模板", PageHeader = "张三 & 李四 导出", SerialColumn = true });
            sheet.Row("001", new DateOnly(2026, 1, 1), 1m, true, "x", "警告");
            writer.AddSheet("导入[模板]*", Sheets.Columns).Row();
        }
        file.Position = 0;
        using var document = SpreadsheetDocument.Open(file, false);
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2010).Validate(document).Select(e => e.Description).ShouldBeEmpty();
        var book = document.WorkbookPart!.Workbook;
        book.Descendants<Sheet>().Select(s => s.Name!.Value).ShouldBe(["填写说明", "导入_模板__", "导入_模板__2", "选项"]);
        book.Descendants<Sheet>().Last().State!.Value.ShouldBe(SheetStateValues.Hidden);
        var names = book.Descendants<DefinedName>().Where(n => n.Name!.Value!.StartsWith("Choices")).ToDictionary(n => n.Name!.Value!, n => n.Text);
        names.Values.ShouldBe(["'选项'!$A$1:$A$2", "'选项'!$B$1:$B$2"]);
        var template = ((WorksheetPart)document.WorkbookPart.GetPartById("rId2")).Worksheet;
        template.Descendants<DataValidation>().Select(v => v.SequenceOfReferences!.InnerText).ShouldBe(["E3:E2003", "G3:G2003"]);
        template.Descendants<Pane>().Single().VerticalSplit!.Value.ShouldBe(2);
    }

    [Fact]
    public void LongText_InARow_MakesItHigherAndTotalsKeepTheirFormat()
    {
        using var file = Sheets.Written(s =>
        {
            s.Row(3000.5m, "短");
            s.Row(1m, new string('长', 100));
            s.Totals(3001.5m);
        }, columns: [new("金额", ColumnType.Money), new("内容", ColumnType.LongText, 41)]);
        using var document = SpreadsheetDocument.Open(file, false);
        var rows = document.WorkbookPart!.WorksheetParts.First().Worksheet.Descendants<Row>().ToList();
        rows.Select(r => r.Height?.Value).ShouldBe([30, null, 15 * 6, null]);
        var formats = document.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        rows[^1].Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().Select(c => (formats[(int)c.StyleIndex!.Value].NumberFormatId!.Value, formats[(int)c.StyleIndex.Value].FontId!.Value)).ShouldBe([(4u, 2u), (0u, 2u)]);
    }

    [Fact]
    public void SameContent_WrittenTwice_HasTheSameBytes()
    {
        static byte[] Once()
        {
            using var file = Sheets.Written(s => s.Row("1", new DateOnly(2026, 1, 1)));
            return file.ToArray();
        }
        Once().ShouldBe(Once());
    }

    [Fact]
    public void TextBeyondWhatExcelHolds_IsCutWithAMark()
    {
        using var file = Sheets.Written(s => s.Row(null, null, null, null, new string('长', 40_000)));
        var text = Sheets.Read(file, "文号", "案由").Rows.Single()["案由"].Text;
        text.Length.ShouldBe(32_767);
        text.ShouldEndWith("（内容过长，此处截断）");
    }

    [Fact]
    public void Csv_WithFormulaAndLongCode_IsProtectedAndReadBack()
    {
        using var file = new MemoryStream();
        using (var csv = new CsvWriter(file, Sheets.Columns)) csv.Row("330106200001011234", new DateOnly(2026, 9, 7), -5m, true, "=1+1,\"引号\"");
        var bytes = file.ToArray();
        bytes.AsSpan(0, 3).SequenceEqual(Encoding.UTF8.Preamble).ShouldBeTrue();
        Encoding.UTF8.GetString(bytes).ShouldContain("\"\t330106200001011234\",2026-09-07,-5,是,\"'=1+1,\"\"引号\"\"\"\r\n");
        var row = Sheets.Read(new MemoryStream(bytes), "文号", "案由").Rows.Single();
        CellParsing.Code(row["文号"]).Value.ShouldBe("330106200001011234");
        CellParsing.Text(row["案由"]).Value.ShouldBe("=1+1,\"引号\"");
    }

    [Fact]
    public void ErrorWorkbook_OfRejectedRows_KeepsCellsAndCanBeReadAgain()
    {
        using var source = Sheets.Csv("文号,决定日期,,案由\n1,2026.13.1,x,甲\n\n2,2026.1.1,,乙\n");
        using var file = new MemoryStream();
        var (header, rows, _) = Sheets.Read(source, "文号", "案由");
        ErrorWorkbook.Write(file, header, rows.Select(r => (r, (IReadOnlyList<string>)["日期不对", "案由不对"])));
        file.Position = 0;
        var (again, read, _) = Sheets.Read(file, "文号", "案由");
        again.Headings.ShouldBe(["文号", "决定日期", "（第C列）", "案由", "原行号", "错误说明"]);
        again.Unknown(["文号", "决定日期", "案由"]).ShouldBe(["（第C列）"]);
        read.Select(r => (r["决定日期"].Text, r["案由"].Text, r["原行号"].Text, r["错误说明"].Text))
            .ShouldBe([("2026.13.1", "甲", "2", "日期不对；案由不对"), ("2026.1.1", "乙", "4", "日期不对；案由不对")]);
    }

    /// <summary>What is never allocated cannot be retained; the bytes of the rows have left for the stream before the end.</summary>
    [Fact]
    public void ManyRows_Written_TakeNoMoreMemory()
    {
        using var file = TemporaryFile.Create();
        using var writer = new XlsxWriter(file);
        var sheet = writer.AddSheet("大表", [.. Enumerable.Range(0, 20).Select(i => new Core.Tables.TableColumn("列" + i))]);
        var cells = new object?[20];
        Array.Fill(cells, "无极县市场监督管理局");
        sheet.Row(cells);
        var (allocated, written) = (GC.GetAllocatedBytesForCurrentThread(), file.Position);
        for (var row = 0; row < 20_000; row++) sheet.Row(cells);
        (GC.GetAllocatedBytesForCurrentThread() - allocated).ShouldBeLessThan(1 << 20);
        (file.Position - written).ShouldBeGreaterThan(100_000);
    }
}
