using Fadu.Rules.Checking;

namespace Fadu.Rules.Tests.Checking;

public sealed class TableRelationTests
{
    private const string Disclosure = """
        三、收到和处理政府信息公开申请情况
        项目 | 自然人 | 商业企业 | 其他 | 总计
        一、本年新收政府信息公开申请数量 | 100 | 8 | 0 | 108
        二、上年结转政府信息公开申请数量 | 5 | 1 | 0 | 6
        （一）予以公开 | 60 | 5 | 0 | 65
        （二）部分公开 | 10 | 1 | 0 | 11
        三、本年度办理结果 （三）不予公开
        1.属于国家秘密 | 1 | 0 | 0 | 1
        2.其他法律行政法规禁止公开 | 4 | 0 | 0 | 4
        （四）无法提供
        1.本机关不掌握相关政府信息 | 25 | 2 | 0 | 27
        （七）总计 | 100 | 8 | 0 | 108
        四、结转下年度继续办理 | 5 | 1 | 0 | 6
        """;

    [Fact]
    public void Disclosure_ThatCloses_IsConsistentThroughout()
    {
        var result = Checked.Text(Disclosure);
        result.Relations.ShouldAllBe(relation => !relation.IsAlarm);
        result.Relations.Count(relation => relation.Kind == RelationKind.Table && relation.Verdict == Verdict.Consistent).ShouldBe(9 + 4 + 4);
    }

    [Theory]
    [InlineData("a cell of the results", "1.本机关不掌握相关政府信息 | 25", "1.本机关不掌握相关政府信息 | 52")]
    [InlineData("what was carried on", "四、结转下年度继续办理 | 5 | 1 | 0 | 6", "四、结转下年度继续办理 | 6 | 1 | 0 | 7")]
    [InlineData("the total of a row", "（一）予以公开 | 60 | 5 | 0 | 65", "（一）予以公开 | 60 | 5 | 0 | 66")]
    public void Disclosure_WithOneNumberChanged_IsAContradiction(string name, string from, string to) =>
        Checked.Text(Disclosure.Replace(from, to, StringComparison.Ordinal)).Findings.ShouldContain(finding => finding.Verdict == Verdict.Contradiction && finding.Kind == RelationKind.Table, name);

    [Fact]
    public void Disclosure_WithABlankTotalColumn_IsNotGiven()
    {
        var blank = string.Join('\n', Disclosure.Split('\n').Select(line => line.Contains('|') && line[^1] is >= '0' and <= '9' ? line[..(line.LastIndexOf('|') + 1)] + " " : line));
        Checked.Alarms(blank).ShouldBeEmpty();
    }

    [Fact]
    public void Disclosure_WithTwoLinesOfHeadingsAndTwoColumnsOfLabels_IsAligned()
    {
        const string table = """
            项目 | 自然人 | 法人或其他组织 | 总计
            商业企业 | 科研机构 | 其他
            一、本年新收政府信息公开申请数量 | 100 | 8 | 0 | 2 | 110
            三、本年度办理结果 | （一）予以公开 | 60 | 5 | 0 | 1 | 66
            """;
        Checked.Recognises(table, "110 100 8 0 2").ShouldBeTrue();
        Checked.Recognises(table, "66 60 5 0 1").ShouldBeTrue();
    }

    [Fact]
    public void Reconsideration_Table_AddsToItsTotal()
    {
        const string table = "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计\n309 | 17 | 88 | 26 | 440\n";
        Checked.Recognises(table, "440 309 17 88 26").ShouldBeTrue();
        Checked.Alarms(table.Replace("440", "404", StringComparison.Ordinal)).ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.Contradiction);
    }

    [Fact]
    public void Text_AgainstItsTable_AgreesOrIsDoubted()
    {
        Checked.Recognises("予以公开65件，不予公开5件，无法提供27件。\n" + Disclosure, "5 1 4").ShouldBeTrue();
        Checked.Alarms("予以公开66件，不予公开5件，无法提供27件。\n" + Disclosure).ShouldHaveSingleItem().Kind.ShouldBe(RelationKind.Table);
    }

    [Fact]
    public void Table_WhoseTotalLeavesColumnsOut_IsLeftAlone() =>
        Checked.Alarms("单位 | 甲 | 乙 | 丙 | 合计\n一局 | 3 | 4 | 90 | 7\n二局 | 5 | 6 | 80 | 11\n三局 | 1 | 1 | 70 | 2\n").ShouldBeEmpty();

    [Fact]
    public void Markdown_TableWithASumRow_IsChecked()
    {
        const string table = "| 单位 | 受理 | 审结 |\n|---|---|---|\n| 一局 | 30 | 28 |\n| 二局 | 25 | 25 |\n| 合计 | 55 | 53 |\n";
        Checked.Recognises(table, "55 30 25").ShouldBeTrue();
        Checked.Recognises(table, "53 28 25").ShouldBeTrue();
    }
}
