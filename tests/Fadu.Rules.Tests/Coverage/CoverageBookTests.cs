using Fadu.Rules.Coverage;
using Fadu.Rules.LawFiles;

namespace Fadu.Rules.Tests.Coverage;

public sealed class CoverageBookTests
{
    [Fact]
    public void Entry_InAWord_IsAMeasureWithFilters()
    {
        var book = CoverageBook.Load("figures:\n  002.1-047: reconsideration.concluded[result=uphold]\n").OrThrow();

        book.Entries["002.1-047"].Request.ToString().ShouldBe("reconsideration.concluded[result=uphold]");
    }

    [Fact]
    public void Entry_WithDaysAndDefinition_IsReadWhole()
    {
        var entry = CoverageBook.Load("figures:\n  004-029: {measure: reconsideration.correction_rate, definition: direct_of_received, from: 2018-01-01, until: 2020-11-30, differs: 报告自身矛盾}\n")
            .OrThrow().Entries["004-029"];

        (entry.Definition, entry.Differs).ShouldBe(("direct_of_received", "报告自身矛盾"));
        (entry.Period!.Start, entry.Period.End).ShouldBe((new DateOnly(2018, 1, 1), new DateOnly(2020, 11, 30)));
    }

    [Fact]
    public void Figure_WithoutAMeasure_IsAPlaceKeptForLater() =>
        CoverageBook.Load("figures:\n  000-002:   # 还没有着落\n").OrThrow().Entries.ShouldBeEmpty();

    [Theory]
    [InlineData("figures:\n  a: {measure: x.y, until: 2020-11-30}", "成对")]
    [InlineData("figures:\n  a: {measure: x.y, from: 2020-12-01, until: 2020-11-30}", "先后有序")]
    [InlineData("figures:\n  a: {measure: x.y, offices: sfj}", "不认识的键“offices”")]
    [InlineData("figures:\n  a: {definition: x}", "缺少“measure”")]
    [InlineData("figures:\n  a: 3 + ", "组.指标")]
    [InlineData("figures:\n  a: x.y\n  a: x.z", "同一个键写了两次")]
    [InlineData("figure:\n  a: x.y", "不认识的键“figure”")]
    public void WrongFile_IsRefusedWithLineAndAdvice(string text, string says)
    {
        var result = CoverageBook.Load(text);

        result.Ok.ShouldBeFalse();
        string.Join('\n', result.Errors).ShouldContain(says);
        result.Errors.ShouldAllBe(e => e.Line > 0);
    }
}
