using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using Fadu.Tests.Databases;
using Fadu.Tests.Host;

namespace Fadu.Tests.CheckerPage;

/// <summary>The checker page from pasting a text to the findings beside it.</summary>
public sealed class CheckerPageTests(TestHosts hosts) : IClassFixture<TestHosts>
{
    private const string Wrong = "2024年共收到申请58件，其中受理50件，不予受理10件。";

    private async Task<Page> Open() => await (await (await hosts.On(DatabaseKind.Sqlite)).As("sifa")).Get("/checker");

    private async Task<Page> Check(string text) => await (await Open()).Submit("#check", ("Text", text));

    private async Task<Page> CheckFile(string name, byte[] content) => await (await Open()).Submit("#check", null, [], [new("Report", name, content)]);

    [Fact]
    public async Task Text_WhoseSumCannotBe_IsMarkedAndFoundBesideIt()
    {
        var page = await Check(Wrong);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Words("mark.v-contradiction").ShouldContain("58件，其中受理50件，不予受理10件");
        page.Words("#f1").ShouldContain("矛盾");
        page.Words("#f1").ShouldContain("50+10=60");
        page.One("#m1").GetAttribute("href").ShouldBe("#f1");
        page.One("#f1 a").GetAttribute("href").ShouldBe("#m1");
    }

    [Fact]
    public async Task Text_WhoseSumHolds_HasNoContradictionAndListsTheRelation()
    {
        var page = await Check("2024年共收到申请60件，其中受理50件，不予受理10件。");
        page.All(".text .v-contradiction").ShouldBeEmpty();
        page.Text.ShouldContain("没有发现矛盾");
        page.Text.ShouldContain("✓ 一致");
    }

    [Fact]
    public async Task Text_WithoutFigures_IsAnOrdinaryFriendlyResult()
    {
        var page = await Check("区政府认真学习贯彻习近平法治思想。");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("没有可校核的关系");
        page.All("[role=alert]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Text_WithMarkup_IsShownAsText()
    {
        var page = await Check("<script>alert(1)</script>共10件，其中甲5件、乙6件。");
        page.All("main script").ShouldBeEmpty();
        page.Words(".text").ShouldContain("<script>alert(1)</script>");
    }

    [Fact]
    public async Task File_TextInGb18030_IsChecked()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var page = await CheckFile("报告.txt", Encoding.GetEncoding("GB18030").GetBytes(Wrong));
        page.Words("#f1").ShouldContain("矛盾");
        page.Text.ShouldContain("报告.txt");
    }

    [Theory]
    [InlineData("损坏.docx", "not a zip", "损坏.docx 已损坏")]
    [InlineData("空.txt", "", "空.txt 是空文件")]
    [InlineData("旧.doc", "x", "请先另存为 .docx")]
    [InlineData("程序.exe", "x", "这里只认")]
    public async Task File_ThatCannotBeRead_SaysWhyInChinese(string name, string content, string says)
    {
        var page = await CheckFile(name, Encoding.UTF8.GetBytes(content));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Words("[role=alert]").ShouldContain(says);
    }

    [Fact]
    public async Task Nothing_Given_AsksForATextOrFile()
    {
        var page = await Check("");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Words("[role=alert]").ShouldContain("请粘贴报告文字，或者选择一个文件");
    }

    [Fact]
    public async Task Docx_OfAText_CarriesOneCommentPerFinding()
    {
        var token = (await Open()).One("#check input[name=__RequestVerificationToken]").GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("Text", Wrong), new("__RequestVerificationToken", token)]);
        var content = await (await (await hosts.On(DatabaseKind.Sqlite)).As("sifa")).Download("/checker?handler=Docx", form);
        using var document = WordprocessingDocument.Open(new MemoryStream(content), false);
        document.MainDocumentPart!.WordprocessingCommentsPart!.Comments.InnerText.ShouldContain("50+10=60");
    }

    [Fact]
    public async Task Checker_WithoutPermission_IsForbidden()
    {
        var page = await (await (await hosts.On(DatabaseKind.Sqlite)).As("shenji")).Get("/checker");
        page.Text.ShouldContain("没有权限");
    }

    [Fact]
    public async Task Report_OfAHundredThousandCharacters_IsAnsweredInTime()
    {
        var text = new StringBuilder();
        for (var n = 1; text.Length < 100_000; n++)
        {
            text.Append($"第{n}小组全年办理案件{n + 7}件，其中已办结{n}件，正在办理7件。本组坚持以法治思维推进工作，完善制度、规范程序。\n");
        }

        var clock = System.Diagnostics.Stopwatch.StartNew();
        var page = await Check(text.ToString());
        page.Status.ShouldBe(HttpStatusCode.OK);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(8));
    }
}
