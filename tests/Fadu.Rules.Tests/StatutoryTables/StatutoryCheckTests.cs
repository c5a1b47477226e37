using Fadu.Rules.StatutoryTables;

namespace Fadu.Rules.Tests.StatutoryTables;

public sealed class StatutoryCheckTests
{
    private static readonly Dictionary<string, decimal?> Values = new() { ["received"] = 41, ["carried"] = 3, ["answered"] = 40, ["pending"] = 4, ["none"] = null };

    [Theory]
    [InlineData("received + carried = answered + pending", true)]
    [InlineData("received = answered", false)]
    [InlineData("received - pending + none = answered - carried", true)]
    [InlineData("answered <= received", true)]
    [InlineData("received <= answered", false)]
    [InlineData("none = none", true)]
    public void Identity_OverAColumn_HoldsOrNot(string needs, bool holds) =>
        StatutoryCheck.Parse(needs, "新收与结转之和应等于结果与结转下年之和")!.Holds(v => Values[v]).ShouldBe(holds);

    [Theory]
    [InlineData("received")]
    [InlineData("received + = answered")]
    [InlineData("received = answered = pending")]
    [InlineData("2 + 3 = answered")]
    [InlineData("")]
    public void Text_ThatIsNoIdentity_IsNotRead(string needs) => StatutoryCheck.Parse(needs, "").ShouldBeNull();

    [Fact]
    public void Sides_AreGivenForTheWordsOfAFailure() =>
        StatutoryCheck.Parse("received + carried = answered", "")!.Sides(v => Values[v]).ShouldBe((44m, 40m));
}
