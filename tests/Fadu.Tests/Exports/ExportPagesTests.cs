using System.Net;
using Fadu.Tests.Databases;
using Fadu.Tests.Host;
using Fadu.Tests.Imports;
using Fadu.Tests.Tables;

namespace Fadu.Tests.Exports;

/// <summary>The tables that other systems take over.</summary>
public sealed class ExportPagesTests(TestHosts hosts) : IClassFixture<TestHosts>
{
    private const string Identifier = "33032619800101001X";
    private const string Form = "form[aria-label*='行政处罚']";

    [Theory, OnSqlite, OnPostgres]
    public async Task DualPublicity_Exported_HasTheFieldCodesMasksThePersonAndNamesTheGaps(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        await ImportAsync(host);
        var clerk = await host.As("sifa");
        var page = await clerk.Get("/tables");
        var fields = host.Store.Law.Current.Exports["dual-publicity-penalty"].Fields;

        var (status, _, file) = await clerk.Download(Address(page, "2024"));

        status.ShouldBe(HttpStatusCode.OK);
        Workbook.Headings(file, "数据").ShouldBe(fields.Select(f => f.Title + f.Code), "the reader leaves out the line break between title and code");
        string Heading(string code) => fields.Single(f => f.Code == code) is var field ? field.Title + code : "";
        var rows = Workbook.Rows(file, "数据").ToDictionary(r => r[Heading("CF_WSH")].Text);
        rows.Keys.ShouldBe(["青综执当罚〔2024〕1号", "青综执当罚〔2024〕2号"], ignoreOrder: true, "neither the one of 2023 nor the one that is not made public");
        var person = rows["青综执当罚〔2024〕1号"];
        person[Heading("CF_XDR_ZJHM")].Text.ShouldBe("3303**********001X");
        person[Heading("CF_XDR_LB")].Text.ShouldBe("自然人");
        person[Heading("CF_JDRQ")].Text.ShouldBe("2024/09/07");
        person[Heading("CF_CFJGDM")].Text.ShouldBe(TestDistrict.UrbanCode);
        person[Heading("CF_NR_FK")].Text.ShouldBe("0.005");
        Everything(file).ShouldNotContain(Identifier);

        var gap = Workbook.Rows(file, "缺项", "编号").ShouldHaveSingleItem();
        gap.Cells[1].Text.ShouldContain("统一社会信用代码");
        gap.Cells[1].Text.ShouldContain("法定代表人");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Export_OfWhatIsNoPeriodOrByWhomItIsNotAllowed_IsRefused(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        (await (await host.As("sifa")).Download("/tables?handler=export&id=dual-publicity-penalty&period=24")).Status.ShouldBe(HttpStatusCode.BadRequest);
        var reader = await host.As("shuili-reader");
        (await reader.Get("/tables")).All(Form).ShouldBeEmpty();
        (await reader.Download("/tables?handler=export&id=dual-publicity-penalty&period=2024")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Export_ByAnotherOffice_HoldsNothingOfThisOne(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        await ImportAsync(host);
        var (status, _, file) = await (await host.As("shuili")).Download("/tables?handler=export&id=dual-publicity-penalty&period=2024");
        status.ShouldBe(HttpStatusCode.OK);
        Workbook.Rows(file, "数据").ShouldBeEmpty();
    }

    private static string Address(Page page, string period) => $"/tables?handler=export&id={page.One(Form + " input[name=id]").GetAttribute("value")}&period={period}";

    private static string Everything(byte[] file)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        return string.Concat(zip.Entries.Select(e => new StreamReader(e.Open()).ReadToEnd()));
    }

    private static Task ImportAsync(TestHost host) => new PenaltyTable()
        .Add("1", ("当事人证件号码", Identifier))
        .Add("2", ("当事人", "青川某餐饮有限公司"), ("当事人类别", "法人"), ("当场处罚文号", "青综执当罚〔2024〕2号"))
        .Add("3", ("应当公示", "否"))
        .Add("4", ("当场处罚日期", new DateOnly(2023, 9, 7)), ("履行完毕日期", new DateOnly(2023, 9, 8)), ("结案日期", new DateOnly(2023, 9, 9)), ("当场处罚文号", "青综执当罚〔2023〕4号"))
        .ImportAsync(host, "双公示来源");
}
