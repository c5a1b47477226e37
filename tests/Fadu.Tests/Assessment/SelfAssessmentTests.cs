using System.Globalization;
using Fadu.Tests.Databases;
using Fadu.Tests.Host;

namespace Fadu.Tests.Assessment;

/// <summary>What is claimed counts nothing until it is reviewed.</summary>
public sealed class SelfAssessmentTests(TestHosts hosts) : IClassFixture<TestHosts>
{
    private const string Office = "/assessment/water?year=2025";

    [Theory, OnSqlite, OnPostgres]
    public async Task Claim_ThenReview_ChangesTheScore(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var (office, bureau) = (await host.As("shuili"), await host.As("sifa"));
        Item(await bureau.Get(Office)).ShouldBe(("—", "尚未自评"));

        var form = await office.Get("/registers/self-assessment/new");
        var matter = await form.Submit(
            "form.step-form", ("on", "2026-01-06"), ("f.assessed_year", "2025"), ("f.claims[0].item", "legal_counsel"), ("f.claims[0].claimed", "4"), ("f.claims[0].evidence", "聘请法律顾问一家"));
        matter.Path.ShouldStartWith("/matters/", customMessage: matter.Text);
        var claimed = await bureau.Get(Office);
        Item(claimed).ShouldBe(("—", "自评4分，待复核"));
        claimed.Words(".measure-head .figure b").ShouldBe("0");

        var review = await bureau.Get(matter.Path.Split('?')[0] + "/steps/review");
        var reviewed = await review.Submit(
            "form.step-form", ("on", "2026-01-14"), ("f.reviews[0].item", "legal_counsel"), ("f.reviews[0].reviewed", "3"), ("f.reviews[0].reason", "缺少参与决策的记录"));
        reviewed.Path.ShouldStartWith("/matters/", customMessage: reviewed.Text);

        var scored = await bureau.Get(Office);
        Item(scored).ShouldBe(("3", "自评4分，复核3分：缺少参与决策的记录"));
        var reachable = host.Store.Law.Current.AssessmentSchemes["county-2021"].Items.Where(i => i.Evidence is not null).Sum(i => i.Points);
        scored.Words(".measure-head .figure b").ShouldBe(Math.Round(3 / reachable * 100, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture));
        (await scored.Click("tr[data-item='legal_counsel'] a")).Path.ShouldBe(matter.Path.Split('?')[0]);
    }

    private static (string Points, string Why) Item(Page page)
    {
        var cells = page.One("tr[data-item='legal_counsel']").QuerySelectorAll("td");
        return (cells[1].TextContent.Trim(), cells[2].TextContent.Trim());
    }
}
