using Fadu.Rules.Checking;

namespace Fadu.Rules.Tests.Checking;

/// <summary>What published texts accused wrongly or not at all: lists in which each item has a share, rates of what was not done, tables of shares and growth.</summary>
public sealed class ListsOfSharesTests
{
    [Fact]
    public void Items_EachCalledTogether_AreNoTotalsOfEachOther() =>
        Checked.Alarms("本周受理市民诉求7118件。咨询类共3352件，占47.09%；求助类共2157件，占30.30%；建议类共1050件，占14.75%；投诉举报类共378件，占5.31%；感谢类共23件，占0.32%；其他类158件，占2.22%。").ShouldBeEmpty();

    [Fact]
    public void FirstItem_WithAShareOfItsOwn_IsNoTotalOfTheRest() =>
        Checked.Alarms("共收到申请620件。以市政府为被申请人的6件，占收到申请总数的1%；以市政府部门为被申请人的42件，占6.8%；乡镇政府等其他572件，占92.3%。").ShouldBeEmpty();

    [Fact]
    public void Rate_OfWhatWasNotDone_IsLeftAlone() =>
        Checked.Alarms("共批准和决定逮捕22.2万人，同比下降51.2%；不捕13.9万人，同比下降21.3%，不捕率39.2%。").ShouldBeEmpty();

    [Fact]
    public void Shares_WithoutCounts_CloseOnAHundred()
    {
        Checked.Recognises("从诉求类型来看，咨询类占77.18%，投诉举报类占12.47%，求助类占9.61%，意见建议类占0.60%，表扬类占0.13%，其他类0.01%。", "77.18 12.47 9.61 100").ShouldBeTrue();
        Checked.Alarms("从诉求类型来看，咨询类占77.18%，投诉举报类占21.47%，求助类占9.61%，意见建议类占0.60%，表扬类占0.13%，其他类占0.01%。").Count.ShouldBe(1);
    }

    [Fact]
    public void Counts_AfterTheirShares_AreReadInTheirOrder() =>
        Checked.Recognises("全国共收到行政复议申请86288件。前三位的是县级政府部门占42.33%，市级政府部门占24.27%，县级政府占13.27%，案件数量分别为36527件、20940件和11452件。", "24.27 20940 86288").ShouldBeTrue();

    [Fact]
    public void Table_FoldedIntoHalves_AddsAsOne()
    {
        const string table = "单位 | 收案数 | 单位 | 收案数\n甲局 | 132 | 乙局 | 7\n丙局 | 115 | 丁局 | 6\n戊局 | 43 | 合计 | 303\n";
        Checked.Recognises(table, "303 132 115 43 7 6").ShouldBeTrue();
        Checked.Alarms(table.Replace("303", "330", StringComparison.Ordinal)).Count.ShouldBe(1);
    }

    [Fact]
    public void Table_WithAFall_AddsWithItsSign() =>
        Checked.Recognises("单位 | 上年 | 本年 | 增减\n甲局 | 112 | 168 | 56\n乙局 | 64 | 56 | -8\n丙局 | 29 | 43 | 14\n合计 | 205 | 267 | 62\n", "62 56 -8 14").ShouldBeTrue();

    [Fact]
    public void Value_AgainstSeveralYears_IsComparedWithEach()
    {
        Checked.Alarms("接报5204起，较2022年6505起、2023年5782起分别下降20.0%、10.0%。").ShouldBeEmpty();
        Checked.Alarms("接报5204起，较2022年6505起、2023年5782起分别下降20.0%、16.0%。").Count.ShouldBe(1);
    }

    [Fact]
    public void Base_PrintedBeforeTheShare_IsTheBase() =>
        Checked.Alarms("四类案件合计502件，占收案总数586件的87.5%。").Single().Verdict.ShouldBe(Verdict.Contradiction);
}
