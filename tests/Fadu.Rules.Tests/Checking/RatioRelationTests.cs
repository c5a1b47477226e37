using Fadu.Rules.Checking;

namespace Fadu.Rules.Tests.Checking;

public sealed class RatioRelationTests
{
    public static TheoryData<string, string, string> Kept => new()
    {
        { "base in the clause before", "受理1286件，审结1104件，审结率85.85%。", "85.85 1104 1286" },
        { "base is not the nearest number", "共收申请177件，审结166件，其中纠错61件，纠错率为34.46%。", "34.46 61 177" },
        { "numerator is several outcomes", "审结43宗，其中维持29宗、撤销4宗、确认违法2宗、驳回8宗，直接纠错率达14%。", "14 6 43" },
        { "base one sentence earlier", "受理案件24件。通过调解解决争议6件，调解成功率达25%。", "25 6 24" },
        { "base in the next sentence", "专业调委会调解案件1800件，占调解总数的51%。全区共调解3541件。", "51 1800 3541" },
        { "named base", "审结1702件，以调解方式结案780件，占结案总数的45.83%。", "45.83 780 1702" },
        { "list without a total", "当面申请45件，占28.8%；网络申请78件，占50%；信函申请33件，占21.2%。", "21.2 33 156" },
        { "shares aligned by 分别", "处罚类452件、公开类301件、其他类533件，分别占35.1%、23.4%和41.4%。", "23.4 301" },
        { "persons of cases", "已审结612件，负责人出庭470人次，出庭率达76.8%。", "76.8 470 612" },
        { "truncated", "答复805件。不予公开35件，占4.34%。", "4.34 35 805" },
        { "share in brackets", "受理案件200件，其中调解结案58件（29%）。", "29 58 200" },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public void Ratio_WithABaseInTheText_IsRecognised(string name, string text, string numbers)
    {
        Checked.Recognises(text, numbers).ShouldBeTrue(name);
        Checked.Alarms(text).ShouldBeEmpty(name);
    }

    public static TheoryData<string, string, Verdict> Broken => new()
    {
        { "immediate subject", "排查重点矛盾40件，已化解35件，化解率78.5%。", Verdict.Contradiction },
        { "last digit", "排查重点矛盾38件，已化解35件，化解率92.12%。", Verdict.Doubtful },
        { "siblings agree on the base", "答复805件。公开258件，占38.9%；不予公开35件，占4.35%；无法提供265件，占32.9%；不予处理158件，占19.6%。", Verdict.Contradiction },
        { "named base", "受理案件640件，审结601件，其中调解结案120件，占受理总数的28.75%。", Verdict.Contradiction },
        { "base by local habit", "审结案件166件，其中纠错61件，纠错率为31.46%。", Verdict.Doubtful },
        { "above the whole", "合格率达到103%。", Verdict.Contradiction },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Ratio_ThatNoBaseExplains_IsAccused(string name, string text, Verdict verdict) => Checked.Alarms(text).ShouldContain(alarm => alarm.Verdict == verdict, name);

    [Theory]
    [InlineData("asked persons are another population", "办理援助案件3097件，群众满意度达97.39%。")]
    [InlineData("base not in the text", "新能源汽车产量增至82万辆、占比达到45%。")]
    [InlineData("rate of a product", "提出7项指标，其中非化石能源占能源消费总量比重21%。提出6项指标。以上共计13项指标。")]
    [InlineData("share of the whole province", "全市建成示范村128个，其中省级12个，占全省的3.5%。")]
    [InlineData("threshold", "持证率在90%以上。")]
    [InlineData("closing rate with old stock", "受理案件100件，办结率达104%。")]
    [InlineData("parts of a budget against a plan of their own", "县级一般公共预算收入45100万元，完成年初预算的104.7%，完成调整预算的99.2%，比上年增收1850万元，增长4.28%。其中，税收收入35700万元，完成年初预算的102.2%，完成调整预算的103.7%，比上年增收1160万元，增长3.4%；非税收入9400万元，完成年初预算的115.1%，完成调整预算的85.6%，比上年增收690万元，增长7.9%。")]
    [InlineData("a share of something larger beside shares of the count", "全年总供水量6095万立方米，占当年水资源总量的22.4%。其中，地表水源4921万立方米，占总供水量的80.7%；地下水源1117万立方米，占总供水量的18.3%；其他水源57万立方米，占总供水量的0.9%。")]
    [InlineData("what has a share itself is no total", "农村地区共发生火灾750起，占总数的42.2%，仍是多发地区；其次为县城集镇，共发生火灾548起，占总数的30.8%。")]
    [InlineData("how many were mediated is not said", "全年受理投诉8780件，办结8640件，办结率98.4%。调解成功4410件，同比上升21.4%，调解成功率58.6%。")]
    [InlineData("new jobs are no base of unemployment", "全县实现城镇新增就业4100人。城镇登记失业人员1198人，城镇登记失业率为2.75%。")]
    public void Rate_WithoutItsBase_IsLeftAlone(string name, string text) => Checked.Alarms(text).ShouldBeEmpty(name);

    [Fact]
    public void Rate_ThatNoWholeNumberGives_IsAMatterOfDefinition() =>
        Checked.Text("完成了722件建议提案办理，满意率达98.85%。").Findings.ShouldContain(finding => finding.Verdict == Verdict.Definition && finding.Numbers.Contains("98.85"));

    [Fact]
    public void Report_ThatAlwaysTruncates_SaysSoOnce()
    {
        var result = Checked.Text("答复805件。甲类35件，占4.34%；乙类67件，占8.32%；丙类158件，占19.62%；丁类305件，占37.88%。");
        result.RoundingStyle.ShouldNotBeNull();
        result.Findings.ShouldNotContain(finding => finding.IsAlarm);
    }

    [Fact]
    public void Rate_WhoseBaseStandsBesideTheCountLater_IsNotAccused() =>
        Checked.Alarms("收到复议申请1248件，受理1106件，其中维持502件。直接纠错259件，纠错率24.6%。\n纠错情况：审结的1052件中直接纠错259件，均已执行到位。").ShouldBeEmpty();

    [Theory]
    [InlineData("in prose", "收到申请920件。甲类304件，占33.0%；乙类207件，占22.5%；丙类222件，占24.1%；丁类187件，占20.4%。")]
    [InlineData("in a table", "| 方式 | 数量 | 占比 |\n| 甲类 | 304 | 33.0% |\n| 乙类 | 207 | 22.5% |\n| 丙类 | 222 | 24.1% |\n| 丁类 | 187 | 20.4% |\n| 合计 | 920 | 100% |")]
    public void Share_MovedByOneSoThatTheListClosesOnAHundred_IsRounding(string name, string text)
    {
        Checked.Alarms(text).ShouldBeEmpty(name);
        Checked.Text(text).Relations.ShouldContain(relation => relation.Verdict == Verdict.Rounding && relation.Numbers.Contains("20.4"), name);
    }

    [Fact]
    public void Share_OfANameThatStandsAloneBefore_IsTakenOfThatFigure() =>
        Checked.Alarms("全年接收投诉举报1890件，其中投诉1386件，举报504件。\n接收网购投诉举报1048件，其中网购投诉774件，占投诉的52.5%。").ShouldHaveSingleItem().Expected.ShouldBe("55.8%");

    [Fact]
    public void Share_MovedByTheRoundingOfACoarserOne_IsRounding() =>
        Checked.Text("三个圈层分别有企业4387户、2634户、1827户，分别占总户数的49.58%、29.8%和20.62%。").Relations.ShouldContain(relation => relation.Verdict == Verdict.Rounding && relation.Numbers.Contains("20.62"));

    [Fact]
    public void Share_WithAWrongLastDigitInAListThatDoesNotClose_IsADoubt() =>
        Checked.Alarms("收到申请920件。甲类304件，占33.0%；乙类207件，占22.5%；丙类222件，占24.2%；丁类187件，占20.4%。").ShouldContain(alarm => alarm.Verdict == Verdict.Doubtful);
}
