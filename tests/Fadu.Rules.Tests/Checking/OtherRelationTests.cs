using Fadu.Rules.Checking;

namespace Fadu.Rules.Tests.Checking;

public sealed class OtherRelationTests
{
    [Theory]
    [InlineData("list before the number", "落实执法公示、全过程记录、法制审核三项制度。", "3 3")]
    [InlineData("number in quotation marks", "落实执法公示、全过程记录、法制审核“三项制度”。", "3 3")]
    [InlineData("conjunction before the last", "下设执法、司法和普法三个协调小组。", "3 3")]
    [InlineData("list in brackets", "落实三项制度（公示制度、记录制度、审核制度）。", "3 3")]
    [InlineData("quoted names", "“甲工作室”“乙服务”2个项目入选。", "2 2")]
    [InlineData("subjects and values", "一产、二产、三产增加值分别增长6%、5.2%、5.2%。", "3 3")]
    public void Enumeration_ThatCounts_IsRecognised(string name, string text, string numbers) => Checked.Recognises(text, numbers).ShouldBeTrue(name);

    [Fact]
    public void Enumeration_InBracketsWithOneMissing_IsDoubted() =>
        Checked.Alarms("落实四项制度（公示制度、记录制度、审核制度）。").ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.Doubtful);

    [Fact]
    public void Enumeration_WithEtc_IsLeftAlone() => Checked.Alarms("提供咨询、调解、公证等16项服务，涵盖八个镇（甲镇、乙镇、丙镇等）。").ShouldBeEmpty();

    [Fact]
    public void Selection_LargerThanItsWhole_IsAContradiction() =>
        Checked.Alarms("受理申请29件，其中不予受理35件。").ShouldContain(alarm => alarm.Kind == RelationKind.Subset && alarm.Verdict == Verdict.Contradiction);

    [Theory]
    [InlineData("old stock is closed too", "受理案件100件，审结案件112件。")]
    [InlineData("a new sentence divides the list before it", "结果分别为撤销36件，责令履行12件，确认违法88件。其中处罚类102件，强制类24件，信息公开类10件。")]
    [InlineData("finer count in brackets", "保留证明目录58项（子项95项）。")]
    public void Stage_ThatMayExceed_IsLeftAlone(string name, string text) => Checked.Alarms(text).ShouldBeEmpty(name);

    [Theory]
    [InlineData("incomes per head", "全区居民人均可支配收入36120元，同比增长4.6%。其中，城镇居民人均可支配收入42260元，同比增长4.4%。")]
    [InlineData("a change before a level", "农民工人均月收入4120元，比上年增加310元，增长8.1%。其中，外出农民工月收入4560元。")]
    public void Mean_LargerThanTheMeanOfAll_IsLeftAlone(string name, string text) => Checked.Alarms(text).ShouldBeEmpty(name);

    [Fact]
    public void Flow_OfAllFour_IsRecognisedAndDoubted()
    {
        Checked.Recognises("上年结转案件32件，本年新收245件，审结256件，未结21件。", "32 245 256 21").ShouldBeTrue();
        Checked.Alarms("上年结转案件32件，本年新收245件，审结256件，未结41件。").ShouldContain(alarm => alarm.Kind == RelationKind.Flow);
    }

    [Theory]
    [InlineData("超过近", "合格率超过近50%。", Verdict.Doubtful)]
    [InlineData("month with 同比", "较上月同比增长5%。", Verdict.Doubtful)]
    [InlineData("截止", "截止2024年底完成。", Verdict.Note)]
    public void Wording_ThatContradictsItself_IsSaid(string name, string text, Verdict verdict) =>
        Checked.Text(text).Findings.ShouldContain(finding => finding.Kind == RelationKind.Wording && finding.Verdict == verdict, name);

    [Fact]
    public void Typography_OfAWholeReport_IsSaidOncePerKind() =>
        Checked.Text("坚持依法行政,坚持公正执法,坚持文明执法。").Findings.Count(finding => finding.Kind == RelationKind.Typography).ShouldBe(1);

    [Fact]
    public void Citation_OfALawNotYetInForce_IsNoted()
    {
        var options = new CheckOptions { Statutes = [new("中华人民共和国某某法", new DateOnly(2026, 1, 1))] };
        var findings = Checked.Text("某区2024年法治政府建设年度报告\n认真贯彻《某某法》。\n", options).Findings;
        findings.ShouldContain(finding => finding.Kind == RelationKind.Citation && finding.Verdict == Verdict.Note);
    }

    [Fact]
    public void Previous_Report_GivesTheBaseOfGrowth()
    {
        var options = new CheckOptions { Previous = "全市全年共收办政府信息公开申请案件3607件。" };
        Checked.Text("全市全年共收办政府信息公开申请案件3646件，同比增长1.05%。", options).Findings.ShouldContain(finding => finding.Kind == RelationKind.Growth && finding.Expected == "1.08%");
        Checked.Text("全市全年共收办政府信息公开申请案件3646件，同比增长1.08%。", options).Findings.ShouldNotContain(finding => finding.IsAlarm);
    }

    [Fact]
    public void Previous_Report_CopiedSentenceIsNoted()
    {
        const string sentence = "全年开展行政执法案卷评查12次，检查执法案卷共计231件。";
        Checked.Text(sentence, new CheckOptions { Previous = sentence }).Findings.ShouldContain(finding => finding.Kind == RelationKind.Duplicate && finding.Verdict == Verdict.Note);
    }

    [Fact]
    public void Snapshot_ThatDiffers_IsAContradictionAndTheRestHasNoSource()
    {
        var options = new CheckOptions { Known = [new("行政复议审结", 52, "件", "行政复议审结数")] };
        var findings = Checked.Text("全年行政复议审结53件，接待群众120人次。", options).Findings.ToList();
        findings.ShouldContain(finding => finding.Verdict == Verdict.Contradiction && finding.Expected == "52");
        findings.ShouldContain(finding => finding.Says.Contains("无来源"));
    }

    [Fact]
    public void Text_WithNothingToCheck_HasNoRelation() => Checked.Text("坚持党的领导，深入推进依法行政。").Relations.ShouldBeEmpty();
}
