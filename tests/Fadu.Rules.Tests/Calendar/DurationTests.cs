using Fadu.Rules.Calendar;

namespace Fadu.Rules.Tests.Calendar;

public sealed class DurationTests
{
    [Theory]
    [InlineData("5 working days", 5, DurationUnit.WorkingDays, "5个工作日")]
    [InlineData("1 working day", 1, DurationUnit.WorkingDays, "1个工作日")]
    [InlineData("60 days", 60, DurationUnit.Days, "60日")]
    [InlineData("30 calendar days", 30, DurationUnit.CalendarDays, "30个自然日")]
    [InlineData("2 months", 2, DurationUnit.Months, "2个月")]
    [InlineData("1 year", 1, DurationUnit.Years, "1年")]
    [InlineData("48 hours", 48, DurationUnit.Hours, "48小时")]
    public void Parse_Notation_GivesValueUnitAndChinese(string text, int value, DurationUnit unit, string chinese)
    {
        Duration.Parse(text).ShouldBe(new(value, unit));
        Duration.Parse(text).Chinese.ShouldBe(chinese);
    }

    [Theory]
    [InlineData("")]
    [InlineData("days")]
    [InlineData("0 days")]
    [InlineData("-3 days")]
    [InlineData("5 weeks")]
    [InlineData("36 hours")]
    [InlineData("5日")]
    [InlineData("99999999999 days")]
    public void Parse_AnythingElse_IsRefusedWithTheNotation(string text)
    {
        Duration.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => Duration.Parse(text)).Message.ShouldContain("60 days");
    }
}
