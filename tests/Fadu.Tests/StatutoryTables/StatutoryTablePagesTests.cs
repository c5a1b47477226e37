using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Fadu.Rules.StatutoryTables;
using Fadu.Tests.Databases;
using Fadu.Tests.Measures;
using Fadu.Tests.Tables;

namespace Fadu.Tests.StatutoryTables;

/// <summary>Prescribed tables on the page and in the workbook.</summary>
[Collection(DemonstrationCollection.Name)]
public sealed class StatutoryTablePagesTests(DemonstrationStores stores)
{
    private const string Disclosure = "/tables/disclosure-annual?period=2024";

    [Theory, OnSqlite, OnPostgres]
    public async Task EveryTable_OfTheYear_HoldsItsIdentities(DatabaseKind kind)
    {
        var store = await stores.On(kind);
        var browser = await store.As("sfj");
        foreach (var table in store.System.Law.Current.StatutoryTables.Values)
        {
            var page = await browser.Get($"/tables/{table.Id}?period=2024");
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.All("[role=alert]").Select(a => a.TextContent).ShouldBeEmpty(table.Id);
            page.All("table[data-sheet]").Select(s => s.GetAttribute("data-sheet")).ShouldBe(table.Sheets.Select(s => s.Id));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Workbook_OfATable_HoldsTheSameFiguresAsThePage(DatabaseKind kind)
    {
        var store = await stores.On(kind);
        var browser = await store.As("sfj");
        var page = await browser.Get(Disclosure);
        var (status, _, file) = await browser.Download(page.One(".actions a").GetAttribute("href")!);
        status.ShouldBe(HttpStatusCode.OK);
        var sheet = store.System.Law.Current.StatutoryTables["disclosure-annual"].Sheets.Single(s => s.Id == "requests");

        var written = Workbook.Rows(file, sheet.Title, "项目", "自然人");
        var shown = page.All("table[data-sheet=requests] tbody tr");
        written.Count.ShouldBe(shown.Count);
        foreach (var (row, line) in written.Zip(shown))
        {
            row["项目"].Text.Trim('　').ShouldBe(line.QuerySelector("th")!.TextContent);
            Enumerable.Range(1, sheet.Columns.Count).Select(i => i < row.Cells.Count ? Number(row.Cells[i].Text) : null).ShouldBe(line.QuerySelectorAll("td").Select(c => Number(c.TextContent)), line.TextContent);
        }

        shown.Sum(r => r.QuerySelectorAll("a").Length).ShouldBeGreaterThan(5);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Cell_OfATable_LeadsToExactlyTheMattersItCounts(DatabaseKind kind)
    {
        var browser = await (await stores.On(kind)).As("sfj");
        var cells = (await browser.Get(Disclosure)).All("table[data-sheet=requests] tbody a").Concat((await browser.Get("/tables/enforcement-annual?period=2024")).All("table[data-sheet=licences] tbody a")).ToList();
        foreach (var cell in cells.Take(12))
        {
            var list = await browser.Get(cell.GetAttribute("href")!);
            list.Status.ShouldBe(HttpStatusCode.OK, list.Path);
            Number(list.Words("[data-count]")).ShouldBe(Number(cell.TextContent), list.Path);
        }

        cells.Count.ShouldBeGreaterThan(5);
    }

    private static decimal? Number(string printed) => decimal.TryParse(printed.Trim(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}
