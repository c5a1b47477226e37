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
    public void Growth_ThatFails_IsAccused(string name, string text) => Checked.Alarms(text).ShouldNotBeEmpty(name);

    [Theory]
    [InlineData("gross product grows at constant prices", "地区生产总值达到13697.5亿元，较期末的9323.1亿元增加4374.4亿元，增长33.6%。")]
    [InlineData("yearly growth of product per head", "人均地区生产总值从5.6万元增至7.8万元，年均增长5.4%。")]
    [InlineData("the rate has another subject", "市级企业由51家整合为33家，全级次法人数量压减67.7%。")]
    [InlineData("two changes side by side", "高铁里程由2110公里增至3055公里，高速公路由7473公里增至9310公里。")]
    [InlineData("last year's number is not printed", "收办案件3607件，同比增长70.3%。")]
    public void Growth_ThatCannotBeJudged_IsLeftAlone(string name, string text) => Checked.Alarms(text).ShouldBeEmpty(name);
}
