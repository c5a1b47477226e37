using Dapper;
using Fadu.Core.Measures;
using Fadu.Core.Storage;
using Fadu.Rules.Calendar;
using Fadu.Rules.Expressions;
using Fadu.Rules.Measures;
using Fadu.Tests.Databases;

namespace Fadu.Tests.Measures;

[Collection(DemonstrationCollection.Name)]
public sealed class MeasureServiceTests(DemonstrationStores stores)
{
    private static readonly MeasureQuestion Year = new(Period.Year(2024));

    [Theory]
    [OnSqlite("penalty.filed", "penalty", "file,decide_on_spot"), OnPostgres("penalty.filed", "penalty", "file,decide_on_spot")]
    [OnSqlite("penalty.closed", "penalty", "close"), OnPostgres("penalty.closed", "penalty", "close")]
    [OnSqlite("penalty.not_punished", "penalty", "not_punish"), OnPostgres("penalty.not_punished", "penalty", "not_punish")]
    public async Task Measure_OfTheYear_EqualsTheActsInTheLedgerCountedByHand(DatabaseKind kind, string measure, string register, string steps)
    {
        var store = await stores.On(kind);
        await using var connection = await store.System.Database.OpenAsync();
        var acts = await connection.QueryAsync<(long Matter, string Office, string Step, object On)>(
            "select e.matter_id, m.office, e.step, e.took_effect from entries e join matters m on m.region = e.region and m.id = e.matter_id where m.register = @register", new { register });
        var byHand = acts.Where(a => steps.Split(',').Contains(a.Step) && ColumnValues.Time(a.On)!.Value.InChina().Year == 2024)
            .DistinctBy(a => a.Matter).GroupBy(a => a.Office).ToDictionary(g => g.Key, g => g.Count());

        var request = new MeasureRequest(measure);
        var figures = await store.System.Measures.EvaluateAsync([request], Year, store.Everybody);

        figures.Total(request).Value.ShouldBe(byHand.Values.Sum());
        figures.Offices.Where(o => figures.Of(request, o).Value > 0).ToDictionary(o => o, o => (int)figures.Of(request, o).Value!).ShouldBe(byHand, ignoreOrder: true);
        byHand.Values.Sum().ShouldBeGreaterThan(5);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task EveryMeasure_Listed_GivesExactlyTheMattersOfItsFigure(DatabaseKind kind)
    {
        var store = await stores.On(kind);
        var service = store.System.Measures;
        List<MeasureRequest> requests = [.. store.System.Law.Current.Measures.Keys.Select(m => new MeasureRequest(m))];
        var figures = await service.EvaluateAsync(requests, Year, store.Everybody);
        var (listed, rows) = (0, 0L);
        foreach (var leaf in requests.SelectMany(figures.Leaves).Select(l => l.Measure).Distinct())
        {
            var value = (await service.EvaluateAsync([leaf], Year, store.Everybody)).Total(leaf).Value;
            var shares = await service.MattersAsync(leaf, Year, store.Everybody, 0, 0);
            List<MatterShare> matters = [];
            await foreach (var matter in service.AllMattersAsync(leaf, Year, store.Everybody))
            {
                matters.Add(matter);
            }

            matters.Select(m => m.Id).Distinct().Count().ShouldBe(matters.Count, leaf.ToString());
            shares.Count.ShouldBe(matters.Count, leaf.ToString());
            if (shares.Kind != MeasureKind.Distinct)
            {
                matters.Sum(m => m.Share).ShouldBe(value ?? 0, leaf.ToString());
                shares.Total.ShouldBe(value ?? 0, leaf.ToString());
            }

            if (shares.OneEach)
            {
                ((decimal)matters.Count).ShouldBe(value ?? 0, leaf.ToString());
            }

            listed += matters.Count > 0 ? 1 : 0;
            rows += matters.Count;
        }

        listed.ShouldBeGreaterThan(100);
        rows.ShouldBeGreaterThan(1_000);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Matters_PageByPage_AreThoseOfTheWholeList(DatabaseKind kind)
    {
        var store = await stores.On(kind);
        var filed = new MeasureRequest("penalty.filed");
        List<long> ids = [];
        long after = 0;
        while (await store.System.Measures.MattersAsync(filed, Year, store.Everybody, after, 17) is { Matters.Count: > 0 } page)
        {
            ids.AddRange(page.Matters.Select(m => m.Id));
            after = ids[^1];
        }

        ids.Count.ShouldBe((int)(await store.System.Measures.MattersAsync(filed, Year, store.Everybody, 0, 0)).Count);
        ids.Distinct().Count().ShouldBe(ids.Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Figures_OfAnActorWithOneOffice_HoldNothingOfOthers(DatabaseKind kind)
    {
        var store = await stores.On(kind);
        var filed = new MeasureRequest("penalty.filed");
        var all = await store.System.Measures.EvaluateAsync([filed], Year, store.Everybody);
        var own = await store.System.Measures.EvaluateAsync([filed], Year, store.Of("scj"));

        own.Offices.ShouldBe(["scj"]);
        own.Total(filed).Value.ShouldBe(all.Of(filed, "scj").Value);
        (await store.System.Measures.EvaluateAsync([filed], Year with { Office = "zfj" }, store.Of("scj"))).Total(filed).Value.ShouldBe(0);
        (await store.System.Measures.MattersAsync(filed, Year with { Office = "zfj" }, store.Of("scj"), 0, 10)).Matters.ShouldBeEmpty();
        (await store.System.Measures.EvaluateAsync([filed], Year with { Office = "qzf", Below = true }, store.Everybody)).Total(filed).Value.ShouldBe(all.Total(filed).Value);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Definition_Chosen_CountsForItsYearAndOfficeAndStaysOnRecord(DatabaseKind kind)
    {
        var store = await stores.On(kind);
        var (book, rate) = (store.System.Measures.Definitions, new MeasureRequest("reconsideration.correction_rate"));
        var measure = store.System.Law.Current.Measures[rate.Measure];
        var (first, second) = (measure.Definitions[0].Id, measure.Definitions[1].Id);
        async Task<string> Counting(int year, string? office) =>
            (await store.System.Measures.EvaluateAsync([rate], new(Period.Year(year), office), store.Everybody)).Total(rate).Definition.Id;

        (await book.ChooseAsync(rate.Measure, "", 2021, second, " ", store.Everybody)).ShouldNotBeNull().ShouldContain("理由");
        (await book.ChooseAsync(rate.Measure, "", 2021, "other", "理由", store.Everybody)).ShouldNotBeNull().ShouldContain("口径");
        (await book.ChooseAsync(rate.Measure, "", 2021, second, "理由", store.Of("sfj"))).ShouldNotBeNull().ShouldContain("角色");
        (await Counting(2021, null)).ShouldBe(first);

        (await book.ChooseAsync(rate.Measure, "", 2021, second, "市局统一口径", store.Everybody)).ShouldBeNull();
        (await book.ChooseAsync(rate.Measure, "", 2021, second, "再选一次", store.Everybody)).ShouldBeNull();
        (await book.ChooseAsync(rate.Measure, "scj", 2021, first, "本局沿用", store.Everybody)).ShouldBeNull();

        (await Counting(2021, null)).ShouldBe(second);
        (await Counting(2021, "scj")).ShouldBe(first);
        (await Counting(2022, null)).ShouldBe(first);
        (await book.HistoryAsync(store.Region, rate.Measure)).Where(c => c.Year == 2021).Select(c => (c.Office, c.Definition, c.Reason))
            .ShouldBe([("scj", first, "本局沿用"), ("", second, "市局统一口径")]);
    }
}
