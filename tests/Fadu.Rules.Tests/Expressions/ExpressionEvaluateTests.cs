using Fadu.Rules.Expressions;
using Fadu.Rules.Registers;
using static Fadu.Rules.Tests.Expressions.SampleRegister;

namespace Fadu.Rules.Tests.Expressions;

public sealed class ExpressionEvaluateTests
{
    private static readonly FactRow Matter = Row(
        ("matter_id", 41L), ("number", "甲1号"), ("office", "justice"), ("status", "open"), ("opened_on", new DateOnly(2024, 1, 31)), ("imported", false),
        ("applicant", "张某"), ("applicant_kind", "sole-trader"), ("applicant_id", "X1"), ("respondent", "justice"), ("procedure", "ordinary"), ("result", "revoke"),
        ("kinds", new[] { "fine", "detention", "warning" }), ("fine", 5000.50m), ("area", 12.3456m), ("score", 7L), ("vetoed", false), ("subject", "违法占地"),
        ("officers", new[] { "甲", "乙" }), ("officers_count", 2L), ("officers_certified", 1L), ("origin", 9L),
        ("receive_on", new DateOnly(2024, 1, 31)), ("accept_on", new DateOnly(2024, 2, 5)), ("hear_on", new DateOnly(2024, 3, 1)), ("hear_last", new DateOnly(2024, 3, 9)), ("hear_times", 2L),
        ("decision_due", new DateOnly(2024, 4, 5)), ("decision_stopped", false),
        ("items", new[]
        {
            Item(("label", "车"), ("quantity", 2L), ("value", 10.05m), ("seized_on", new DateOnly(2024, 2, 6)), ("returned", true), ("item_kind", "closure")),
            Item(("label", "箱"), ("quantity", 3L), ("returned", null), ("item_kind", "fine")),
        }));

    private static readonly FactRow Empty = Row(("items", Array.Empty<IReadOnlyDictionary<string, object?>>()));

    [Theory]
    [InlineData("result = revoke", true)]
    [InlineData("revoke = result", true)]
    [InlineData("result = 'uphold'", false)]
    [InlineData("result != revoke", false)]
    [InlineData("result in [alter, uphold]", false)]
    [InlineData("result not in [alter, uphold]", true)]
    [InlineData("result in group corrected", true)]
    [InlineData("kinds contains detention", true)]
    [InlineData("kinds contains closure", false)]
    [InlineData("kinds in group heavy", true)]
    [InlineData("heaviest(kinds) = detention", true)]
    [InlineData("heaviest(kinds) in group heavy and fine > 0", true)]
    [InlineData("subject contains '占地'", true)]
    [InlineData("applicant.kind = sole-trader", true)]
    [InlineData("applicant.id = 'X1'", true)]
    [InlineData("respondent = matter.office", true)]
    [InlineData("matter.status = open", true)]
    [InlineData("matter.imported", false)]
    [InlineData("matter.result = revoke", true)]
    [InlineData("vetoed = false", true)]
    [InlineData("not vetoed", true)]
    [InlineData("fine >= param.large_fine", true)]
    [InlineData("fine > 5000.50", false)]
    [InlineData("fine = 5000.5000", true)]
    [InlineData("area * 10000 = 123456", true)]
    [InlineData("score / 3 * 3 = 7", true)]
    [InlineData("score / 3 > 2.3333", true)]
    [InlineData("score / -2 < 0", true)]
    [InlineData("-score = 0 - 7", true)]
    [InlineData("2 + 3 * 4 = 14 and (2 + 3) * 4 = 20", true)]
    [InlineData("fine between 5000 and 6000", true)]
    [InlineData("min(score, 3, 5) = 3 and max(score, 3) = 7", true)]
    [InlineData("officers.count >= 2 and officers.certified < 2", true)]
    [InlineData("accept.done and not decide.done", true)]
    [InlineData("accept.times = 1 and decide.times = 0 and hear.times = 2", true)]
    [InlineData("hear.last > hear.on and accept.last = accept.on", true)]
    [InlineData("accept.on in period", true)]
    [InlineData("accept.on between period.start and period.end", true)]
    [InlineData("accept.on = receive.on + 3 working days", true)]
    [InlineData("receive.on + 1 month = 2024-02-29", true)]
    [InlineData("receive.on - 1 year = 2023-01-31", true)]
    [InlineData("accept.on + 30 days < today", true)]
    [InlineData("accept.on <= receive.on + param.review_days working days", true)]
    [InlineData("days(receive.on, accept.on) = 5", true)]
    [InlineData("year(accept.on) = 2024", true)]
    [InlineData("decision.overdue and decision.late_days = 86", true)]
    [InlineData("decision.stopped", false)]
    [InlineData("decision.met is missing", true)]
    [InlineData("fine is given and heard_on is missing", true)]
    [InlineData("items.count = 2", true)]
    [InlineData("count(items where quantity >= 3) = 1", true)]
    [InlineData("count(items where returned) + count(items where not returned) = 1", true)]
    [InlineData("sum(items.value) = 10.05", true)]
    [InlineData("sum(items.quantity where item_kind = fine) = 3", true)]
    [InlineData("any(items where item_kind in group heavy and seized_on > matter.accept.on)", true)]
    [InlineData("any(items where seized_on > accept.on)", true)]
    [InlineData("all(items where quantity > 1)", true)]
    [InlineData("all(items where returned)", false)]
    [InlineData("coalesce(heard_on, hear.last) = 2024-03-09", true)]
    [InlineData("if(vetoed, 0, score) = 7", true)]
    [InlineData("if(heard_on > today, 1, 2) = 2", true)]
    [InlineData("param.strict", true)]
    [InlineData("matter.applicant.kind = legal or true", true)]
    public void Condition_OfAMatter_Holds(string text, bool expected) =>
        Parse(text, ExpressionType.YesNo).Evaluate(Matter, Context()).ShouldBe(expected, text);

    [Theory]
    [InlineData("fine > 0")]
    [InlineData("not (fine > 0)")]
    [InlineData("fine != 0")]
    [InlineData("fine not in [1, 2]")]
    [InlineData("result in [alter]")]
    [InlineData("kinds contains fine")]
    [InlineData("heaviest(kinds) = fine")]
    [InlineData("vetoed")]
    [InlineData("vetoed or score > 3")]
    [InlineData("heard_on in period")]
    [InlineData("heard_on + 5 working days > today")]
    [InlineData("score / 0 = 1")]
    [InlineData("1 / 0 > 0")]
    [InlineData("min(score, 3) = 3")]
    [InlineData("decision.late_days > 0")]
    [InlineData("origin.amount > 0")]
    [InlineData("true and vetoed")]
    [InlineData("fine / 2 is missing and vetoed")]
    public void Condition_OnMissingValues_IsUnknownAndDoesNotHold(string text)
    {
        var expression = Parse(text, ExpressionType.YesNo);

        expression.Evaluate(Empty, Context()).ShouldBeNull(text);
        expression.Holds(Empty, Context()).ShouldBeFalse();
    }

    [Theory]
    [InlineData("vetoed or true", true)]
    [InlineData("vetoed and false", false)]
    [InlineData("decide.done", false)]
    [InlineData("decision.overdue", false)]
    [InlineData("fine is missing", true)]
    [InlineData("score / 0 is missing", true)]
    [InlineData("hear.times = 0", true)]
    [InlineData("items.count = 0", true)]
    [InlineData("sum(items.value) = 0", true)]
    [InlineData("any(items where returned)", false)]
    [InlineData("all(items where returned)", true)]
    public void Condition_ThatIsNeverUnknown_IsKnownOfAnEmptyMatter(string text, bool expected) =>
        Parse(text, ExpressionType.YesNo).Evaluate(Empty, Context()).ShouldBe(expected, text);

    [Fact]
    public void Overdue_OfAStoppedClock_IsFalse()
    {
        var stopped = Row(("decision_due", new DateOnly(2024, 1, 1)), ("decision_stopped", true));

        Parse("decision.overdue").Evaluate(stopped, Context()).ShouldBe(false);
    }

    [Fact]
    public void Overdue_MetLate_StaysOverdue()
    {
        var late = Row(("decision_due", new DateOnly(2024, 1, 1)), ("decision_met", new DateOnly(2024, 1, 3)));

        Parse("decision.late_days").Evaluate(late, Context(new(2025, 1, 1))).ShouldBe(2L);
    }

    [Fact]
    public void Period_NotGiven_IsUnknown() =>
        Parse("accept.on in period").Evaluate(Matter, Context() with { Period = null }).ShouldBeNull();

    [Fact]
    public void Parameter_SetByTheDistrict_OverridesTheDefinition() =>
        Parse("fine >= param.large_fine").Evaluate(Matter, Context() with { Parameters = new Dictionary<string, object> { ["large_fine"] = 6000m } }).ShouldBe(false);

    [Theory]
    [InlineData("if(vetoed, uphold, if(score >= 7, alter, revoke))", "alter")]
    [InlineData("coalesce(result, uphold)", "revoke")]
    [InlineData("alter", "alter")]
    public void Code_Expected_IsReadFromItsList(string text, string expected) =>
        Parse(text, ExpressionType.Code, Results).Evaluate(Matter, Context()).ShouldBe(expected);

    [Theory]
    [InlineData("score + 1", 8L)]
    [InlineData("items.count", 2L)]
    [InlineData("days(today, today)", 0L)]
    public void WholeNumber_IsLong(string text, long expected) => Parse(text, ExpressionType.Number).Evaluate(Matter, Context()).ShouldBe(expected);

    [Theory]
    [InlineData("score / 2", "3.5")]
    [InlineData("fine - 0.5", "5000")]
    public void OtherNumber_IsDecimal(string text, string expected) =>
        Parse(text, ExpressionType.Number).Evaluate(Matter, Context()).ShouldBeOfType<decimal>().ShouldBe(decimal.Parse(expected));

    [Fact]
    public void Matter_Itself_IsItsIdentifier() => Parse("matter", ExpressionType.Reference).Evaluate(Matter, Context()).ShouldBe(41L);

    [Theory]
    [InlineData("origin.amount > 100", true)]
    [InlineData("origin.kind = closure", true)]
    [InlineData("origin.held_on is missing", true)]
    [InlineData("origin.file.done and origin.status = open", true)]
    public void Reference_Given_ReachesTheOtherMatter(string text, bool expected)
    {
        var other = new FactRow(
            Other, new Dictionary<string, object?> { ["amount"] = 100.01m, ["kind"] = "closure", ["file_on"] = new DateOnly(2024, 1, 2), ["status"] = "open" },
            new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, object?>>>());
        var context = Context() with { References = (register, id) => (register, id) == ("other-case", 9L) ? other : null };

        Parse(text).Evaluate(Matter, context).ShouldBe(expected);
    }

    [Fact]
    public void RowExpression_WithItsRow_ReadsBothLevels()
    {
        var expression = Parse("quantity > 1 and matter.score = 7 and matter.accept.done", scope: ItemScope);

        expression.Evaluate(Matter, Context(), Item(("quantity", 2L))).ShouldBe(true);
    }

    [Fact]
    public void RowExpression_WithoutRow_ReadsTheColumnsGiven() =>
        Parse("quantity * value", scope: ItemScope).Evaluate(Row(("quantity", 2L), ("value", 1.25m)), Context()).ShouldBe(2.5m);

    [Fact]
    public void OfficeRule_AsksItsMeasures()
    {
        var scope = ExpressionScope.ForOffices(null, id => id is "penalty.filed" or "file-review.reviewed" ? "立案数" : null);
        var context = Context() with { Measures = id => id == "penalty.filed" ? 0m : 0.0m };

        Parse("office.powers > 0 and measure(penalty.filed) + measure(file-review.reviewed) = 0", ExpressionType.YesNo, scope: scope)
            .Evaluate(Subjects.Office("department", 12), context).ShouldBe(true);
    }

    [Fact]
    public void OfficerRule_SeesTheCertificate() =>
        Parse("officer.certificate_until < today and officer.acts > 0", scope: ExpressionScope.ForOfficers())
            .Evaluate(Subjects.Officer(new(2024, 1, 1), 3), Context()).ShouldBe(true);
}
