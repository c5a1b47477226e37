using System.Net;
using Fadu.Core.Accounts;
using Fadu.Core.Matters;
using Fadu.Tests.Databases;
using Fadu.Tests.Measures;

namespace Fadu.Tests.Accounts;

/// <summary>Who holds several roles does with each of them only what it permits, as far as it reaches.</summary>
[Collection(DemonstrationCollection.Name)]
public sealed class HeldRolesTests(DemonstrationStores stores)
{
    // The officer of the market regulator, who also reviews competition for the whole district.
    private const string Officer = "scj";

    [Theory, OnSqlite, OnPostgres]
    public async Task Step_OfARoleThatEndsAtItsOffice_IsRefusedInTheCaseOfAnother(DatabaseKind kind)
    {
        var store = await stores.On(kind);
        var browser = await store.As(Officer);
        var (own, other) = (await OpenCaseAsync(store, "scj"), await OpenCaseAsync(store, "zfj"));

        (await browser.Get($"/matters/{own}")).All($"a[href^='/matters/{own}/steps/']").ShouldNotBeEmpty();
        (await browser.Get($"/matters/{other}")).All($"a[href^='/matters/{other}/steps/']").ShouldBeEmpty();

        var actor = await ActorAsync(store, Officer);
        var matter = (await store.System.Reader.FindAsync(store.Region, other))!;
        var outcome = await store.System.Matters.RecordAsync(
            new() { Register = "penalty", Matter = other, SeenVersion = matter.Version, Step = "investigate", On = matter.State.OpenedOn }, actor);
        outcome.ShouldBeOfType<MatterOutcome.Forbidden>().Says.ShouldContain("事项所在单位");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Permission_OfARole_ReachesAsFarAsThatRole(DatabaseKind kind)
    {
        var actor = await ActorAsync(await stores.On(kind), Officer);

        actor.For("matters.read").Scope.ShouldBe(DataScope.District);
        actor.For("portal.publish").Scope.ShouldBe(DataScope.OwnOffice);
        actor.For("portal.publish").Offices.ShouldBe(["scj"]);
        actor.For("portal.publish").For("matters.read").Scope.ShouldBe(DataScope.OwnOffice);
        actor.For("accounts.manage").Covers("scj", null).ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task PersonalData_OfACaseBeyondTheRoleThatMaySeeIt_StaysMasked(DatabaseKind kind)
    {
        var store = await stores.On(kind);
        var (own, other) = (await OpenCaseAsync(store, "scj"), await OpenCaseAsync(store, "zfj"));
        var (head, security) = ((await AccountAsync(store, "scjz")).Id, await ActorAsync(store, "anquan"));

        // The head of the office sees its personal data; reviewing competition shows him the cases of others, but not theirs.
        (await store.System.Administration.GrantAsync(head, "competition-reviewer", "兼任", security, null)).Refusal.ShouldBeNull();
        var browser = await store.As("scjz");
        var mine = await (await browser.Get($"/matters/{own}")).Submit("form[action*='handler=Unmask']", ("reason", "核对当事人信息"));
        mine.Status.ShouldBe(HttpStatusCode.OK);
        var theirs = await browser.Get($"/matters/{other}");
        theirs.Status.ShouldBe(HttpStatusCode.OK);
        theirs.All("form[action*='handler=Unmask']").ShouldBeEmpty();
        var list = await (await browser.Get("/registers/penalty?f.office=zfj")).Submit("form[action*='handler=Unmask']", ("reason", "核对当事人信息"));
        list.All("tbody tr[data-href]").ShouldBeEmpty();

        (await store.System.Administration.RevokeAsync(head, "competition-reviewer", "不再兼任", security, null)).Refusal.ShouldBeNull();
        (await ActorAsync(store, "scjz")).Covers("zfj", null).ShouldBeFalse();
    }

    private static async Task<Account> AccountAsync(DemonstrationStore store, string login) => (await store.System.Accounts.AllAsync(store.Region)).Single(a => a.Login == login);

    private static async Task<Actor> ActorAsync(DemonstrationStore store, string login) => (await store.System.Actors.FindAsync((await AccountAsync(store, login)).Id, null))!;

    private static async Task<long> OpenCaseAsync(DemonstrationStore store, string office)
    {
        await using var connection = await store.System.Database.OpenAsync();
        return await Dapper.SqlMapper.QueryFirstAsync<long>(
            connection, "select id from matters where region = @region and register = 'penalty' and office = @office and status = 'open' order by id", new { region = store.Region, office });
    }
}
