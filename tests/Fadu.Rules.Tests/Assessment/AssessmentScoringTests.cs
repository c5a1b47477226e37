using Fadu.Rules.Assessment;
using Fadu.Rules.Measures;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Tests.Assessment;

public sealed class AssessmentScoringTests
{
    private static readonly Basis Practice = new([], false);
    private static readonly MeasureDefinition Definition = new() { Id = "default", Text = "", Kind = MeasureKind.Ratio };

    private static readonly AssessmentItem Rate = new("rate", "按期办结", 10, Practice, new(new("x.rate"), 1, 0.8m), null, null);
    private static readonly AssessmentItem Days = new("days", "平均用时", 4, Practice, new(new("x.days"), 10, 30), null, null);
    private static readonly AssessmentItem Overdue = new("overdue", "超期", 3, Practice, null, new(["x.overdue", "x.late"], 0.5m), null);
    private static readonly AssessmentItem Duty = new("duty", "履职", 6, Practice, null, null, "会议纪要");

    [Theory]
    [InlineData("1", 10)]
    [InlineData("0.9", 5)]
    [InlineData("0.8", 0)]
    [InlineData("0.5", 0)]
    [InlineData("1.2", 10)]
    [InlineData("0.987", 9.35)]
    public void MeasuredItem_BetweenZeroAndFull_GetsItsShare(string value, double points) =>
        Score([Rate], measure: _ => decimal.Parse(value)).Items[0].Points.ShouldBe((decimal)points);

    [Theory]
    [InlineData("10", 4)]
    [InlineData("20", 2)]
    [InlineData("30", 0)]
    public void MeasuredItem_WhereLessIsBetter_FallsWithTheValue(string value, double points) =>
        Score([Days], measure: _ => decimal.Parse(value)).Items[0].Points.ShouldBe((decimal)points);

    [Fact]
    public void MeasuredItem_WithoutABase_DoesNotApplyAndCostsNothing()
    {
        var score = Score([Rate, Days], measure: r => r.Measure == "x.rate" ? null : 10);

        (score.Total, score.Reachable, score.Items[0].Applies).ShouldBe((100m, 4m, false));
        score.Items[0].Why.ShouldContain("没有可计算的基数");
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 99.5)]
    [InlineData(6, 97)]
    [InlineData(60, 97)]
    public void Findings_AreDeductedUpToTheLimit(int findings, double total) =>
        Score([Rate, Overdue], measure: _ => 1, findings: rule => rule == "x.late" ? findings : 0).Total.ShouldBe((decimal)total);

    [Fact]
    public void Deduction_NeverTakesTheTotalBelowZero() => Score([Rate, Overdue], measure: _ => 0, findings: _ => 100).Total.ShouldBe(0);

    [Fact]
    public void Evidence_CountsOnlyWhenReviewed()
    {
        Score([Duty, Rate], measure: _ => 1, entry: new(7, 6, null, "纪要", "")).ShouldSatisfyAllConditions(s => s.Total.ShouldBe(62.5m), s => s.Pending.ShouldBe(1));
        Score([Duty, Rate], measure: _ => 1, entry: new(7, 6, 3, "纪要", "一次无记录")).ShouldSatisfyAllConditions(s => s.Total.ShouldBe(81.25m), s => s.Items[0].Why.ShouldBe("自评6分，复核3分：一次无记录"));
    }

    [Fact]
    public void Review_AboveThePointsOfTheItem_IsCut() => Score([Duty], entry: new(7, 9, 9, "", "")).Total.ShouldBe(100);

    [Fact]
    public void Scheme_ThatNothingAppliesTo_HasNoTotal() => Score([Rate], measure: _ => null).Total.ShouldBeNull();

    [Fact]
    public void Why_ShowsTheArithmetic() =>
        Score([Rate], measure: _ => 0.9m).Items[0].Why.ShouldBe("实际0.9（9÷10），满分线1，零分线0.8：10×0.5＝5");

    private static OfficeScore Score(AssessmentItem[] items, Func<MeasureRequest, decimal?>? measure = null, Func<string, int>? findings = null, EvidenceEntry? entry = null) =>
        AssessmentScoring.Score(
            new("s", "考评", Practice, ["department"], 100, [new("i", "一级指标", items)], new("s.yaml", 1)),
            new(r => measure!(r) is { } value ? new(value, value * 10, 10, Definition) : new(null, 0, 0, Definition), findings ?? (_ => 0), _ => entry));
}
