using Fadu.Rules.Calendar;

namespace Fadu.Rules.Tests.Calendar;

public sealed class DeadlineTraceTests
{
    [Fact]
    public void Trace_WorkingDaysOverSpringFestival_TellsEveryDay()
    {
        var deadline = DeadlineCalculator.Compute(new(2026, 2, 12), Duration.Parse("5 days"), DeadlineVectorTests.Rules["处罚法"], LawFolder.Calendar,
            "《行政处罚法》第六十四条");
        deadline.Trace.Select(s => s.Sentence).ShouldBe([
            "起算日为2026年2月12日，当日不计入，自次日起算（参照《民法典》第二百零一条）。",
            "期限为5日（《行政处罚法》第六十四条）；该法所称2日、3日、5日、7日按工作日计算，其他的日按自然日计算（第八十五条），故按5个工作日计算。",
            "2026年2月13日，计1个工作日。",
            "2026年2月14日（春节调休上班），计1个工作日。",
            "2026年2月15日至2月23日，春节放假，不计入。",
            "2026年2月24日至2月26日，计3个工作日。",
            "期限于2026年2月26日届满。",
        ]);
    }

    [Fact]
    public void Trace_StoppedExtendedAndRolled_TellsEachStepWithItsReason()
    {
        var deadline = DeadlineCalculator.Compute(new(2025, 7, 1), Duration.Parse("60 days"), DeadlineVectorTests.Rules["复议法"], LawFolder.Calendar,
            [new(new(2025, 7, 11), new(2025, 7, 16), "需要鉴定", "第三十九条")],
            [new(Duration.Parse("30 days"), "情况复杂", "第六十二条")], "第六十二条");
        deadline.Trace.Select(s => s.Kind).ShouldBe([
            TraceKind.Start, TraceKind.Limit, TraceKind.Counted, TraceKind.Stop, TraceKind.Counted,
            TraceKind.Extension, TraceKind.Counted, TraceKind.Roll, TraceKind.Due]);
        deadline.Trace[3].Sentence.ShouldBe("2025年7月11日起停止计算（需要鉴定，第三十九条），2025年7月16日恢复；2025年7月12日至7月16日共5日不计入。");
        deadline.Trace[7].Sentence.ShouldBe("2025年10月4日为国庆节放假，期限顺延至其后第一个工作日2025年10月9日（参照《民法典》第二百零三条）。");
    }

    [Fact]
    public void Trace_OpenStop_EndsWithWhatIsLeft()
    {
        var deadline = DeadlineCalculator.Compute(new(2026, 3, 2), Duration.Parse("10 days"), DeadlineVectorTests.Rules["复议法"], LawFolder.Calendar,
            [new(new(2026, 3, 4), null, "等待另案结果")], []);
        deadline.Trace[^1].Sentence.ShouldBe("2026年3月4日起停止计算（等待另案结果），尚未恢复；剩余8个工作日，自恢复的次日起继续计算。");
    }

    [Fact]
    public void Trace_MonthsWithoutCorrespondingDay_SaysSo() =>
        DeadlineCalculator.Compute(new(2025, 11, 30), Duration.Parse("3 months"), DayCountingRule.CivilCode, LawFolder.Calendar)
            .Trace[2].Sentence.ShouldBe("满3个月的当月没有对应日，以月末日2026年2月28日为最后一日（参照《民法典》第二百零二条）。");

    [Fact]
    public void Trace_AnyWorkingDayLimit_CountsExactlyTheLimit()
    {
        foreach (var n in Enumerable.Range(1, 60))
        {
            var deadline = DeadlineCalculator.Compute(new(2025, 12, 20), new(n, DurationUnit.WorkingDays), DayCountingRule.CivilCode, LawFolder.Calendar);
            deadline.Trace.Where(s => s.Kind == TraceKind.Counted).Sum(s => s.Days).ShouldBe(n);
        }
    }
}
