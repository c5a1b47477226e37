using Fadu.Rules.Calendar;

namespace Fadu.Rules.Tests.Calendar;

public sealed class LightTests
{
    [Theory]
    [InlineData("2026-03-02", "2026-05-06", "2026-03-20", null, false, LightColour.Green, 29, "剩余29个工作日")]
    [InlineData("2026-03-02", "2026-05-06", "2026-04-23", null, false, LightColour.Yellow, 6, "剩余6个工作日")]
    [InlineData("2026-03-02", "2026-05-06", "2026-04-22", null, false, LightColour.Green, 7, "剩余7个工作日")]
    [InlineData("2026-03-02", "2026-03-09", "2026-03-03", null, false, LightColour.Green, 4, "剩余4个工作日")]
    [InlineData("2026-03-02", "2026-03-09", "2026-03-04", null, false, LightColour.Yellow, 3, "剩余3个工作日")]
    [InlineData("2026-03-02", "2026-03-09", "2026-03-09", null, false, LightColour.Yellow, 0, "今日到期")]
    [InlineData("2026-03-02", "2026-03-09", "2026-03-10", null, false, LightColour.Red, 1, "已超期1日")]
    [InlineData("2026-03-02", null, "2026-03-10", null, true, LightColour.Grey, 0, "中止")]
    [InlineData("2026-03-02", "2026-03-09", "2026-04-10", "2026-03-09", false, LightColour.Green, 0, "按期完成")]
    [InlineData("2026-03-02", "2026-03-09", "2026-04-10", "2026-03-12", false, LightColour.Red, 3, "超期3日完成")]
    [InlineData("2026-09-20", "2026-10-08", "2026-09-30", null, false, LightColour.Yellow, 1, "剩余1个工作日")]
    public void Of_ClockOnADay_ShowsColourAndText(string start, string? due, string today, string? met, bool stopped, LightColour colour, int days, string text)
    {
        var light = Light.Of(Day(start)!.Value, Day(due), Day(today)!.Value, LawFolder.Calendar, Day(met), stopped);
        light.ShouldBe(new(colour, days, text));
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text);
}
