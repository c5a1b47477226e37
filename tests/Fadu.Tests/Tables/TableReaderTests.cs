using System.Text;
using Fadu.Core.Tables;

namespace Fadu.Tests.Tables;

public sealed class TableReaderTests
{
    private static readonly string[] Expected = ["文号", "决定日期", "案由"];

    [Fact]
    public void Header_BelowTitles_IsFoundByItsHeadings()
    {
        using var file = Sheets.Xlsx(Sheets.Row(1, "2026年行政处罚台账") + Sheets.Row(2, "填报单位：司法局") + Sheets.Row(4, "序号", "文 号（必填）", "*决定日期", "案由\n") + Sheets.Row(6, "1", "A1", "2026.9.7", "占道"));
        var (header, rows, _) = Sheets.Read(file, Expected);
        header.Row.ShouldBe(4);
        header.Missing([.. Expected, "当事人"]).ShouldBe(["当事人"]);
        header.Unknown(["文号", "案由"]).ShouldBe(["*决定日期"]);
        rows.Single().Number.ShouldBe(6);
        rows.Single()["文号"].Text.ShouldBe("A1");
        rows.Single()["没有的列"].IsBlank.ShouldBeTrue();
    }

    [Fact]
    public void Header_NotInTheFile_IsRefusedWithTheWordsToLookFor()
    {
        using var file = Sheets.Csv("a,b\n1,2\n");
        Should.Throw<TableReadException>(() => TableReader.Open(file, new() { ExpectedHeadings = Expected })).Message.ShouldContain("“文号”“决定日期”“案由”");
    }

    [Fact]
    public void Header_WithoutExpectation_IsTheFirstRowWithTwoCells()
    {
        using var file = Sheets.Csv("标题\n甲,乙\n1,2\n");
        var (header, rows, _) = Sheets.Read(file);
        header.Headings.ShouldBe(["甲", "乙"]);
        rows.Single().Number.ShouldBe(3);
    }

    [Fact]
    public void HabitualRows_AmongData_AreSkippedWithReason()
    {
        using var file = Sheets.Csv("文号,决定日期,案由\n填写说明：请勿改动,,\n示例,2026-1-1,占道\n,,\n甲1,2026-1-1,占道\n文号,决定日期,案由\n合 计,,2\n填表人：张三,,\n");
        var (_, rows, skipped) = Sheets.Read(file, Expected);
        rows.Single().Number.ShouldBe(5);
        skipped.ShouldBe([new(2, "填写说明"), new(3, "示例行"), new(6, "重复的表头"), new(7, "合计行"), new(8, "落款行")]);
    }

    [Fact]
    public void CellsMergedDownwards_AreFilledAndMarked()
    {
        using var file = Sheets.Xlsx(Sheets.Row(1, "文号", "决定日期", "案由") + Sheets.Row(2, "甲1", "2026-1-1", "一") + Sheets.Row(3, null, "2026-1-2", "二") + "<row r=\"4\"/>" + Sheets.Row(5, null, "2026-1-3", "三"),
            "<mergeCells count=\"1\"><mergeCell ref=\"A2:A4\"/></mergeCells>");
        var rows = Sheets.Read(file, Expected).Rows;
        rows.Select(r => (r.Number, r["文号"].Text, r["文号"].FilledDown)).ShouldBe([(2, "甲1", false), (3, "甲1", true), (4, "甲1", true), (5, "", false)]);
    }

    [Fact]
    public void StoredKinds_OfCells_AreKnown()
    {
        using var file = Sheets.Xlsx(Sheets.Row(1, "文号", "决定日期", "案由")
            + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" s=\"1\"><v>46272</v></c><c r=\"C2\" s=\"2\"><v>0.3446</v></c><c r=\"D2\" t=\"b\"><v>1</v></c><c r=\"E2\" t=\"e\"><v>#N/A</v></c><c r=\"F2\"><v>330106200001010000</v></c><c r=\"G2\" t=\"str\"><f>A1</f><v>式</v></c><c r=\"H2\"><f>A1</f></c></row>",
            shared: ["<si><r><t>甲</t></r><r><t xml:space=\"preserve\"> 乙_x000A_</t></r><rPh><t>yin</t></rPh></si>"]);
        var cells = Sheets.Read(file, Expected).Rows.Single().Cells;
        cells.Select(c => c.Kind).ShouldBe([CellKind.Text, CellKind.Date, CellKind.Percent, CellKind.Boolean, CellKind.Error, CellKind.Number, CellKind.Text, CellKind.Error]);
        cells[0].Text.ShouldBe("甲 乙\n");
        CellParsing.Text(cells[1]).Value.ShouldBe("2026-09-07");
        CellParsing.Text(cells[2]).Value.ShouldBe("34.46%");
        CellParsing.Code(cells[5]).Fault.ShouldBe(CellFault.ExcelFloatDamage);
        CellParsing.Text(cells[7]).Error!.ShouldContain("没有计算结果");
    }

    [Fact]
    public void Dates_OfAWorkbookFrom1904_AreShifted()
    {
        using var file = Sheets.Xlsx(Sheets.Row(1, "文号", "决定日期", "案由") + "<row r=\"2\"><c r=\"B2\" s=\"1\"><v>44810</v></c></row>", workbookPr: "<workbookPr date1904=\"1\"/>");
        CellParsing.Date(Sheets.Read(file, Expected).Rows.Single()["决定日期"]).Value.ShouldBe(new DateOnly(2026, 9, 7));
    }

    public static TheoryData<string, int> Encodings => new() { { "utf-8", 0 }, { "utf-8", 70_000 }, { "GB18030", 0 }, { "GB18030", 70_000 }, { "utf-16", 0 } };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Csv_InAnyEncodingOfChineseExcel_IsRead(string name, int asciiRows)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        var text = "no,date,reason\n" + string.Concat(Enumerable.Repeat("1,2,3\n", asciiRows)) + "无处〔2026〕1号,2026/9/7,\"䶮镕㛃，\n占道\"\n";
        using var file = new MemoryStream([.. encoding.Preamble, .. encoding.GetBytes(text)]);
        var row = Sheets.Read(file, "no", "date", "reason").Rows[^1];
        row.Number.ShouldBe(asciiRows + 2);
        row["no"].Text.ShouldBe("无处〔2026〕1号");
        row["reason"].Text.ShouldBe("䶮镕㛃，\n占道");
    }

    [Fact]
    public void Csv_WithCellsBeyondTheHeader_ShowsIt()
    {
        using var file = Sheets.Csv("文号;决定日期;案由\r\n1;2;3;4\r\n1;2;3;\r\n");
        Sheets.Read(file, Expected).Rows.Select(r => r.ReachesBeyondHeader).ShouldBe([true, false]);
    }

    public static TheoryData<string, byte[], string> Unreadable => new()
    {
        { "empty", [], "空的" },
        { "pdf", "%PDF-1.7 ..."u8.ToArray(), "PDF" },
        { "web page named xls", "<html><table><tr><td>1</td></tr></table></html>"u8.ToArray(), "网页" },
        { "zip of nothing", [0x50, 0x4B, 3, 4, 1, 2, 3], "损坏" },
        { "picture", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13], "不是表格" },
        { "half an ole file", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "损坏" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void File_ThatIsNoTable_IsRefusedInChinese(string name, byte[] bytes, string says) =>
        Should.Throw<TableReadException>(() => TableReader.Open(new MemoryStream(bytes)), name).Message.ShouldContain(says);

    [Fact]
    public void Limits_OnSizeRowsAndUnpackedBytes_AreKept()
    {
        using var file = Sheets.Written(s => { for (var i = 0; i < 200; i++) s.Row(new string('a', 5000)); });
        Should.Throw<TableReadException>(() => TableReader.Open(file, new() { MaxFileBytes = 100 })).Message.ShouldContain("拆分");
        Should.Throw<TableReadException>(() => TableReader.Open(file, new() { MaxUnpackedBytes = 500_000 })).Message.ShouldContain("解开后过大");
        using var table = TableReader.Open(file, new() { MaxRows = 100 });
        Should.Throw<TableReadException>(() => table.Rows().Count()).Message.ShouldContain("超过 100 行");
    }

    [Fact]
    public void Archive_ThatLiesAboutItsSize_IsStoppedWhileUnpacking()
    {
        using var file = Sheets.Written(s => { for (var i = 0; i < 400; i++) s.Row(new string('a', 30_000)); });
        var bytes = file.ToArray();
        // The uncompressed size of each entry in the central directory (offset 24 of its header) is set to 1.
        for (var i = 0; (i = Array.IndexOf(bytes, (byte)'P', i)) >= 0 && i + 28 < bytes.Length; i++)
            if (bytes.AsSpan(i).StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 1, 2])) BitConverter.TryWriteBytes(bytes.AsSpan(i + 24), 1);
        Should.Throw<TableReadException>(() =>
        {
            using var table = TableReader.Open(new MemoryStream(bytes), new() { MaxUnpackedBytes = 1_000_000 });
            table.Rows().Count();
        });
    }

    [Fact]
    public void Xml_WithEntityDefinitions_IsRefused()
    {
        using var file = Sheets.Xlsx(Sheets.Row(1, "文号", "案由"), styles: "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">]><styleSheet>&a;</styleSheet>");
        Should.Throw<TableReadException>(() => Sheets.Read(file)).Message.ShouldContain("损坏");
    }

    [Fact]
    public void Stream_ThatCannotSeek_IsReadThroughATemporaryCopy()
    {
        using var file = Sheets.Written(s => s.Row("1", null, null, null, "占道"));
        using var pipe = new System.IO.Compression.GZipStream(Zipped(file), System.IO.Compression.CompressionMode.Decompress);
        Sheets.Read(pipe, Expected).Rows.Single()["案由"].Text.ShouldBe("占道");
    }

    private static MemoryStream Zipped(Stream file)
    {
        var zipped = new MemoryStream();
        using (var zip = new System.IO.Compression.GZipStream(zipped, System.IO.Compression.CompressionMode.Compress, true)) file.CopyTo(zip);
        zipped.Position = 0;
        return zipped;
    }
}
