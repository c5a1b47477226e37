using Fadu.Rules.Checking;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Tests.Checking;

public sealed class FigureScannerTests
{
    public static TheoryData<string, string, double, string, Approximation> Quantities => new()
    {
        { "thousands separators", "注册用户1,620,949户。", 1620949, "户", Approximation.Exact },
        { "digits split by a space", "共录入321 146条信息。", 321146, "条", Approximation.Exact },
        { "space before the percent sign", "办结率达 99.70 %。", 99.70, "%", Approximation.Exact },
        { "full-width digits and percent", "普及率超过９８％。", 98, "%", Approximation.Above },
        { "ten thousands", "受理诉求23.6万件。", 236000, "件", Approximation.Exact },
        { "hundred millions of yuan", "投入资金1.2亿元。", 120000000, "元", Approximation.Exact },
        { "hedge behind the number", "发放资料300余份。", 300, "份", Approximation.Above },
        { "hedge inside the magnitude", "走访24万多户群众。", 240000, "户", Approximation.Above },
        { "hedge before the number", "约80家企业参加。", 80, "家", Approximation.About },
        { "bound before the number", "培训近500人次。", 500, "人次", Approximation.Below },
        { "percentage points", "提高5.3个百分点。", 5.3, "个百分点", Approximation.Exact },
        { "tenths in Chinese", "占比近六成。", 60, "成", Approximation.About },
        { "percent in Chinese words", "群众满意率为百分之九十八。", 98, "%", Approximation.Exact },
        { "per mille", "差错率为3‰。", 3, "‰", Approximation.Exact },
    };

    [Theory]
    [MemberData(nameof(Quantities))]
    public void Figure_Printed_HasValueUnitAndHedge(string name, string text, double value, string unit, Approximation approximation)
    {
        var figure = ReportChecker.Check(text).Figures.ShouldHaveSingleItem(name);
        figure.Value.ShouldBe((decimal)value);
        figure.Unit.ShouldBe(unit);
        figure.Approximation.ShouldBe(approximation);
    }

    [Fact]
    public void GluedPair_Printed_IsTwoFigures() => ReportChecker.Check("参加考试的单位102个3218人。").Figures.Select(figure => figure.Value).ShouldBe([102m, 3218m]);

    [Theory]
    [InlineData("masked year", "20xx年，全区开展培训。")]
    [InlineData("document number", "根据某政发〔2024〕3号文件要求落实。")]
    [InlineData("hotline with a unitless name", "拨打12345热线反映问题。")]
    [InlineData("ordinal", "在第22次常务会议上研究。")]
    [InlineData("article number", "依照第31条规定办理。")]
    [InlineData("slogan in quotation marks", "建设“15分钟公共法律服务圈”。")]
    [InlineData("title in book marks", "印发《加快发展的10条措施》。")]
    [InlineData("road name", "新104国道施工。")]
    [InlineData("rating of a place", "创建5A级景区。")]
    [InlineData("index number", "索引号 00258242-X/2025-74457")]
    [InlineData("list mark", "3.优化服务。")]
    [InlineData("clock time", "发布时间 15:43")]
    public void Name_WithDigits_IsNoQuantity(string name, string text) => ReportChecker.Check(text).Figures.ShouldBeEmpty(name);

    [Fact]
    public void Offsets_WithNotesAndCarriageReturns_CountInTheGivenText()
    {
        const string text = "# source: own\r\n审结43宗,其中维持29宗、撤销14宗。\r\n";
        var relation = ReportChecker.Check(text).Relations.Single(relation => relation.Kind == RelationKind.Sum);
        text[relation.Start..relation.End].ShouldBe("43宗,其中维持29宗、撤销14宗");
        relation.Line.ShouldBe(2);
    }
}
