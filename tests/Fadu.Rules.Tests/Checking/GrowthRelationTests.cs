using Fadu.Rules.Checking;

namespace Fadu.Rules.Tests.Checking;

public sealed class GrowthRelationTests
{
    [Theory]
    [InlineData("from and to", "检查数量由12.6万次下降至8.9万次，降幅29.4%。", "29.4 12.6 8.9")]
    [InlineData("shortened days", "时限由127天缩减至23天、缩减率超过80%。", "80 127 23")]
    [InlineData("points", "调解率由上年的31.5%提高到36.8%，提高5.3个百分点。", "5.3 31.5 36.8")]
    [InlineData("difference", "总量达到13697.5亿元，较上期末的9323.1亿元增加4374.4亿元。", "4374.4 9323.1 13697.5")]
    [InlineData("last year in brackets", "发生诉讼案件134件，较2021年（152件）下降11.8%。", "11.8 152 134")]
    [InlineData("yearly over five years", "收入由2.57万元增加到3.52万元、年均增长6.5%。", "6.5 2.57 3.52 5")]
    [InlineData("against last quarter and against last year", "登记诉求12480件，环比上季度12000件增长了4.00%，同比去年9600件增长了30.00%。", "30.00 9600 12480")]
    [InlineData("compared words behind the earlier value", "全县共有人口640320人，与2010年（上一次普查）的624000人相比，增加16320人，增长2.62%。", "2.62 624000 16320")]
    [InlineData("two changes of one level", "受理举报420件，与去年同期相比增加70件，同比增长20.0%；与上月相比增加20件，环比增长5.00%。", "5.00 20 420")]
    [InlineData("pairs of last year's", "受理案件84件112人，去年同期为120件160人，件数和人数分别下降30.00%、30.00%。", "30.00 120 84")]
    [InlineData("rounded lengths", "公路里程由16374公里增加到16817公里，净增444公里。", "444 16374 16817")]
    [InlineData("delta and rate imply the base", "律师总人数增长30人，增长率32%。", "32 30 94")]
    public void Growth_ThatHolds_IsRecognised(string name, string text, string numbers)
    {
        Checked.Recognises(text, numbers).ShouldBeTrue(name);
        Checked.Alarms(text).ShouldBeEmpty(name);
    }

    [Theory]
    [InlineData("from and to", "检查数量由12.6万次下降至8.9万次，降幅39.4%。")]
    [InlineData("points", "调解率由上年的31.5%提高到36.8%，提高6.3个百分点。")]
    [InlineData("difference", "总量达到13697.5亿元，较上期末的9323.1亿元增加4774.4亿元。")]
    [InlineData("pairs of last year's in one order", "审结案件84件112人，去年同期为120件160人，同比分别下降36.00%、38.00%。")]
    [InlineData("pairs of last year's under their words", "审结案件84件112人，去年同期为120件160人，同比件数下降30.00%、人数下降38.00%。")]
    public void Growth_ThatFails_IsAccused(string name, string text) => Checked.Alarms(text).ShouldNotBeEmpty(name);

    [Theory]
    [InlineData("gross product grows at constant prices", "地区生产总值达到13697.5亿元，较期末的9323.1亿元增加4374.4亿元，增长33.6%。")]
    [InlineData("yearly growth of product per head", "人均地区生产总值从5.6万元增至7.8万元，年均增长5.4%。")]
    [InlineData("the rate has another subject", "市级企业由51家整合为33家，全级次法人数量压减67.7%。")]
    [InlineData("two changes side by side", "高铁里程由2110公里增至3055公里，高速公路由7473公里增至9310公里。")]
    [InlineData("last year's number is not printed", "收办案件3607件，同比增长70.3%。")]
    [InlineData("a change is no earlier value", "受理举报420件，比去年同期增加70件，同比增长20.0%；与上月相比增加3件，环比增长0.72%。")]
    [InlineData("a mean rate of ten years", "与2010年的624000人相比，全县增加16320人，增长2.62%，年平均增长率为0.26%，比上一个十年的年平均增长率0.41%下降0.15个百分点。")]
    public void Growth_ThatCannotBeJudged_IsLeftAlone(string name, string text) => Checked.Alarms(text).ShouldBeEmpty(name);

    [Fact]
    public void SecondChange_OfALevelThatTheFirstProves_IsDoubted() =>
        Checked.Alarms("受理举报420件，与去年同期相比增加70件，同比增长20.0%；与上月相比增加20件，环比增长8.3%。").ShouldHaveSingleItem().Expected.ShouldBe("5.0%");
}
