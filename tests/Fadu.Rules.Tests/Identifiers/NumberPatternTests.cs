using Fadu.Rules.Identifiers;

namespace Fadu.Rules.Tests.Identifiers;

public sealed class NumberPatternTests
{
    private static readonly Dictionary<string, string> Linping = new() { ["office.abbr"] = "杭临综执" };

    [Theory]
    [InlineData("{office.abbr}政复〔{year}〕{seq}号", 2025, 7, "杭临综执政复〔2025〕7号")]
    [InlineData("{office.abbr}罚决字〔{year}〕第{seq:000000}号", 2024, 1, "杭临综执罚决字〔2024〕第000001号")]
    [InlineData("{seq}号", 2024, 12, "12号")]
    public void Format_Pattern_GivesANumberThatMatchesAndReadsBack(string pattern, int year, int serial, string number)
    {
        var read = NumberPattern.Parse(pattern);
        read.Format(year, serial, Linping).ShouldBe(number);
        read.Matches(number).ShouldBeTrue();
        read.Read(number)!.Value.Serial.ShouldBe(serial);
        if (pattern.Contains("year")) read.Read(number)!.Value.Year.ShouldBe(year);
    }

    [Theory]
    [InlineData("杭临综执政复〔2025〕07号")]
    [InlineData("杭临综执政复[2025]7号")]
    [InlineData("政复〔2025〕7号")]
    [InlineData("杭临综执政复〔2025〕7号附件")]
    public void Matches_NumberOfAnotherForm_IsRefused(string number)
    {
        var pattern = NumberPattern.Parse("{office.abbr}政复〔{year}〕{seq}号");
        pattern.Matches(number).ShouldBeFalse();
        pattern.Read(number).ShouldBeNull();
    }

    [Theory]
    [InlineData("{office.abbr〔{year}〕{seq}号", "花括号不成对")]
    [InlineData("{机关}〔{year}〕{seq}号", "花括号不成对，或者名称不对")]
    [InlineData("{office.abbr}〔{year}〕号", "有且只有一个顺序号")]
    [InlineData("{seq}{seq}", "有且只有一个顺序号")]
    public void Parse_BrokenPattern_SaysWhatIsWrong(string pattern, string message) =>
        Should.Throw<FormatException>(() => NumberPattern.Parse(pattern)).Message.ShouldContain(message);

    [Fact]
    public void Format_ValueMissing_NamesIt()
    {
        var pattern = NumberPattern.Parse("{office.abbr}{kind}〔{year}〕{seq}号");
        pattern.Names.ShouldBe(["office.abbr", "kind"]);
        Should.Throw<KeyNotFoundException>(() => pattern.Format(2025, 1, Linping)).Message.ShouldContain("“kind”");
    }
}
