using Fadu.Rules.Calendar;

namespace Fadu.Rules.Tests.Calendar;

public sealed class MinimumPeriodTests
{
    [Theory]
    [InlineData("合法性审查不少于7个工作日", "公开条例", "2025-09-28", "7 working days", "2025-10-14", "2025-10-14", "2025-10-15")]
    [InlineData("征求意见不少于30日，止于春节", "民法典", "2026-01-17", "30 days", "2026-02-16", "2026-02-24", "2026-02-17")]
    [InlineData("材料七日前送达", "民法典", "2026-06-01", "7 days", "2026-06-08", "2026-06-08", "2026-06-09")]
    [InlineData("公布三十日后施行", "民法典", "2026-01-31", "1 month", "2026-02-28", "2026-02-28", "2026-03-01")]
    public void After_NamedCase_GivesLastAdvisedAndNextDay(string name, string statute, string act, string period, string last, string advised, string next)
    {
        var minimum = MinimumPeriod.After(DateOnly.Parse(act), Duration.Parse(period), DeadlineVectorTests.Rules[statute], LawFolder.Calendar);
        minimum.LastDay.ShouldBe(DateOnly.Parse(last), name);
        minimum.AdvisedLastDay.ShouldBe(DateOnly.Parse(advised), name);
        minimum.EarliestNext.ShouldBe(DateOnly.Parse(next), name);
        minimum.IsTooEarly(minimum.EarliestNext).ShouldBeFalse();
        minimum.IsTooEarly(minimum.EarliestNext.AddDays(-1)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("听证七日前通知，按工作日", "处罚法", "2026-03-16", "7 days", MinimumReading.FullDays, "2026-03-04")]
    [InlineData("同上，习惯上不足一日", "处罚法", "2026-03-16", "7 days", MinimumReading.LastDayIncluded, "2026-03-05")]
    [InlineData("会议前至少7个工作日送审，跨国庆", "公开条例", "2025-10-15", "7 working days", MinimumReading.FullDays, "2025-09-28")]
    [InlineData("听证七日前送达材料", "民法典", "2026-06-09", "7 days", MinimumReading.FullDays, "2026-06-01")]
    [InlineData("施行前至少一个月公布", "民法典", "2026-03-01", "1 month", MinimumReading.FullDays, "2026-01-31")]
    public void LatestBefore_NamedCase_GivesTheLatestDay(string name, string statute, string next, string period, MinimumReading reading, string latest) =>
        MinimumPeriod.LatestBefore(DateOnly.Parse(next), Duration.Parse(period), DeadlineVectorTests.Rules[statute], LawFolder.Calendar, reading)
            .ShouldBe(DateOnly.Parse(latest), name);
}
