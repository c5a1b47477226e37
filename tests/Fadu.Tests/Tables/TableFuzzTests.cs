using System.Text;
using Fadu.Core.Tables;

namespace Fadu.Tests.Tables;

/// <summary>Hostile and broken files either read or are refused with a message; nothing else escapes. The seed is in the name of a failure.</summary>
public sealed class TableFuzzTests
{
    [Fact]
    public void RandomBytes_BehindAnyMagic_ReadOrAreRefused()
    {
        byte[][] magics = [[], [0x50, 0x4B, 3, 4], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE]];
        for (var seed = 0; seed < 600; seed++)
        {
            var random = new Random(seed);
            var bytes = new byte[random.Next(0, 3000)];
            random.NextBytes(bytes);
            if (seed % 3 == 0) for (var i = 0; i < bytes.Length; i++) bytes[i] |= 0x20;
            ReadsOrRefuses([.. magics[seed % magics.Length], .. bytes], seed);
        }
    }

    [Fact]
    public void Workbook_CutAnywhere_ReadsOrIsRefused()
    {
        var whole = Sample();
        for (var seed = 0; seed < 200; seed++) ReadsOrRefuses(whole[..(whole.Length * seed / 200)], seed);
    }

    [Fact]
    public void Workbook_WithFlippedBytes_ReadsOrIsRefused()
    {
        var whole = Sample();
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var bytes = (byte[])whole.Clone();
            for (var n = random.Next(1, 8); n > 0; n--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            ReadsOrRefuses(bytes, seed);
        }
    }

    [Fact]
    public void SheetXml_FromPiecesInAnyOrder_ReadsOrIsRefused()
    {
        string[] pieces =
        [
            "<row>", "</row>", "<row r=\"1\">", "<row r=\"3\">", "<row r=\"99999999\">", "<row r=\"0\">", "<c>", "</c>", "<c r=\"A1\">", "<c r=\"XFD1\" t=\"s\">", "<c r=\"ZZZZ1\" t=\"b\">",
            "<v>1</v>", "<v>-1</v>", "<v>99</v>", "<v>1e400</v>", "<v/>", "<is><t>x</t></is>", "<is/>", "<f>A1</f>", "文字", "<x:y/>", "<c/>", "<row/>", "&#x1;", "<c r=\"B2\" t=\"inlineStr\">",
        ];
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var xml = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));
            using var file = Sheets.Xlsx(Sheets.Row(1, "文号", "案由") + xml, shared: ["<si><t>a</t></si>"]);
            ReadsOrRefuses(file.ToArray(), seed);
        }
    }

    [Fact]
    public void AnyTextCell_Parsed_GivesAValueNothingOrAMessage()
    {
        const string alphabet = "0123456789.,-+/年月日时分: TE%％０９，。〇二十一元万=@'\t\u00A0\u200B\uD800无是×Xa（）";
        for (var seed = 0; seed < 20_000; seed++)
        {
            var random = new Random(seed);
            var text = new string([.. Enumerable.Range(0, random.Next(0, 14)).Select(_ => alphabet[random.Next(alphabet.Length)])]);
            var cell = Cell.OfText(text);
            Consistent(CellParsing.Text(cell), text);
            Consistent(CellParsing.Code(cell), text);
            Consistent(CellParsing.Date(cell), text);
            Consistent(CellParsing.Decimal(cell), text);
            Consistent(CellParsing.WholeNumber(cell), text);
            Consistent(CellParsing.Percent(cell), text);
            Consistent(CellParsing.YesNo(cell), text);
        }
    }

    [Fact]
    public void AnyNumberCell_Parsed_GivesAValueNothingOrAMessage()
    {
        for (var seed = 0; seed < 5_000; seed++)
        {
            var random = new Random(seed);
            var number = BitConverter.Int64BitsToDouble(random.NextInt64());
            if (!double.IsFinite(number)) continue;
            foreach (var kind in (ReadOnlySpan<CellKind>)[CellKind.Number, CellKind.Date, CellKind.Percent])
            {
                var cell = new Cell(kind, number.ToString("R"), number);
                Consistent(CellParsing.Text(cell), cell.Text);
                Consistent(CellParsing.Code(cell), cell.Text);
                Consistent(CellParsing.Moment(cell), cell.Text);
                Consistent(CellParsing.Decimal(cell), cell.Text);
                Consistent(CellParsing.Percent(cell), cell.Text);
                Consistent(CellParsing.YesNo(cell), cell.Text);
            }
        }
    }

    private static void Consistent<T>(CellResult<T> result, string text)
    {
        var states = (result.HasValue ? 1 : 0) + (result.IsEmpty ? 1 : 0) + (result.IsFault ? 1 : 0);
        states.ShouldBe(1, text);
        if (result.IsFault) result.Error.ShouldNotBeNullOrWhiteSpace(text);
    }

    private static byte[] Sample()
    {
        using var file = Sheets.Written(s => { for (var i = 0; i < 20; i++) s.Row("A" + i, new DateOnly(2026, 1, 1), 5m, true, "占道经营"); }, new SheetLayout { Title = "台账" });
        return file.ToArray();
    }

    internal static void ReadsOrRefuses(byte[] bytes, int seed)
    {
        try
        {
            using var table = TableReader.Open(new MemoryStream(bytes));
            foreach (var row in table.Rows()) row.Number.ShouldBeGreaterThan(table.Header.Row);
        }
        catch (TableReadException refused)
        {
            refused.Message.Any(c => c >= '\u4E00').ShouldBeTrue($"seed {seed}: {refused.Message}");
        }
        catch (Exception other) when (other is not ShouldAssertException)
        {
            throw new ShouldAssertException($"seed {seed}: {other.GetType().Name} escaped: {other.Message}", other);
        }
    }
}
