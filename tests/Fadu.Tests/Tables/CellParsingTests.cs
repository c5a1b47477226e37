using Fadu.Core.Tables;

namespace Fadu.Tests.Tables;

public sealed class CellParsingTests
{
    [Theory]
    [InlineData("2026-09-07")]
    [InlineData("2026-9-7")]
    [InlineData("2026/9/7")]
    [InlineData("2026.9.7")]
    [InlineData("2026.09.07.")]
    [InlineData("2026年9月7日")]
    [InlineData("2026年09月07号")]
    [InlineData("2026年9月7")]
    [InlineData("20260907")]
    [InlineData("２０２６年９月７日")]
    [InlineData("2026。9。7")]
    [InlineData(" 2026 年 9 月 7 日\u00A0")]
    [InlineData("二〇二六年九月七日")]
    [InlineData("2026-09-07 14:33:12")]
    [InlineData("2026-09-07T14:33:12.000+08:00")]
    public void Date_WrittenInAnyUsualWay_IsRead(string text) => CellParsing.Date(Cell.OfText(text)).Value.ShouldBe(new DateOnly(2026, 9, 7));

    [Theory]
    [InlineData("二〇二六年十二月三十一日", 12, 31)]
    [InlineData("二○二六年十月二十日", 10, 20)]
    [InlineData("二零二六年十一月十一日", 11, 11)]
    public void Date_InChineseNumerals_IsRead(string text, int month, int day) =>
        CellParsing.Date(Cell.OfText(text)).Value.ShouldBe(new DateOnly(2026, month, day));

    [Theory]
    [InlineData("2026.13.7", "存在")]
    [InlineData("2026-02-29", "存在")]
    [InlineData("2026年9月", "缺少日")]
    [InlineData("26.9.7", "四位")]
    [InlineData("9/7/2026", "四位")]
    [InlineData("1026-09-07", "1900")]
    [InlineData("二〇二六年九月二三日", "有效日期")]
    [InlineData("下周一", "有效日期")]
    [InlineData("2026-09-07 25:00", "存在")]
    public void Date_ThatIsWrong_SaysWhatIsWrong(string text, string says)
    {
        var date = CellParsing.Date(Cell.OfText(text));
        date.IsFault.ShouldBeTrue();
        date.Error.ShouldContain(says);
        date.Error.ShouldContain(text);
    }

    [Theory]
    [InlineData(46272, CellKind.Date)]
    [InlineData(46272.75, CellKind.Date)]
    [InlineData(46272, CellKind.Number)]
    [InlineData(20260907, CellKind.Number)]
    public void Date_StoredAsNumber_IsRead(double number, CellKind kind) =>
        CellParsing.Date(new Cell(kind, number.ToString(), number)).Value.ShouldBe(new DateOnly(2026, 9, 7));

    [Fact]
    public void Moment_WithTime_KeepsMinutes()
    {
        CellParsing.Moment(Cell.OfText("2026年9月7日 14时30分")).Value.ShouldBe(new DateTime(2026, 9, 7, 14, 30, 0));
        CellParsing.Moment(new Cell(CellKind.Date, "", 46272.604166666664)).Value.ShouldBe(new DateTime(2026, 9, 7, 14, 30, 0));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u00A0　")]
    [InlineData("无")]
    [InlineData("/")]
    [InlineData("— —")]
    [InlineData("——")]
    [InlineData("－")]
    public void AnyField_WithAWordForNothing_IsEmpty(string text)
    {
        var cell = Cell.OfText(text);
        CellParsing.Text(cell).IsEmpty.ShouldBeTrue();
        CellParsing.Code(cell).IsEmpty.ShouldBeTrue();
        CellParsing.Date(cell).IsEmpty.ShouldBeTrue();
        CellParsing.Decimal(cell).IsEmpty.ShouldBeTrue();
        CellParsing.Percent(cell).IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData("1,234,567.80", "1234567.80")]
    [InlineData("１２３４．５", "1234.5")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("¥3000.00", "3000.00")]
    [InlineData("１，２３４", "1234")]
    [InlineData(".5", "0.5")]
    public void Decimal_AsPeopleType_IsRead(string text, string value) => CellParsing.Decimal(Cell.OfText(text)).Value.ToString().ShouldBe(value);

    [Theory]
    [InlineData("3万元", "单位")]
    [InlineData("3000元", "单位")]
    [InlineData("12件", "单位")]
    [InlineData("1,23", "不是数字")]
    [InlineData("34.46%", "百分比")]
    [InlineData("约3000", "不是数字")]
    [InlineData("99999999999999999999999999999999", "位数过多")]
    public void Decimal_ThatIsNotOne_SaysWhy(string text, string says) => CellParsing.Decimal(Cell.OfText(text)).Error!.ShouldContain(says);

    [Fact]
    public void Decimal_FromBinaryFraction_IsWhatTheUserSaw() =>
        CellParsing.Decimal(new Cell(CellKind.Number, "0.30000000000000004", 0.1 + 0.2)).Value.ShouldBe(0.3m);

    [Fact]
    public void WholeNumber_WithFraction_IsRefused()
    {
        CellParsing.WholeNumber(Cell.OfText("12")).Value.ShouldBe(12);
        CellParsing.WholeNumber(Cell.OfText("12.0")).Value.ShouldBe(12);
        CellParsing.WholeNumber(Cell.OfText("12.5")).Error!.ShouldContain("整数");
    }

    [Theory]
    [InlineData("34.46%", CellKind.Text, 0)]
    [InlineData("３４．４６％", CellKind.Text, 0)]
    [InlineData("0.3446", CellKind.Percent, 0.3446)]
    public void Percent_WithItsSign_IsAFraction(string text, CellKind kind, double number) =>
        CellParsing.Percent(new Cell(kind, text, number)).Value.ShouldBe(0.3446m);

    [Theory]
    [InlineData("34.46")]
    [InlineData("0.3446")]
    public void Percent_WithoutSign_IsRefusedAsAmbiguous(string text) => CellParsing.Percent(Cell.OfText(text)).Error!.ShouldContain("百分号");

    [Theory]
    [InlineData("是", true)]
    [InlineData("有", true)]
    [InlineData("√", true)]
    [InlineData("Ｙ", true)]
    [InlineData("否", false)]
    [InlineData("无", false)]
    [InlineData("×", false)]
    [InlineData(" 否\u00A0", false)]
    public void YesNo_InUsualWords_IsRead(string text, bool value) => CellParsing.YesNo(Cell.OfText(text)).Value.ShouldBe(value);

    [Fact]
    public void YesNo_InOtherWords_IsRefused()
    {
        CellParsing.YesNo(Cell.OfText("可能")).Error!.ShouldContain("“是”或“否”");
        CellParsing.YesNo(Cell.OfText("/")).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Code_StoredAsFloat_IsReportedAsDamaged()
    {
        var code = CellParsing.Code(new Cell(CellKind.Number, "3.3010620000101E+17", 330106200001010000));
        code.Fault.ShouldBe(CellFault.ExcelFloatDamage);
        code.Error!.ShouldContain("330106200001010000");
        CellParsing.Code(Cell.OfText("3.30106E+17")).Fault.ShouldBe(CellFault.ExcelFloatDamage);
    }

    [Theory]
    [InlineData("９１３３０１０６ｍａ２８", "91330106MA28")]
    [InlineData(" 9133 0106 MA28\u200B", "91330106MA28")]
    [InlineData("无政处〔2026〕12号", "无政处〔2026〕12号")]
    [InlineData("无政处（2026）12号", "无政处（2026）12号")]
    public void Code_TypedWithWidthAndBlanks_IsNormalised(string text, string code) => CellParsing.Code(Cell.OfText(text)).Value.ShouldBe(code);

    [Fact]
    public void Code_FromShortNumberCell_KeepsItsDigits() => CellParsing.Code(new Cell(CellKind.Number, "1.2E1", 12)).Value.ShouldBe("12");

    [Fact]
    public void AnyField_WithFormulaError_NamesIt() => CellParsing.Decimal(new Cell(CellKind.Error, "#REF!")).Error!.ShouldContain("#REF!");
}
