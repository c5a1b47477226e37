using Fadu.Core.Documents;

namespace Fadu.Tests.Documents;

public sealed class DocumentTextTests
{
    [Theory]
    [InlineData(1, 1, "一、")]
    [InlineData(1, 10, "十、")]
    [InlineData(1, 21, "二十一、")]
    [InlineData(2, 12, "（十二）")]
    [InlineData(3, 3, "3.")]
    [InlineData(4, 10, "（10）")]
    public void HeadingNumber_OfALevel_IsItsSign(int level, int number, string sign) => HeadingNumber.Of(level, number).ShouldBe(sign);

    [Theory]
    [InlineData("无极县人民政府公告", "无极县人民政府公告")]
    [InlineData("无极县人民政府关于2025年法治政府建设情况的报告", "无极县人民政府|关于2025年法治政府建设情况的报告")]
    [InlineData("关于印发《无极县重大行政决策程序实施办法》《无极县规范性文件管理办法》的通知", "关于印发|《无极县重大行政决策程序实施办法》|《无极县规范性文件管理办法》的通知")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五", "一二三四五六七八九十一二三四五六七八九十一二三四五")]
    public void Title_TooLongForALine_BreaksWhereItsSenseAllows(string title, string lines) => string.Join("|", DocumentTitle.Break(title)).ShouldBe(lines);

    [Fact]
    public void Bookmark_OfAnyFigure_IsAllowedInWordAndDistinct()
    {
        string[] figures = ["a.b", "review.contracts", "复议.审结", "复议.纠错", "9lives", "", new string('x', 60) + "1", new string('x', 60) + "2", "a b", "a/b"];
        var names = figures.SelectMany(f => new[] { FigureBookmark.NameOf(f), FigureBookmark.NameOf(f, 12) }).ToList();
        names.ShouldBeUnique();
        names.ShouldAllBe(n => n.Length <= 40 && char.IsAsciiLetter(n[0]) && n.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'));
        names[0].ShouldBe("a_b");
    }
}
