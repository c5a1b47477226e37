using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Fadu.Core.Documents;

namespace Fadu.Tests.Documents;

public sealed class HtmlPreviewTests
{
    private static IHtmlDocument Html(OfficialDocument document, Func<string, string?>? href = null) =>
        new HtmlParser().ParseDocument(HtmlPreview.Render(document, href ?? (id => "/figures/" + id)));

    [Fact]
    public void Elements_AreSemanticHtml()
    {
        var html = Html(Reports.Annual);
        html.QuerySelectorAll("article.official-document > h1 .title-line").Select(e => e.TextContent).ShouldBe(["无极县人民政府", "关于2025年法治政府建设情况的报告"]);
        html.QuerySelectorAll("h2.heading-1, h3.heading-2, h4.heading-3, h5.heading-4").Select(e => e.TextContent).ShouldBe(["一、主要举措和成效", "（一）依法决策。", "1.规范执法", "（1）公示"]);
        html.QuerySelector("table caption")!.TextContent.ShouldBe("处罚统计表");
        html.QuerySelectorAll("thead th[scope]").Length.ShouldBe(4);
        html.QuerySelector("thead th")!.GetAttribute("rowspan").ShouldBe("2");
        html.QuerySelector("tbody tr:last-child td[colspan='2']")!.TextContent.ShouldBe("10");
        html.QuerySelectorAll("tbody tr:first-child td").Select(e => e.ClassName).ShouldBe(["left", "right", "right"]);
        html.QuerySelector("footer.signature time")!.GetAttribute("datetime").ShouldBe("2026-03-07");
        html.QuerySelectorAll(".attachments li").Length.ShouldBe(2);
        html.QuerySelector("footer.colophon")!.TextContent.ShouldBe("抄送：县委各部门，县法院。无极县人民政府办公室2026年3月8日印发");
    }

    [Fact]
    public void Figures_LinkToWhatTheCallbackGives()
    {
        var html = Html(Reports.Annual, id => id == "penalty.ordinary" ? null : "/figures?id=" + id + "&year=2025");
        html.QuerySelectorAll("a.figure").Select(a => (a.GetAttribute("href"), a.TextContent)).ShouldBe(
            [("/figures?id=review.contracts&year=2025", "138"), ("/figures?id=review.adoption_rate&year=2025", "98.30%"), ("/figures?id=review.contracts&year=2025", "138")]);
        html.QuerySelector("span.figure")!.GetAttribute("data-figure").ShouldBe("penalty.ordinary");
    }

    [Fact]
    public void Markup_InAnyText_IsEncoded()
    {
        const string evil = "<script>alert(1)</script>\"'&";
        var document = Reports.Annual with
        {
            TitleLines = [evil],
            Addressee = evil,
            Note = evil,
            Attachments = [evil],
            Signature = new(evil, new DateOnly(2026, 1, 1)),
            Letterhead = new(evil, evil) { Signer = evil, CopyNumber = evil },
            Colophon = new(evil, new DateOnly(2026, 1, 1), [evil]),
            Blocks = [new Heading(1, evil), new Paragraph([new Run(evil, evil), new Run(evil)]), new TableBlock(evil, [[evil]], [[evil]])],
        };
        var html = Html(document, _ => evil);
        html.QuerySelectorAll("script").ShouldBeEmpty();
        html.QuerySelectorAll("a.figure").Single().Attributes.Select(a => a.Name).ShouldBe(["class", "data-figure", "href"]);
        html.QuerySelector("h1")!.TextContent.ShouldBe(evil);
    }

    [Fact]
    public void LineBreak_InAText_IsABreak() => Html(Reports.Plain(new Paragraph("一\r\n二"))).QuerySelector("p")!.InnerHtml.ShouldBe("一<br>二");
}
