using Fadu.Core.Accounts;

namespace Fadu.Tests.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("Qingchuan-2026", null)]
    [InlineData("abcDEF123456", null)]
    [InlineData("Ab1-", "至少10位，现为4位")]
    [InlineData("abcdefghijkl", "3类")]
    [InlineData("abcdefgh1234", "3类")]
    [InlineData("Sifa-bureau-2026", "不能包含登录名")]
    public void Check_Password_NamesWhatIsWrong(string password, string? fault)
    {
        var faults = PasswordRules.Check(new(), "sifa", password);
        if (fault is null)
        {
            faults.ShouldBeEmpty();
        }
        else
        {
            faults.ShouldContain(f => f.Contains(fault));
        }
    }

    [Fact]
    public void Check_TooLong_IsRefused() => PasswordRules.Check(new(), "sifa", "Aa1-" + new string('x', 125)).ShouldContain(f => f.Contains("128"));

    [Fact]
    public void TemporaryPassword_AnyDraw_FitsTheRules()
    {
        var drawn = Enumerable.Range(0, 200).Select(_ => TemporaryPasswords.Next()).ToList();
        drawn.ShouldAllBe(p => PasswordRules.Check(new(), "sifa", p).Count == 0);
        drawn.Distinct().Count().ShouldBe(200);
    }
}
