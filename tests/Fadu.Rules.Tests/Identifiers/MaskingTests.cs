using Fadu.Rules.Identifiers;

namespace Fadu.Rules.Tests.Identifiers;

public sealed class MaskingTests
{
    [Theory]
    [InlineData("张三", "张**", "张某某")]
    [InlineData("张三丰", "张**", "张某某")]
    [InlineData("欧阳修", "欧阳**", "欧阳某某")]
    [InlineData("司马", "司**", "司某某")]
    [InlineData("", "", "")]
    public void Name_Person_KeepsTheSurnameOnly(string name, string masked, string published)
    {
        Masking.Name(name).ShouldBe(masked);
        Masking.NameInDecision(name).ShouldBe(published);
        Masking.WholeName(name).ShouldBe(name.Length > 0 ? "某某" : "");
    }

    [Theory]
    [InlineData("33032619800101001X", "330326********001X")]
    [InlineData("123", "****")]
    [InlineData("", "")]
    public void ResidentId_Number_KeepsRegionAndEnd(string number, string masked) => Masking.ResidentId(number).ShouldBe(masked);

    [Theory]
    [InlineData("13812345678", "138****5678")]
    [InlineData("0577-63701234", "0577-****34")]
    [InlineData("057763701234", "0577-****34")]
    [InlineData("110", "****")]
    public void Phone_Number_HidesTheMiddle(string number, string masked) => Masking.Phone(number).ShouldBe(masked);

    [Theory]
    [InlineData("浙江省平阳县昆阳镇城东村12号", "浙江省平阳县昆阳镇城东村***")]
    [InlineData("浙江省平阳县昆阳镇人民路12号3单元", "浙江省平阳县昆阳镇***")]
    [InlineData("浙江省绍兴市柯桥区湖塘街道岭下社区5幢", "浙江省绍兴市柯桥区湖塘街道岭下社区***")]
    [InlineData("浙江省宁波市镇海区招宝山街道胜利路1号", "浙江省宁波市镇海区招宝山街道***")]
    [InlineData("江苏省镇江市丹徒区解放路1号", "江苏省镇江市丹徒区***")]
    [InlineData("浙江省平阳县昆阳镇", "浙江省平阳县昆阳镇")]
    [InlineData("某处", "***")]
    [InlineData("", "")]
    public void Address_Text_KeepsTownOrVillage(string address, string masked) => Masking.Address(address).ShouldBe(masked);

    [Theory]
    [InlineData("浙CA1235", "浙C·A***5")]
    [InlineData("浙C·A1235", "浙C·A***5")]
    [InlineData("浙AD12345", "浙A·D***5")]
    [InlineData("没有牌照", "****")]
    public void Plate_Number_KeepsPlaceAndEnds(string plate, string masked) => Masking.Plate(plate).ShouldBe(masked);

    [Theory]
    [InlineData("6222 0212 3456 7890 123", "****0123")]
    [InlineData("12345", "****")]
    [InlineData("", "")]
    public void BankCard_Number_KeepsTheLastFour(string number, string masked) => Masking.BankCard(number).ShouldBe(masked);
}
