using Fadu.Rules.Calendar;

namespace Fadu.Rules.Tests.Calendar;

/// <summary>Dates worked out by hand or by an independent script on the notices of 2024 to 2026.</summary>
public sealed class DeadlineVectorTests
{
    internal static readonly Dictionary<string, DayCountingRule> Rules = new()
    {
        ["处罚法"] = new(DayCounting.Listed, [2, 3, 5, 7], "第八十五条"),
        ["复议法"] = new(DayCounting.Listed, [3, 5, 7, 10], "第八十八条"),
        ["强制法"] = new(DayCounting.UpTo, [10], "第六十九条"),
        ["许可法"] = new(DayCounting.AllWorking, [], "第八十二条"),
        ["公开条例"] = new(DayCounting.ExplicitOnly, [], ""),
        ["民法典"] = DayCountingRule.CivilCode,
    };

    public static TheoryData<string, string, string, string, string, string> Single => new()
    {
        // case, statute, start, limit, raw end, due
        { "听证申请", "处罚法", "2026-02-12", "5 days", "2026-02-26", "2026-02-26" },
        { "送达", "处罚法", "2025-01-24", "7 days", "2025-02-10", "2025-02-10" },
        { "复议审查，9月28日调休上班", "复议法", "2025-09-26", "5 days", "2025-10-10", "2025-10-10" },
        { "复议答复，9月20日调休上班", "复议法", "2026-09-18", "10 days", "2026-10-09", "2026-10-09" },
        { "撤回公示，4月28日调休上班", "处罚法", "2024-04-26", "3 days", "2024-04-30", "2024-04-30" },
        { "信息公开20个工作日", "公开条例", "2025-12-30", "20 working days", "2026-01-28", "2026-01-28" },
        { "审查，5月9日调休上班", "处罚法", "2026-04-30", "7 working days", "2026-05-13", "2026-05-13" },
        { "立案90日", "处罚法", "2025-07-08", "90 days", "2025-10-06", "2025-10-09" },
        { "征求意见30日", "民法典", "2026-01-17", "30 days", "2026-02-16", "2026-02-24" },
        { "缴款15日", "处罚法", "2026-09-22", "15 days", "2026-10-07", "2026-10-08" },
        { "信息公开，收到于国庆前", "公开条例", "2025-09-26", "20 working days", "2025-10-30", "2025-10-30" },
        { "信息公开，跨春节", "公开条例", "2025-01-20", "20 working days", "2025-02-21", "2025-02-21" },
        { "公开申请补正告知", "公开条例", "2025-04-28", "7 working days", "2025-05-12", "2025-05-12" },
        { "征求第三方意见", "公开条例", "2026-02-10", "15 working days", "2026-03-09", "2026-03-09" },
        { "决策征求意见，止于五一", "民法典", "2025-04-01", "30 days", "2025-05-01", "2025-05-06" },
        { "决策征求意见，止于春节", "民法典", "2026-01-22", "30 days", "2026-02-21", "2026-02-24" },
        { "文件征求意见", "公开条例", "2026-02-11", "7 working days", "2026-02-27", "2026-02-27" },
        { "合法性审查，自调休上班的星期日起", "公开条例", "2025-09-28", "7 working days", "2025-10-14", "2025-10-14" },
        { "审查5个工作日", "公开条例", "2026-04-30", "5 working days", "2026-05-11", "2026-05-11" },
        { "审查15个工作日", "公开条例", "2026-04-30", "15 working days", "2026-05-25", "2026-05-25" },
        { "二个月，止于调休上班的星期六", "民法典", "2025-12-31", "2 months", "2026-02-28", "2026-02-28" },
        { "三个月，无对应日", "民法典", "2025-11-30", "3 months", "2026-02-28", "2026-02-28" },
        { "三个月，止于五一", "民法典", "2026-02-05", "3 months", "2026-05-05", "2026-05-06" },
        { "报送备案15日", "民法典", "2026-02-04", "15 days", "2026-02-19", "2026-02-24" },
        { "六十日，止于国庆", "复议法", "2025-08-04", "60 days", "2025-10-03", "2025-10-09" },
        { "许可决定，日均为工作日", "许可法", "2025-12-29", "20 days", "2026-01-27", "2026-01-27" },
        { "止于调休上班的星期日", "公开条例", "2025-12-25", "5 working days", "2026-01-04", "2026-01-04" },
        { "一年，闰日无对应日", "民法典", "2024-02-29", "1 year", "2025-02-28", "2025-02-28" },
        { "强制法10日为工作日", "强制法", "2026-03-02", "10 days", "2026-03-16", "2026-03-16" },
        { "强制法30日为自然日", "强制法", "2026-03-02", "30 days", "2026-04-01", "2026-04-01" },
        { "处罚法10日不在所列之内", "处罚法", "2026-03-02", "10 days", "2026-03-12", "2026-03-12" },
        { "复议法10日在所列之内", "复议法", "2026-03-02", "10 days", "2026-03-16", "2026-03-16" },
        { "许可法也受自然日的明文约束", "许可法", "2026-03-02", "10 calendar days", "2026-03-12", "2026-03-12" },
    };

    [Theory]
    [MemberData(nameof(Single))]
    public void Compute_NamedCase_GivesTheDate(string name, string statute, string start, string limit, string raw, string due)
    {
        var deadline = DeadlineCalculator.Compute(Day(start), Duration.Parse(limit), Rules[statute], LawFolder.Calendar);
        deadline.RawDue.ShouldBe(Day(raw), name);
        deadline.Due.ShouldBe(Day(due), name);
        deadline.Provisional.ShouldBeFalse(name);
    }

    [Theory]
    [InlineData("公开条例", "2025-09-26", "20 working days", "20 working days", "2025-11-27")]
    [InlineData("许可法", "2025-12-29", "20 days", "10 days", "2026-02-10")]
    [InlineData("复议法", "2025-08-04", "60 days", "30 days", "2025-11-03")]
    [InlineData("民法典", "2025-11-30", "3 months", "1 month", "2026-03-30")]
    public void Compute_Extended_AddsToTheUnrolledEnd(string statute, string start, string limit, string extension, string due)
    {
        var deadline = DeadlineCalculator.Compute(Day(start), Duration.Parse(limit), Rules[statute], LawFolder.Calendar,
            [], [new(Duration.Parse(extension), "情况复杂")]);
        deadline.Due.ShouldBe(Day(due));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
