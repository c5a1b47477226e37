using Fadu.Rules.Checking;

namespace Fadu.Rules.Tests.Checking;

public sealed class CalendarRelationTests
{
    private const string Opening = "某区2024年法治政府建设年度报告\n2024年，某区深入推进依法行政，着力提升各项工作水平，取得了新的成效。现将2024年度法治政府建设情况报告如下：\n";

    [Theory]
    [InlineData("opening left over from last year", "某区2024年法治政府建设年度报告\n现将2023年度法治政府建设情况报告如下：\n", RelationKind.Year, Verdict.Contradiction)]
    [InlineData("digits swapped", Opening + "2108年，共受理申请154件。\n", RelationKind.Year, Verdict.Contradiction)]
    [InlineData("period of another year", "某市2024年政府信息公开工作年度报告\n本报告统计期限为2023年1月1日至12月31日。\n", RelationKind.Year, Verdict.Contradiction)]
    [InlineData("past work in a future year", Opening + "2026年全年共受理案件35件。\n", RelationKind.Year, Verdict.Doubtful)]
    [InlineData("no such day", "会议于2024年2月30日召开。\n", RelationKind.Date, Verdict.Contradiction)]
    [InlineData("no such month", "会议于13月5日召开。\n", RelationKind.Date, Verdict.Contradiction)]
    [InlineData("characters lost", "某街道办事处\n2025121日\n", RelationKind.Date, Verdict.Contradiction)]
    public void Calendar_ThatCannotBe_IsAccused(string name, string text, RelationKind kind, Verdict verdict) =>
        Checked.Alarms(text).ShouldContain(alarm => alarm.Kind == kind && alarm.Verdict == verdict, name);

    [Theory]
    [InlineData("title with two years", "2024年某局关于2023年度法治政府建设情况的报告\n现将2023年度法治政府建设情况报告如下：\n")]
    [InlineData("plan for the next year", Opening + "四、2025年工作计划\n")]
    [InlineData("signed next year", Opening + "2025年1月20日\n")]
    [InlineData("period in a title", Opening + "落实《法治政府建设实施纲要（2021-2025年）》。\n")]
    [InlineData("since a year", Opening + "2012年以来，全区共审查合同49件。\n")]
    [InlineData("far target", Opening + "到2035年基本建成法治政府。\n")]
    [InlineData("masked year", Opening + "20xx年，区政府继续推进。\n")]
    [InlineData("work report tells of the year before", "2026年某省政府工作报告\n一、2025年工作回顾\n2025年，全省生产总值增长5%。\n")]
    public void Calendar_InOrder_IsLeftAlone(string name, string text) => Checked.Alarms(text).ShouldBeEmpty(name);

    [Fact]
    public void LostCharacters_OfADate_OfferTheReadings() => Checked.Alarms("2025121日\n").ShouldHaveSingleItem().Expected.ShouldBe("2025年1月21日 或 2025年12月1日");
}
