using Fadu.Rules.Coverage;

namespace Fadu.Rules.Tests.Coverage;

public sealed class FigureAgreementTests
{
    [Theory]
    [InlineData("58", null, "件", 58, "58", true)]
    [InlineData("58", null, "件", 58, "57", false)]
    [InlineData("1500", "余", "条", 1500, "1500", true)]
    [InlineData("1500", "余", "条", 1500, "1599", true)]
    [InlineData("1500", "余", "条", 1500, "1600", false)]
    [InlineData("1500", "余", "条", 1500, "1499", false)]
    [InlineData("350", "余", "人", 350, "359", true)]
    [InlineData("350", "余", "人", 350, "360", false)]
    [InlineData("100", "近", "家", 100, "97", true)]
    [InlineData("100", "近", "家", 100, "100", false)]
    [InlineData("90%", "以上", "%", 0.9, "0.93", true)]
    [InlineData("90%", "以上", "%", 0.9, "0.89", false)]
    [InlineData("23", "最多", "天", 23, "23", true)]
    [InlineData("23", "最多", "天", 23, "24", false)]
    public void Value_BesideThePrintedNumber_AgreesOrNot(string text, string? approx, string unit, double value, string computed, bool agrees) =>
        FigureAgreement.Holds(Printed(text, approx, unit, (decimal)value), decimal.Parse(computed)).ShouldBe(agrees);

    [Theory]
    [InlineData("14%", 0.14, 6, 43, true)]
    [InlineData("13.95%", 0.1395, 6, 43, true)]
    [InlineData("92.12%", 0.9212, 35, 38, false)]
    [InlineData("92.10%", 0.9210, 35, 38, true)]
    [InlineData("92.11%", 0.9211, 35, 38, true)]
    [InlineData("100%", 1, 7, 7, true)]
    public void Rate_RoundedOrCutToThePrintedDecimals_Agrees(string text, double value, int part, int whole, bool agrees) =>
        FigureAgreement.Holds(Printed(text, null, "%", (decimal)value), (decimal)part / whole).ShouldBe(agrees);

    [Fact]
    public void Amount_InTenThousands_IsComparedInYuan() =>
        FigureAgreement.Holds(Printed("800", null, "万元", 800), 8_000_000m).ShouldBe(true);

    [Theory]
    [InlineData("9.37", "工作日", 9.37, "9.3666", true)]
    [InlineData("9.37", "工作日", 9.37, "9.3749", true)]
    [InlineData("9.37", "工作日", 9.37, "9.38", false)]
    [InlineData("24.58", "万元", 24.58, "245812.5", true)]
    [InlineData("24.58", "万元", 24.58, "245912.5", false)]
    [InlineData("800", "万元", 800, "8000001", false)]
    public void Mean_OrAmount_IsMetToThePrintedDecimals(string text, string unit, double value, string computed, bool agrees) =>
        FigureAgreement.Holds(Printed(text, null, unit, (decimal)value), decimal.Parse(computed)).ShouldBe(agrees);

    [Fact]
    public void MaskedNumber_IsNotCompared() => FigureAgreement.Holds(Printed("xx", null, "亿元", null), 5m).ShouldBeNull();

    [Fact]
    public void MissingValue_DoesNotAgree() => FigureAgreement.Holds(Printed("0", null, "件", 0), null).ShouldBe(false);

    private static PrintedFigure Printed(string text, string? approx, string unit, decimal? value) =>
        new("000-001", "000", "A01", value, text, unit, approx, "数字", "count", "2024", true);
}
