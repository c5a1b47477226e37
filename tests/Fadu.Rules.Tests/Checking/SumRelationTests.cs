using Fadu.Rules.Checking;

namespace Fadu.Rules.Tests.Checking;

public sealed class SumRelationTests
{
    public static TheoryData<string, string, string> Kept => new()
    {
        { "outcomes after 其中", "审结案件52件，其中维持31件、驳回12件、撤销6件、终止3件。", "52 31 12 6 3" },
        { "parts in brackets", "设立站点160个（市级2个、县级18个、乡镇级140个）。", "160 2 18 140" },
        { "two partitions of one total", "收到申请90件，其中自然人82件，法人8件；予以公开61件、不予公开20件、无法提供9件。", "90 61 20 9" },
        { "closed and open", "共收到申请71件，办结52件，未办结19件。", "71 52 19" },
        { "closed and open with outcomes between", "应诉案件57件，已结案17件，判决驳回10件，撤诉7件，在审40件。", "57 17 40" },
        { "total behind its parts", "办理建议215件、提案308件，共523件。", "523 215 308" },
        { "measure words mixed", "抽查案卷37份。其中优秀31卷、良好4卷、合格2卷。", "37 31 4 2" },
        { "numbers before their words", "提出21个主要指标，包括13个预期性指标、8个约束性指标。", "21 13 8" },
        { "a part inside a part is skipped", "接到复查申请52件，对11件予以受理，其中7件终结；对41件不予受理。", "52 11 41" },
        { "two units interleaved", "对3件申请收取费用2230元。其中，甲局1件，收取880元；乙办1件，收取1080元；丙镇1件，收取270元。", "2230 880 1080 270" },
        { "ten thousands", "登记主体52.36万户，其中企业15.28万户、个体户36.42万户、合作社0.66万户。", "52.36 15.28 36.42 0.66" },
        { "structure of three industries", "三次产业结构调整为8.3∶41.4∶50.3。", "8.3 41.4 50.3" },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public void Sum_ThatHolds_IsRecognised(string name, string text, string numbers)
    {
        Checked.Recognises(text, numbers).ShouldBeTrue(name);
        Checked.Alarms(text).ShouldBeEmpty(name);
    }

    public static TheoryData<string, string, Verdict> Broken => new()
    {
        { "closing class", "共梳理事项120项，其中保留98项，取消12项，其他20项。", Verdict.Contradiction },
        { "outcomes exceed what was closed", "目前已结案17件，22件裁定驳回，另有7件败诉，撤诉9件。", Verdict.Contradiction },
        { "list in brackets", "设立站点160个（市级2个、县级18个、乡镇级130个）。", Verdict.Contradiction },
        { "printed shares close on 100", "受理案件200件，其中甲类120件，占60%；乙类70件，占35%；丙类20件，占5%。", Verdict.Contradiction },
        { "bare 共 after the list", "办理建议215件、提案303件，共523件。", Verdict.Contradiction },
        { "selection that one digit repairs", "全年共受理案件320件，其中一审230件、二审86件、再审24件。", Verdict.Doubtful },
        { "more missing than the least kind", "全县共有调解委员会936个，其中村级调委会812个、镇级调委会38个、企业调委会58个、交通调委会5个、医疗调委会2个。", Verdict.Doubtful },
        { "accepted and not, each with its own clause", "共接到复核申请42件，经逐件审查，对11件予以受理并出具意见书，其中7件已办结；对41件不予受理。", Verdict.Contradiction },
        { "shares of one total that close on 100", "受理各类信息2846件，同比增长5.6%。其中咨询1810件，同比增长2.0%，占受理总量的63.6%；投诉760件，占受理总量的26.7%；截至目前已办结610件，办结率80.3%；举报275件，占受理总量的9.7%，已办结220件，办结率80.0%。", Verdict.Doubtful },
        { "a remainder that does not close the list", "全年水果总产量9120吨，其中柑橘4860吨，增长4.1%；蜜梨760吨，增长3.0%；其他水果1480吨。", Verdict.Doubtful },
        { "structure beyond 100", "三次产业结构调整为8.3∶47.4∶50.3。", Verdict.Contradiction },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Sum_ThatFails_IsAccused(string name, string text, Verdict verdict) => Checked.Alarms(text).ShouldContain(alarm => alarm.Verdict == verdict, name);

    [Theory]
    [InlineData("其中 alone selects", "已审结38件，其中确认违法2件，撤销1件。")]
    [InlineData("no total stated", "全年作出许可1808件，处罚569件，强制12件。")]
    [InlineData("groups and items", "从五大方面提出28项任务。")]
    [InlineData("total counts something else", "举办讲座2期，研讨班2期，共计8天。")]
    [InlineData("levels that change", "标准从每月1536元提高到1567元，另有补助2423元。")]
    [InlineData("hedged numbers", "服务1500余次，其中咨询1000余次，代理300余次。")]
    [InlineData("minors are no open cases", "办理法律援助案件860件，其中农民工412件，妇女205件，未成年人98件。")]
    [InlineData("overlapping classes of persons", "现有律师320人，其中女律师128人，35岁以下律师156人，党员律师98人。")]
    [InlineData("incomes per head beside a budget", "全县一般公共预算支出31.46亿元、同比增长4.2%，城镇居民人均可支配收入32618元、同比增长6.1%，农村居民人均可支配收入14205元、同比增长7.9%。")]
    [InlineData("two of four kinds of meat", "全年猪牛羊禽肉产量4.38万吨，增长2.1%。其中，猪肉产量3.02万吨，增长1.9%；牛肉产量0.46万吨，增长3.0%。")]
    [InlineData("items of one noun", "全年共整改网页差错168条、链接差错112条、附件差错6条、图片差错9条，均已办结。")]
    [InlineData("a further pair", "受理审查起诉18件22人，起诉14件19人，不起诉4件4人，附条件不起诉2件2人。")]
    [InlineData("kinds that 其中 selects", "年末实有经营主体48215户，增长6.2%。其中，私营企业8124户，个体工商户38046户，农民专业合作社1362户。")]
    [InlineData("other channels", "累计公开信息6445条。微博发布4641条；微信发布1200条；网站发布1062条。")]
    [InlineData("rates of two outcomes while one case is open", "受理审查逮捕58人，批准逮捕54人，批捕率94.74%；不批准逮捕3人，不捕率5.26%。")]
    [InlineData("stages of one work under a total", "全县共接收信访举报4620件次，处置问题线索2130件，谈话函询460件次，立案680件，处分590人。")]
    [InlineData("a part of the part before it", "登记在册经营主体共计13.40万户。其中，企业4.20万户，增长8.9%，企业中的外商投资企业0.06万户，增长2.1%；个体工商户8.98万户，增长9.2%；合作社0.22万户，增长0.9%。")]
    [InlineData("a list that its part of the sentence closes", "全县共有卫生机构98.3百个。基层机构96.0百个，其中卫生院3.6百个，服务站3.5百个，门诊部26.7百个，卫生室62.1百个；专业机构1.7百个。")]
    [InlineData("the main crops of a total", "全年农作物总播种面积9480.66公顷，粮食面积1007.42公顷，油料面积158.6公顷，甘蔗面积7538.9公顷，蔬菜面积352.39公顷，瓜果面积377.3公顷。")]
    [InlineData("subjects of their own in another part of the sentence", "各级机关共受理行政调解案件64.17万件，调解成功28.61万件；推行“三员联动”调解新模式，调解、排查和预防纠纷量分别为23.6万件、35.12万件和2.4万件。")]
    public void List_ThatClaimsNoTotal_IsLeftAlone(string name, string text) => Checked.Alarms(text).ShouldBeEmpty(name);

    [Fact]
    public void BrokenSum_OneDigitAway_SaysWhichDigit() =>
        Checked.Alarms("设立站点160个（市级2个、县级18个、乡镇级130个）。").ShouldHaveSingleItem().Says.ShouldContain("130应为140");

    [Fact]
    public void Suspended_CountedAsClosed_IsNoted() =>
        Checked.Text("办结52件，其中维持31件、驳回12件、撤销4件、中止5件。").Findings.ShouldContain(finding => finding.Kind == RelationKind.Class && finding.Verdict == Verdict.Note);
}
