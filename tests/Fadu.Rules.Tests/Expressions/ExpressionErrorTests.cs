using Fadu.Rules.Expressions;
using static Fadu.Rules.Tests.Expressions.SampleRegister;

namespace Fadu.Rules.Tests.Expressions;

public sealed class ExpressionErrorTests
{
    [Theory]
    [InlineData("", "结尾", 1)]
    [InlineData("result = uphald", "是不是“uphold”", 10)]
    [InlineData("procedur = ordinary", "是不是“procedure”", 1)]
    [InlineData("result = ", "结尾", 10)]
    [InlineData("status = open", "matter.status", 1)]
    [InlineData("accept_on in period", "accept.on", 1)]
    [InlineData("accept", ".done", 1)]
    [InlineData("decision", ".due", 1)]
    [InlineData("items > 0", "items.count", 1)]
    [InlineData("accept.dune", ".done", 1)]
    [InlineData("procedure.name = 'x'", "没有“name”这一项", 1)]
    [InlineData("param.large_fin > 0", "是不是“large_fine”", 1)]
    [InlineData("period.middle > today", "start", 1)]
    [InlineData("fine", "是否条件", 1)]
    [InlineData("fine > 'much'", "不能比较", 6)]
    [InlineData("fine = today", "不能比较", 6)]
    [InlineData("result > alter", "只能用 =", 8)]
    [InlineData("result = procedure", "不同的代码表", 8)]
    [InlineData("matter.status = result", "不同的代码表", 15)]
    [InlineData("kinds = fine", "contains", 7)]
    [InlineData("fine contains 3", "contains", 6)]
    [InlineData("kinds contains 3", "代码或者文字", 16)]
    [InlineData("result in group corected", "是不是“corrected”", 8)]
    [InlineData("fine in group a", "没有代码表", 6)]
    [InlineData("result in alter", "in 后面", 11)]
    [InlineData("result is empty", "missing", 11)]
    [InlineData("result is not missing", "missing", 11)]
    [InlineData("accept.on + 3 > today", "单位", 11)]
    [InlineData("accept.on - receive.on > 3", "days", 11)]
    [InlineData("30 days > 3", "日期后面", 1)]
    [InlineData("accept.on + score days > today", "因事项而异", 13)]
    [InlineData("today * 3 days > today", "加减", 7)]
    [InlineData("fine-5 > 0 and score-more > 0", "减号", 16)]
    [InlineData("'open", "右引号", 1)]
    [InlineData("result ＝ alter", "半角", 8)]
    [InlineData("2024-13-01 > today", "不是日期", 1)]
    [InlineData("fine > 1.23456", "四位小数", 8)]
    [InlineData("fine > 1000000000001", "一万亿", 8)]
    [InlineData("(fine > 1", "“)”", 10)]
    [InlineData("fine > 1 score > 2", "and", 10)]
    [InlineData("fine > 1 > 2", "and", 10)]
    [InlineData("iff(vetoed, 1, 2) = 1", "是不是“if”", 1)]
    [InlineData("if(vetoed, 1) = 1", "三项", 1)]
    [InlineData("if(vetoed, 1, today) = 1", "类型不同", 12)]
    [InlineData("days(today) = 1", "两个日期", 1)]
    [InlineData("min(vetoed, vetoed)", "数和日期", 5)]
    [InlineData("heaviest(result) = alter", "多选", 10)]
    [InlineData("measure(a.b) > 1", "offices", 9)]
    [InlineData("count(itens) > 1", "是不是“items”", 7)]
    [InlineData("sum(items) > 1", "哪一列", 5)]
    [InlineData("sum(items.label) > 1", "不是数", 5)]
    [InlineData("sum(items.valeu) > 1", "是不是“value”", 5)]
    [InlineData("count(items.label) > 1", "where 后面", 7)]
    [InlineData("all(items)", "要有条件", 1)]
    [InlineData("any(items where quantity)", "是否条件", 17)]
    [InlineData("origin.items.count > 1", "items.count", 1)]
    public void Mistake_Written_IsNamedWithItsPlaceAndTheWayOut(string text, string part, int column)
    {
        Expression.TryParse(text, Scope, ExpressionType.YesNo, out var expression, out var error).ShouldBeFalse();

        expression.ShouldBeNull();
        error.ShouldNotBeNull().Message.ShouldContain(part);
        error.Column.ShouldBe(column, error.Message);
    }

    [Theory]
    [InlineData('(')]
    [InlineData('-')]
    public void Nesting_TooDeep_IsRefused(char nest) =>
        Expression.TryParse(new string(nest, 10_000) + "1", Scope, ExpressionType.Any, out _, out _).ShouldBeFalse();

    [Fact]
    public void Nesting_ThatWouldExplodeInSql_IsRefused()
    {
        var text = string.Concat(Enumerable.Repeat("min(score, ", 15)) + "1" + new string(')', 15) + " > 1";

        Expression.TryParse(text, Scope, ExpressionType.YesNo, out _, out var error).ShouldBeFalse();
        error!.Message.ShouldContain("太复杂");
    }

    [Fact]
    public void Garbage_OfAllKinds_NeverThrows()
    {
        string[] words =
        [
            "and", "or", "not", "in", "between", "is", "missing", "given", "contains", "group", "period", "where", "(", ")", "[", "]", ",", ".", "+", "-", "*", "/", "=", "!=", "<",
            "result", "alter", "fine", "kinds", "accept", ".on", ".done", "today", "30 days", "5 working days", "2024-01-01", "'x'", "1.5", "if(", "count(items where", "sum(items.value", "heaviest(",
            "origin", "matter", "param", "decision.overdue", "“", "\u0000", "not in", "true", "coalesce(", "min(", "days(", "measure(", "all(", "any(", "vetoed",
        ];
        var random = new Random(20240229);
        var parsed = 0;
        for (var i = 0; i < 60_000; i++)
        {
            var text = string.Join(random.Next(4) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 12)).Select(_ => words[random.Next(words.Length)]));
            if (Expression.TryParse(text, Scope, ExpressionType.Any, out var expression, out var error))
            {
                parsed++;
                expression.Explain().ShouldNotBeNullOrEmpty();
                expression.Evaluate(Row(), Context());
            }
            else
            {
                error.ShouldNotBeNull(text).Column.ShouldBeInRange(1, text.Length + 1);
            }
        }

        parsed.ShouldBeGreaterThan(500);
    }
}
