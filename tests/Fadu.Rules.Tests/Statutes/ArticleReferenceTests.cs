using Fadu.Rules.Statutes;

namespace Fadu.Rules.Tests.Statutes;

public sealed class ArticleReferenceTests
{
    [Theory]
    [InlineData("30", "第三十条")]
    [InlineData("62-72", "第六十二条至第七十二条")]
    [InlineData("48,54", "第四十八条、第五十四条")]
    [InlineData("33.1", "第三十三条第一款")]
    [InlineData("11.2(10)", "第十一条第二款第十项")]
    [InlineData("11(15)", "第十一条第十五项")]
    [InlineData("101", "第一百零一条")]
    [InlineData("110", "第一百一十条")]
    [InlineData("200-204, 1260", "第二百条至第二百零四条、第一千二百六十条")]
    public void Chinese_Notation_IsWrittenAsLawDoes(string notation, string chinese) =>
        ArticleReference.Chinese(notation).ShouldBe(chinese);

    [Theory]
    [InlineData("6", Division.Point, "第（六）项")]
    [InlineData("4-6", Division.Point, "第（四）项至第（六）项")]
    [InlineData("2", Division.Part, "第二部分")]
    public void Chinese_TextWithoutArticles_IsCitedByItsOwnNumbers(string notation, Division division, string chinese) =>
        ArticleReference.Chinese(notation, division).ShouldBe(chinese);

    [Theory]
    [InlineData("")]
    [InlineData("第三十条")]
    [InlineData("0")]
    [InlineData("72-62")]
    [InlineData("1-2-3")]
    [InlineData("33.")]
    [InlineData("33()")]
    public void Chinese_AnythingElse_IsRefused(string notation)
    {
        ArticleReference.TryChinese(notation, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => ArticleReference.Chinese(notation)).Message.ShouldContain("62-72");
    }

    [Theory]
    [InlineData(0, "零")]
    [InlineData(10, "十")]
    [InlineData(19, "十九")]
    [InlineData(20, "二十")]
    [InlineData(105, "一百零五")]
    [InlineData(115, "一百一十五")]
    [InlineData(1001, "一千零一")]
    [InlineData(1010, "一千零一十")]
    [InlineData(2020, "二千零二十")]
    [InlineData(9999, "九千九百九十九")]
    public void Numeral_Number_IsWrittenInChinese(int number, string chinese) => ArticleReference.Numeral(number).ShouldBe(chinese);
}
