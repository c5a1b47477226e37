using Fadu.Rules.Calendar;

namespace Fadu.Rules.Tests.Calendar;

public sealed class HolidayCalendarTests
{
    private static HolidayCalendar Days => LawFolder.Calendar;

    [Theory]
    [InlineData("2026-11-20", true, "工作日")]
    [InlineData("2026-11-22", false, "周末")]
    [InlineData("2026-10-01", false, "国庆节放假")]
    [InlineData("2026-10-10", true, "国庆节调休上班")]
    [InlineData("2026-02-14", true, "春节调休上班")]
    [InlineData("2026-02-23", false, "春节放假")]
    [InlineData("2025-10-06", false, "中秋节放假")]
    [InlineData("2022-12-31", false, "元旦放假")]
    [InlineData("2020-01-31", false, "春节放假")]
    [InlineData("2020-02-01", false, "春节放假")]
    [InlineData("2015-09-03", false, "抗战胜利70周年纪念日放假")]
    [InlineData("2024-06-08", false, "周末")]
    public void Explain_KnownDay_SaysWhetherAndWhy(string date, bool working, string text)
    {
        var status = Days.Explain(DateOnly.Parse(date));
        status.Text.ShouldBe(text);
        status.IsWorkingDay.ShouldBe(working);
        Days.IsWorkingDay(DateOnly.Parse(date)).ShouldBe(working);
        status.Settled.ShouldBeTrue();
    }

    [Theory]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void CountWorkingDays_WholeYear_GivesThePublishedTotal(int year, int expected) =>
        Days.CountWorkingDays(new(year - 1, 12, 31), new(year, 12, 31)).ShouldBe(expected);

    [Theory]
    [InlineData("2026-12-28", true)]
    [InlineData("2026-12-29", false)]
    [InlineData("2027-01-04", false)]
    [InlineData("2003-12-31", false)]
    [InlineData("2004-01-01", true)]
    public void IsSettled_AtTheEdges_StopsBeforeTheDaysTheNextNoticeMayMove(string date, bool expected) =>
        Days.IsSettled(DateOnly.Parse(date)).ShouldBe(expected);

    [Fact]
    public void IsWorkingDay_EveryDayInAndAroundTheLoadedYears_AgreesWithExplain()
    {
        for (var day = new DateOnly(2003, 1, 1); day < new DateOnly(2029, 1, 1); day = day.AddDays(1))
            Days.IsWorkingDay(day).ShouldBe(Days.Explain(day).IsWorkingDay, day.ToString("O"));
    }

    [Fact]
    public void AddWorkingDays_FromManyDays_AgreesWithStepByStep()
    {
        for (var start = new DateOnly(2003, 11, 1); start < new DateOnly(2028, 3, 1); start = start.AddDays(11))
            foreach (var n in new[] { 1, 2, 5, 20, 90, -1, -3, -40 })
            {
                var (expected, left) = (start, Math.Abs(n));
                while (left > 0)
                {
                    expected = expected.AddDays(Math.Sign(n));
                    if (Days.Explain(expected).IsWorkingDay) left--;
                }
                Days.AddWorkingDays(start, n).ShouldBe(expected, $"{start:O} {n}");
            }
    }

    [Fact]
    public void AddWorkingDays_Zero_IsRefused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Days.AddWorkingDays(new(2026, 1, 5), 0));

    [Theory]
    [InlineData("2026-10-01", "2026-10-08", "2026-09-30")]
    [InlineData("2026-10-10", "2026-10-10", "2026-10-10")]
    [InlineData("2027-01-02", "2027-01-04", "2027-01-01")]
    public void OnOrAfterAndOnOrBefore_AroundDaysOff_FindTheNearestWorkingDay(string date, string after, string before)
    {
        Days.OnOrAfter(DateOnly.Parse(date)).ShouldBe(DateOnly.Parse(after));
        Days.OnOrBefore(DateOnly.Parse(date)).ShouldBe(DateOnly.Parse(before));
    }

    [Fact]
    public void Constructor_YearMissingInBetween_IsRefused() =>
        Should.Throw<ArgumentException>(() => new HolidayCalendar([new(2024, [], [], []), new(2026, [], [], [])]));
}
