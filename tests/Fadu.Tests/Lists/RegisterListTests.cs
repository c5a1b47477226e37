using Dapper;
using Fadu.Core.Lists;
using Fadu.Core.Matters;
using Fadu.Core.Tables;
using Fadu.Rules.Calendar;
using Fadu.Rules.Procedures;
using Fadu.Tests.Databases;
using Fadu.Tests.Host;

namespace Fadu.Tests.Lists;

/// <summary>Thirty mediations of three townships, written through the service, asked for in every way a list offers.</summary>
public sealed class RegisterListTests(ListHosts hosts) : IClassFixture<ListHosts>
{
    private static readonly Actor District = Actor.System(TestDistrict.Region);

    [Theory, OnSqlite, OnPostgres]
    public async Task Pages_WalkedToTheEnd_HoldEachMatterOnceInOrder(DatabaseKind kind)
    {
        var store = (await hosts.On(kind)).Store;
        foreach (var (sort, down) in new[] { ("opened_on", true), ("opened_on", false), ("next_due", false), ("next_due", true), ("office", true), ("closed_on", true), ("people", false) })
        {
            List<ListRow> seen = [];
            var query = new ListQuery { Register = ListHosts.Register, Sort = sort, Descending = down, PageSize = 7, Columns = ["people"] };
            ListPage page;
            do
            {
                page = await store.Lists.PageAsync(query, District);
                seen.AddRange(page.Rows);
                query = query with { After = ListCursor.Parse(page.Next?.ToString()) };
            }
            while (page.Next is not null);

            seen.Select(r => r.Id).Distinct().Count().ShouldBe(ListHosts.Count, $"{sort} {down}");
            var valued = seen.TakeWhile(r => r[sort] is not null).Select(r => r[sort]!).ToList();
            seen.Skip(valued.Count).ShouldAllBe(r => r[sort] == null, $"{sort}: rows without a value come last");
            valued.SequenceEqual(down ? valued.OrderDescending() : valued.Order()).ShouldBeTrue($"{sort} {down}");
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Filters_EachKind_GiveTheSameAsInMemory(DatabaseKind kind)
    {
        var store = (await hosts.On(kind)).Store;
        var all = await All(store, new() { Register = ListHosts.Register, Columns = ["people"] });
        all.Count.ShouldBe(ListHosts.Count);
        (string Name, ListQuery Query, Func<ListRow, bool> Holds)[] cases =
        [
            ("one office", Of(new ListFilter.OneOf("office", ["yunxi"])), r => r["office"] is "yunxi"),
            ("two offices, merged walks", Of(new ListFilter.OneOf("office", ["yunxi", "water"])), r => r["office"] is "yunxi" or "water"),
            ("days", Of(new ListFilter.Days("opened_on", new(2026, 3, 5), new(2026, 3, 12))), r => r["opened_on"] is DateOnly d && d >= new DateOnly(2026, 3, 5) && d <= new DateOnly(2026, 3, 12)),
            ("numbers", Of(new ListFilter.Numbers("people", 3, null)), r => r["people"] is long n && n >= 3),
            ("text", Of(new ListFilter.Holds("title", "噪声")), r => ((string)r["title"]!).Contains("噪声")),
            ("open", new() { Register = ListHosts.Register, OpenOnly = true, Columns = ["people"] }, r => r["closed_on"] is null),
            ("red", Lit(LightColour.Red), r => r.Light?.Colour == LightColour.Red),
            ("yellow", Lit(LightColour.Yellow), r => r.Light?.Colour == LightColour.Yellow),
            ("green", Lit(LightColour.Green), r => r.Light?.Colour == LightColour.Green),
            ("words", new() { Register = ListHosts.Register, Search = "噪声扰民", Columns = ["people"] }, r => ((string)r["title"]!).Contains("噪声扰民")),
        ];
        foreach (var (name, query, holds) in cases)
        {
            var found = await All(store, query);
            found.Select(r => r.Id).ShouldBe(all.Where(holds).Select(r => r.Id), $"{name}");
            (await store.Lists.CountAsync(query, District)).ShouldBe(found.Count, name);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Search_WalkedOrStartedFromItsMatches_GivesTheSamePages(DatabaseKind kind)
    {
        var store = (await hosts.On(kind)).Store;
        var office = District with { Scope = DataScope.OwnOffice, Office = "yunxi", Offices = ["yunxi"], Account = "mediator-water" };
        var own = District with { Scope = DataScope.OwnMatters, Office = "urban", Offices = ["urban"], Account = "mediator-urban" };
        SearchEffort[] ways =
        [
            new() { FirstWalk = 3, LongWalk = 7, FewMatches = -1, Common = 0, Frequent = 0 },
            new() { MatchesByDay = 0, FewMatches = 1_000, Common = 2, Frequent = 2 },
            new() { MatchesByDay = 2, FirstWalk = 2, LongWalk = 9, FewMatches = 4, Common = 2, Frequent = 0 },
            new() { MatchesByDay = 0, FirstWalk = 1, LongWalk = 1, FewMatches = -1, FirstMeeting = 5, Common = 2, Frequent = 2 },
            new() { FewMatches = 2, Common = 2, Frequent = 2 },
            new() { Rare = 2, RareDays = 40, Single = 2, Common = 3, Frequent = 3 },
            new() { Rare = 2, RareDays = 3, Single = 0, Common = 3, Frequent = 3 },
            new(),
        ];
        ListFilter[][] filters = [[], [new ListFilter.OneOf("office", ["yunxi"])], [new ListFilter.OneOf("office", ["yunxi", "water"]), new ListFilter.Numbers("people", 2, null)], [new ListFilter.OneOf("status", ["open"])]];
        var filled = 0;
        foreach (var (actor, filter, word, sort, down) in from a in new[] { District, office, own }
                                                          from f in filters
                                                          from w in new[] { "噪声扰民", "张1", "云溪村", "赈灾" }
                                                          from s in new[] { "opened_on", "next_due", "number", "closed_on", "people" }
                                                          from d in new[] { true, false }
                                                          select (a, f, w, s, d))
        {
            var query = new ListQuery { Register = ListHosts.Register, Search = word, Filters = filter, Sort = sort, Descending = down, PageSize = 4, Columns = ["people"] };
            List<List<long>> found = [];
            foreach (var effort in ways)
            {
                var lists = new RegisterLists(store.Database, store.Law, store.Time) { Effort = effort };
                found.Add(await PagedAsync(lists, query, actor));
            }

            var what = $"{actor.Scope} {string.Join(' ', filter.Select(f => f.Column))} {word} {sort} {down}";
            found.Skip(1).ShouldAllBe(f => f.SequenceEqual(found[0]), what);
            found[0].Count.ShouldBe((int)await store.Lists.CountAsync(query, actor), what);
            filled += found[0].Count > 4 ? 1 : 0;
        }

        filled.ShouldBeGreaterThan(50);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Scope_OfOneOffice_HoldsItsMattersAndThoseGivenToTheAccount(DatabaseKind kind)
    {
        var store = (await hosts.On(kind)).Store;
        var actor = District with { Scope = DataScope.OwnOffice, Office = "yunxi", Offices = ["yunxi"], Account = "nobody" };
        var page = await store.Lists.PageAsync(new() { Register = ListHosts.Register }, actor);
        page.Rows.ShouldAllBe(r => (string)r["office"]! == "yunxi");
        page.Rows.Count.ShouldBe(10);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Export_OfFilteredList_HoldsItsRowsAndIsReadBack(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var browser = await host.As("sifa");
        var page = await browser.Get($"/registers/{ListHosts.Register}/export?f.office=yunxi");
        page.Text.ShouldContain("共 10 件");
        var token = page.One("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        var (_, type, content) = await browser.Send($"/registers/{ListHosts.Register}/export?f.office=yunxi", new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("columns", "all")]));
        type.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        content.Length.ShouldBeGreaterThan(1000);
        content.AsSpan(0, 2).ToArray().ShouldBe("PK"u8.ToArray());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task List_ColumnsChosenAndViewSaved_AreThereNextTime(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var browser = await host.As("sifa-head");
        var page = await browser.Get($"/registers/{ListHosts.Register}?light=green");
        var token = page.One("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        await browser.Post($"/registers/{ListHosts.Register}?handler=Columns", new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("c", "number"), KeyValuePair.Create("c", "handler")]));
        await page.Submit("form[action*='handler=Save']", ("name", "在期"));

        var again = await browser.Get($"/registers/{ListHosts.Register}");
        again.All("thead th").Select(h => h.TextContent.Trim()).ShouldBe(["期限", "编号", "承办人"]);
        again.One(".view a").GetAttribute("href").ShouldNotBeNull().ShouldContain("light=green");
    }

    private static async Task<List<long>> PagedAsync(RegisterLists lists, ListQuery query, Actor actor)
    {
        List<long> ids = [];
        ListPage page;
        do
        {
            page = await lists.PageAsync(query, actor);
            ids.AddRange(page.Rows.Select(r => r.Id));
            query = query with { After = ListCursor.Parse(page.Next?.ToString()) };
        }
        while (page.Next is not null);
        return ids;
    }

    private static ListQuery Of(ListFilter filter) => new() { Register = ListHosts.Register, Filters = [filter], Columns = ["people"] };

    private static ListQuery Lit(LightColour colour) => new() { Register = ListHosts.Register, Lights = [colour], Columns = ["people"] };

    private static async Task<List<ListRow>> All(Core.FaduSystem store, ListQuery query)
    {
        var page = await store.Lists.PageAsync(query with { PageSize = 100 }, District);
        page.Next.ShouldBeNull();
        return [.. page.Rows];
    }
}
