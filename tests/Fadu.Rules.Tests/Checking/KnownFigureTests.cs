using Fadu.Rules.Checking;

namespace Fadu.Rules.Tests.Checking;

public sealed class KnownFigureTests
{
    private const string Frozen = "某区2024年法治政府建设年度报告\n全年收到行政复议申请58宗，符合受理条件的50宗，审结43宗，纠错率达14.0%。\n全年行政诉讼审结43宗。组织培训12场。\n";

    private static readonly CheckOptions Options = new() { Known = Read() };

    [Theory]
    [InlineData("the same sentence with another number", "全年收到行政复议申请58宗，符合受理条件的52宗，审结43宗，纠错率达14%。", "50")]
    [InlineData("an earlier number of the sentence changed too", "全年收到行政复议申请60宗，符合受理条件的50宗，审结45宗。", "43")]
    [InlineData("the same words in another sentence", "一年来，全区共收到行政复议申请85宗。", "58")]
    public void Figure_UnlikeTheFrozenOne_IsAContradiction(string name, string text, string expected) =>
        Checked.Text(text, Options).Findings.ShouldContain(finding => finding.Kind == RelationKind.Duplicate && finding.Verdict == Verdict.Contradiction && finding.Expected == expected, name);

    [Theory]
    [InlineData("the frozen text itself", Frozen)]
    [InlineData("a coarser rate", "全年收到行政复议申请58宗，符合受理条件的50宗，审结43宗，纠错率达14%。")]
    [InlineData("a hedged number", "一年来，共收到行政复议申请50余宗。")]
    [InlineData("words that stand for two figures", "调解和审结52宗。")]
    [InlineData("last year's number", "较上年收到行政复议申请49宗有所增长。")]
    [InlineData("another body", "各镇街收到行政复议申请9宗。")]
    [InlineData("a part of another scope", "新增收到行政复议申请9宗。")]
    public void Figure_ThatCannotBeHeldAgainstTheFrozenOne_IsLeftAlone(string name, string text) =>
        Checked.Text(text, Options).Findings.ShouldNotContain(finding => finding.IsAlarm, name);

    [Fact]
    public void Figure_OfTheFrozenReport_IsConsistentAndOnlyTheTypedOneHasNoSource()
    {
        var relations = Checked.Text(Frozen, Options).Relations;
        relations.Count(relation => relation.Kind == RelationKind.Duplicate && relation.Says.Contains("定稿") && relation.Verdict == Verdict.Consistent).ShouldBe(6);
        var missing = relations.Single(relation => relation.Says.Contains("无来源"));
        missing.Numbers.ShouldBe(["12"]);
    }

    [Fact]
    public void Figure_ThatNobodyVouchesFor_IsListedAsWithoutSource() =>
        Checked.Text("接待群众120人次。", Options).Findings.ShouldContain(finding => finding.Verdict == Verdict.Note && finding.Says.Contains("无来源") && finding.Numbers.Contains("120"));

    private static IReadOnlyList<KnownFigure> Read()
    {
        FigurePlace Place(string printed, string source, bool typed = false)
        {
            var start = Frozen.IndexOf(printed, StringComparison.Ordinal);
            return new(start, start + printed.Length, source, typed);
        }

        var second = Frozen.LastIndexOf("43", StringComparison.Ordinal);
        return KnownFigure.Read(Frozen, [Place("58", "复议收到数"), Place("50", "复议受理数"), Place("43", "复议审结数"), Place("14.0%", "直接纠错率"), new(second, second + 2, "诉讼审结数", false), Place("12", "手填数字 training", true)]);
    }
}
