using static Fadu.Rules.Tests.Expressions.SampleRegister;

namespace Fadu.Rules.Tests.Expressions;

public sealed class ExpressionExplainTests
{
    [Theory]
    [InlineData("decide.done and procedure = ordinary", "已作出复议决定且审理程序为普通程序")]
    [InlineData("hear.done or procedure = summary", "已听取意见，或者审理程序为简易程序")]
    [InlineData("not decide.done and (vetoed or fine >= 5000)", "未作出复议决定且（一票否决为是，或者罚款金额不小于5000）")]
    [InlineData("decide.on in period and result in group corrected", "作出复议决定日期在本期内且审理结果为变更、撤销之一")]
    [InlineData("result not in [alter]", "并非审理结果为变更")]
    [InlineData("decision.overdue", "审理期限已超期")]
    [InlineData("accept.on <= receive.on + 5 working days", "受理日期不晚于收到申请日期之后5个工作日")]
    [InlineData("kinds contains fine and fine > param.large_fine", "处罚种类包含罚款且罚款金额大于较大数额")]
    [InlineData("fine * (1 + score) / 2 < 3 - (2 - 1)", "罚款金额乘以（1加得分）除以2小于3减（2减1）")]
    [InlineData("heard_on is missing", "没有听证日期")]
    [InlineData("count(items where quantity > 2) = 1", "涉案物品中“数量大于2”的条数等于1")]
    [InlineData("origin.amount > 3", "原案的标的额大于3")]
    [InlineData("vetoed = false", "一票否决为否")]
    [InlineData("days(receive.on, today) > 60", "从收到申请日期到当日的天数大于60")]
    public void Sentence_UsesTheTitles(string text, string expected) => Parse(text).Explain().ShouldBe(expected);

    [Theory]
    [InlineData("decide.done and result = alter", "decide_on result")]
    [InlineData("decision.overdue", "decision_due decision_met decision_stopped today")]
    [InlineData("any(items where value > param.large_fine)", "items items.value param.large_fine")]
    [InlineData("sum(items.value where seized_on > accept.on) > 0", "accept_on items items.seized_on items.value")]
    [InlineData("accept.on in period", "accept_on period")]
    [InlineData("origin.file.done", "origin origin.file_on")]
    public void Needs_ListsWhatIsRead(string text, string expected) =>
        Parse(text).Needs.Order(StringComparer.Ordinal).ShouldBe(expected.Split(' '));
}
