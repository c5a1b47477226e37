using Fadu.Rules.Identifiers;

namespace Fadu.Rules.Tests.Identifiers;

public sealed class IdentifierValidatorTests
{
    [Theory]
    [InlineData("91440300708461136T")]
    [InlineData("11511301008778183N")]
    [InlineData("115113010833722043")]
    [InlineData("1133032600258242XR")]
    [InlineData("11330603MB1A23457J")]
    [InlineData("91330113MA2KXXXX95")]
    [InlineData("92330113MA9Q7R8T7J")]
    [InlineData("54330326001112223R")]
    [InlineData("1233060347124567X1")]
    [InlineData("91230500MA1B3N1N2M")]
    [InlineData("91320105780688132K")]
    [InlineData("11330106053666367B")]
    [InlineData("11371525004442025C")]
    [InlineData("11500000MB1553803Q")]
    [InlineData("11230500001755309F")]
    public void CreditCode_Published_IsRightAndAnyChangedCharacterIsWrong(string code)
    {
        var check = IdentifierValidator.Validate(IdentifierKind.CreditCode, code);
        check.Error.ShouldBeNull();
        check.Value.ShouldBe(code);
        check.Warning.ShouldBeNull();
        for (var i = 0; i < 18; i++)
            foreach (var other in CreditCode.Alphabet.Where(c => c != code[i]))
                IdentifierValidator.Validate(IdentifierKind.CreditCode, code[..i] + other + code[(i + 1)..]).IsValid.ShouldBeFalse();
    }

    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("33032619800101001X")]
    [InlineData("33060319991231888X")]
    [InlineData("440106198506070025")]
    public void ResidentId_Published_IsRightAndAnyChangedDigitIsWrong(string number)
    {
        IdentifierValidator.Validate(IdentifierKind.ResidentId, number).Value.ShouldBe(number);
        for (var i = 0; i < 17; i++)
            foreach (var other in "0123456789".Where(c => c != number[i]))
                IdentifierValidator.Validate(IdentifierKind.ResidentId, number[..i] + other + number[(i + 1)..]).IsValid.ShouldBeFalse();
    }

    public static TheoryData<string, IdentifierKind, string, string> Written => new()
    {
        { "lower-case check character", IdentifierKind.ResidentId, "11010519491231002x", "11010519491231002X" },
        { "full width and blanks", IdentifierKind.ResidentId, "　１１０１０５ 19491231 002Ｘ\u00A0", "11010519491231002X" },
        { "apostrophe of a spreadsheet", IdentifierKind.ResidentId, "'11010519491231002X", "11010519491231002X" },
        { "invisible characters", IdentifierKind.CreditCode, "\uFEFF91440300708461136T\u200B\t", "91440300708461136T" },
        { "lower case", IdentifierKind.CreditCode, "91440300708461136t", "91440300708461136T" },
        { "organisation code", IdentifierKind.OrganisationCode, "00258242-X", "00258242-X" },
        { "organisation code without hyphen", IdentifierKind.OrganisationCode, "000014349", "00001434-9" },
        { "organisation code of a district", IdentifierKind.OrganisationCode, "05366636-7", "05366636-7" },
        { "county", IdentifierKind.RegionCode, "330326", "330326" },
        { "town", IdentifierKind.RegionCode, "330603004", "330603004" },
        { "village", IdentifierKind.RegionCode, "330326104203", "330326104203" },
        { "document number", IdentifierKind.DocumentNumber, "国办发〔2024〕54号", "国办发〔2024〕54号" },
        { "document number, other brackets", IdentifierKind.DocumentNumber, "西综法【2025】39号", "西综法〔2025〕39号" },
        { "document number, round brackets and full width", IdentifierKind.DocumentNumber, "浙政办发（２０２５） 5号", "浙政办发〔2025〕5号" },
        { "enforcement case", IdentifierKind.CaseNumber, "杭临综执罚决字〔2024〕第000001号", "杭临综执罚决字〔2024〕第000001号" },
        { "court case", IdentifierKind.CourtCaseNumber, "(2024)浙0113行初12号", "（2024）浙0113行初12号" },
        { "supreme court case", IdentifierKind.CourtCaseNumber, "（2023）最高法行申1号", "（2023）最高法行申1号" },
        { "mobile", IdentifierKind.MobilePhone, "+86 138-1234-5678", "13812345678" },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void Validate_WrittenInSomeWay_IsBroughtToOne(string why, IdentifierKind kind, string text, string value)
    {
        var check = IdentifierValidator.Validate(kind, text);
        check.Error.ShouldBeNull(why);
        check.Value.ShouldBe(value, why);
    }

    public static TheoryData<string, IdentifierKind, string, int, string> Wrong => new()
    {
        { "check character", IdentifierKind.CreditCode, "91440300708461136A", 18, "第18位校验码应为T，现在是A" },
        { "letter I", IdentifierKind.CreditCode, "91330113MA2KXXXX9I", 18, "第18位“I”不是允许的字符（不用I、O、S、V、Z），可能应为1" },
        { "seventeen characters", IdentifierKind.CreditCode, "91440300708461136", 0, "应为18位，现在是17位" },
        { "nineteen characters", IdentifierKind.CreditCode, "91440300708461136TT", 0, "应为18位，现在是19位" },
        { "letters in the region", IdentifierKind.CreditCode, "9144030A708461136T", 8, "第8位“A”应为数字" },
        { "day that does not exist", IdentifierKind.ResidentId, "330113199002291230", 7, "出生日期1990年02月29日不存在" },
        { "check digit", IdentifierKind.ResidentId, "330326198001010011", 18, "第18位校验码应为X，现在是1" },
        { "X in the middle", IdentifierKind.ResidentId, "33032619800101X01X", 15, "第15位“X”应为数字" },
        { "old number", IdentifierKind.ResidentId, "330326800101001", 0, "15位的旧号码已停用" },
        { "scientific", IdentifierKind.ResidentId, "3.30326E+17", 0, "被表格软件改成了数值" },
        { "scientific, full width", IdentifierKind.CreditCode, "１.15113E＋１７", 0, "被表格软件改成了数值" },
        { "last three digits lost", IdentifierKind.ResidentId, "330326198001010000", 0, "被表格软件改成了数值" },
        { "last three digits of a credit code lost", IdentifierKind.CreditCode, "115113010833722000", 0, "被表格软件改成了数值" },
        { "number with decimals", IdentifierKind.RegionCode, "330326.0", 0, "被表格软件改成了数值" },
        { "empty", IdentifierKind.CreditCode, "　", 0, "统一社会信用代码是空的" },
        { "organisation check", IdentifierKind.OrganisationCode, "00258242-1", 9, "第9位校验码应为X，现在是1" },
        { "organisation length", IdentifierKind.OrganisationCode, "0025824-X", 0, "应为9位" },
        { "region length", IdentifierKind.RegionCode, "33032", 0, "应为6位" },
        { "region province", IdentifierKind.RegionCode, "990326", 1, "“99”不是省级行政区划代码" },
        { "padded serial", IdentifierKind.DocumentNumber, "浙政办发〔2025〕05号", 11, "“05”不编虚位，应写5" },
        { "ordinal", IdentifierKind.DocumentNumber, "浙政办发〔2025〕第5号", 11, "不加“第”" },
        { "two-digit year", IdentifierKind.DocumentNumber, "浙政办发〔25〕5号", 6, "年份“25”应写四位" },
        { "no brackets", IdentifierKind.DocumentNumber, "浙政办发2025年5号", 0, "没有放在六角括号里" },
        { "no end", IdentifierKind.DocumentNumber, "浙政办发〔2025〕5", 0, "末尾缺少“号”" },
        { "court case without year", IdentifierKind.CourtCaseNumber, "浙0113行初12号", 0, "不是法院案号" },
        { "mobile too short", IdentifierKind.MobilePhone, "1381234567", 0, "应为11位，现在是10位" },
        { "landline", IdentifierKind.MobilePhone, "05771234567", 1, "应以1开头" },
        { "mobile second digit", IdentifierKind.MobilePhone, "12812345678", 2, "第2位“2”应为3至9" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Validate_Wrong_SaysWhereAndWhy(string why, IdentifierKind kind, string text, int position, string error)
    {
        var check = IdentifierValidator.Validate(kind, text);
        check.IsValid.ShouldBeFalse(why);
        check.Error.ShouldNotBeNull(why).ShouldContain(error);
        check.Position.ShouldBe(position, why);
    }

    [Fact]
    public void ResidentId_OfAnUnknownProvince_IsRightWithAWarning()
    {
        var body = "99010119800101001";
        var check = IdentifierValidator.Validate(IdentifierKind.ResidentId, "88" + body[2..] + ResidentId.CheckCharacter("88" + body[2..]));
        check.IsValid.ShouldBeTrue();
        check.Warning.ShouldNotBeNull().ShouldContain("前两位88");
    }

    [Fact]
    public void CreditCode_WithWrongInnerCheck_IsRightWithAWarning()
    {
        const string body = "91330113MA2KXXXX8";
        var check = IdentifierValidator.Validate(IdentifierKind.CreditCode, body + CreditCode.CheckCharacter(body));
        check.IsValid.ShouldBeTrue();
        check.Warning.ShouldBe("第17位（组织机构代码校验码）应为9，请核对。");
    }

    [Fact]
    public void Parts_OfRightNumbers_AreRead()
    {
        ResidentId.BirthDateOf("33032619800101001X").ShouldBe(new(1980, 1, 1));
        ResidentId.IsMale("33032619800101001X").ShouldBeTrue();
        ResidentId.IsMale("440106198506070025").ShouldBeFalse();
        CreditCode.OrganisationCodeOf("1133032600258242XR").ShouldBe("00258242-X");
        CourtCaseNumber.TypeOf("（2024）浙0113行初12号").ShouldBe("行初");
    }

    [Theory]
    [InlineData("330326104203", "330326", true)]
    [InlineData("330326", "330300", true)]
    [InlineData("330326", "330000", true)]
    [InlineData("330326", "330326", true)]
    [InlineData("330326", "330600", false)]
    [InlineData("330110", "330110", true)]
    [InlineData("330111", "330110", false)]
    public void IsWithin_TwoRegions_FollowsTheHierarchy(string code, string outer, bool expected) =>
        RegionCode.IsWithin(code, outer).ShouldBe(expected);
}
