using Fadu.Rules.Calendar;

namespace Fadu.Rules.Tests.Calendar;

public sealed class DeadlineCalculatorTests
{
    private static readonly DayCountingRule Reconsideration = DeadlineVectorTests.Rules["复议法"];
    private static readonly DayCountingRule Penalty = DeadlineVectorTests.Rules["处罚法"];

    [Fact]
    public void Compute_StoppedAndResumed_LeavesOutTheDaysAfterTheStopThroughTheResumption()
    {
        // 60 days from 2 March end on 1 May; 10 days (17 to 26 March) do not count: 11 May, a Monday.
        var deadline = Compute("2026-03-02", "60 days", stops: [Stop("2026-03-16", "2026-03-26")]);
        deadline.RawDue.ShouldBe(new(2026, 5, 11));
        deadline.Due.ShouldBe(new(2026, 5, 11));
    }

    [Fact]
    public void Compute_TwentyFourHoursFromAFriday_EndOnSaturday()
    {
        var deadline = Compute("2026-03-06", "24 hours");
        deadline.Due.ShouldBe(new(2026, 3, 7));
        deadline.Trace[^1].Sentence.ShouldContain("3月7日届满");
    }

    [Fact]
    public void Compute_WorkingDaysStoppedOverAWeekend_CountsTheDayOfTheStopAndNotTheDayOfTheResumption()
    {
        // Counted: Tue 3, Wed 4, Thu 5 (stopped on this day); left out: Fri 6 to Mon 9; counted: Tue 10, Wed 11.
        var deadline = Compute("2026-03-02", "5 days", stops: [Stop("2026-03-05", "2026-03-09")]);
        deadline.Due.ShouldBe(new(2026, 3, 11));
    }

    [Fact]
    public void Compute_StopNotYetOver_HasNoEndAndSaysWhatIsLeft()
    {
        var deadline = Compute("2026-03-02", "60 days", stops: [Stop("2026-03-16", null)]);
        deadline.IsStopped.ShouldBeTrue();
        deadline.RawDue.ShouldBeNull();
        deadline.RemainingText.ShouldBe("46日");
        deadline.Provisional.ShouldBeFalse();
    }

    [Fact]
    public void Compute_StopOpenAndExtended_AddsUpWhatIsLeft()
    {
        var deadline = Compute("2026-03-02", "60 days", stops: [Stop("2026-03-16", null)], extensions: [Extend("30 days")]);
        deadline.RemainingText.ShouldBe("76日");
        var mixed = Compute("2026-03-02", "5 days", stops: [Stop("2026-03-03", null)], extensions: [Extend("30 days")]);
        mixed.RemainingText.ShouldBe("4个工作日，另加30日");
    }

    [Fact]
    public void Compute_MonthsStopped_AddsTheStoppedDaysToTheCorrespondingDay()
    {
        // 3 months from 5 January: 5 April; 20 days stopped: 25 April, a Saturday; Monday 27.
        var deadline = Compute("2026-01-05", "3 months", stops: [Stop("2026-03-01", "2026-03-21")]);
        deadline.RawDue.ShouldBe(new(2026, 4, 25));
        deadline.Due.ShouldBe(new(2026, 4, 27));
        Compute("2026-01-05", "3 months", stops: [Stop("2026-03-01", null)]).RemainingText.ShouldBe("35日");
    }

    [Fact]
    public void Compute_OverlappingStops_LeaveEachDayOutOnce()
    {
        var apart = Compute("2026-03-02", "60 days", stops: [Stop("2026-03-10", "2026-03-20"), Stop("2026-03-15", "2026-03-25")]);
        var whole = Compute("2026-03-02", "60 days", stops: [Stop("2026-03-10", "2026-03-25")]);
        apart.Due.ShouldBe(whole.Due);
    }

    [Fact]
    public void Compute_StopAfterTheEnd_ChangesNothing() =>
        Compute("2026-03-02", "30 days", stops: [Stop("2026-06-01", null)]).Due.ShouldBe(Compute("2026-03-02", "30 days").Due);

    [Fact]
    public void Compute_StopFromBeforeTheStart_CountsFromTheStart() =>
        Compute("2026-03-02", "30 days", stops: [Stop("2026-02-01", "2026-03-12")]).RawDue.ShouldBe(new(2026, 4, 11));

    [Fact]
    public void Compute_RollMeetsAStop_GoesOnAfterIt()
    {
        // The count ends on Saturday 21 March; the limit stops on Sunday, before its last day could come.
        var deadline = Compute("2026-03-06", "15 days", stops: [Stop("2026-03-22", "2026-03-24")]);
        deadline.RawDue.ShouldBe(new(2026, 3, 21));
        deadline.Due.ShouldBe(new(2026, 3, 25));
        Compute("2026-03-06", "15 days", stops: [Stop("2026-03-22", null)]).IsStopped.ShouldBeTrue();
    }

    [Fact]
    public void Compute_ResumedBeforeItStopped_IsRefused() =>
        Should.Throw<ArgumentException>(() => Compute("2026-03-02", "30 days", stops: [Stop("2026-03-10", "2026-03-09")]))
            .Message.ShouldContain("恢复日2026年3月9日早于中止日2026年3月10日");

    [Theory]
    [InlineData("2026-05-06", "2026-06-01")]
    [InlineData("2026-05-07", "2026-05-06")]
    public void Compute_ExtensionDecided_CountsOnlyWhenInTime(string decided, string due)
    {
        var deadline = Compute("2026-03-02", "60 days", extensions: [Extend("30 days") with { DecidedOn = DateOnly.Parse(decided) }]);
        deadline.Due.ShouldBe(DateOnly.Parse(due));
        deadline.Trace.Any(s => s.Kind == TraceKind.ExtensionRefused).ShouldBe(decided == "2026-05-07");
    }

    [Fact]
    public void Compute_WithoutRoll_EndsOnTheDayOff()
    {
        var deadline = DeadlineCalculator.Compute(new(2026, 1, 17), new(30, DurationUnit.Days), DayCountingRule.CivilCode with { Roll = false }, LawFolder.Calendar);
        deadline.Due.ShouldBe(new(2026, 2, 16));
    }

    [Theory]
    [InlineData("2026-12-01", "20 working days", true)]
    [InlineData("2026-12-01", "10 working days", false)]
    [InlineData("2026-12-01", "60 days", true)]
    [InlineData("2026-12-01", "28 days", true)]
    [InlineData("2003-12-30", "5 working days", true)]
    [InlineData("2003-12-30", "60 days", false)]
    public void Compute_BeyondTheLoadedNotices_IsProvisional(string start, string limit, bool provisional)
    {
        var deadline = Compute(start, limit);
        deadline.Provisional.ShouldBe(provisional);
        deadline.Note.ShouldBe(provisional ? "按周末推算，待节假日安排公布" : null);
        deadline.Trace.Any(s => s.Kind == TraceKind.Provisional).ShouldBe(provisional);
    }

    [Fact]
    public void Compute_WithoutTrace_GivesTheSameDates()
    {
        Stop[] stops = [Stop("2026-03-16", "2026-03-26")];
        var slow = DeadlineCalculator.Compute(new(2026, 3, 2), Duration.Parse("60 days"), Reconsideration, LawFolder.Calendar, stops, [Extend("30 days")]);
        var fast = DeadlineCalculator.Compute(new(2026, 3, 2), Duration.Parse("60 days"), Reconsideration, LawFolder.Calendar, stops, [Extend("30 days")], withTrace: false);
        fast.Trace.ShouldBeEmpty();
        (fast.Due, fast.RawDue, fast.Provisional).ShouldBe((slow.Due, slow.RawDue, slow.Provisional));
    }

    private static Deadline Compute(string start, string limit, Stop[]? stops = null, Extension[]? extensions = null) =>
        DeadlineCalculator.Compute(DateOnly.Parse(start), Duration.Parse(limit), Penalty, LawFolder.Calendar, stops ?? [], extensions ?? []);

    private static Stop Stop(string from, string? to) => new(DateOnly.Parse(from), to is null ? null : DateOnly.Parse(to), "需要鉴定");

    private static Extension Extend(string length) => new(Duration.Parse(length), "案情复杂");
}
