using Fadu.Rules.Registers;
using Fadu.Rules.Tests.Procedures;

namespace Fadu.Rules.Tests.Registers;

public sealed class FactDigestTests
{
    private static readonly string Unchanged = FactDigest.Of(new Appeals().Law, "appeal");

    [Theory]
    [InlineData("title: 申诉案件", "title: 申诉案卷")]
    [InlineData("says: 普通程序应当开庭", "says: 应当开庭")]
    [InlineData("title: 被申请人", "title: 被申诉人")]
    public void Words_Changed_LeaveTheFactsAsTheyAre(string old, string now) => FactDigest.Of(new Appeals((old, now)).Law, "appeal").ShouldBe(Unchanged);

    [Theory]
    [InlineData("derive: result in group corrected", "derive: result = alter")]
    [InlineData("60 days: procedure = ordinary", "50 days: procedure = ordinary")]
    [InlineData("value: 5, basis", "value: 6, basis")]
    [InlineData("stops: {from: suspend, to: resume", "stops: {from: suspend, to: [resume, decide]")]
    [InlineData("limit: 30 days, basis: \"62\"}", "limit: 20 days, basis: \"62\"}")]
    [InlineData("clocks: {decision: restart}", "clocks: {decision: stop}")]
    public void Rules_Changed_AskForTheFactsAgain(string old, string now) => FactDigest.Of(new Appeals((old, now)).Law, "appeal").ShouldNotBe(Unchanged);
}
