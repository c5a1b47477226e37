using Fadu.Rules.Calendar;
using Fadu.Rules.Statutes;

namespace Fadu.Rules.Tests.Statutes;

/// <summary>Guards over law/statutes as shipped.</summary>
public sealed class StatuteDataTests
{
    private static readonly StatuteBook Book = StatuteLoader.Load(LawFolder.Files("statutes")).OrThrow();

    [Theory]
    [InlineData("重大行政决策", "major-decision-regulation-2019")]
    [InlineData("行政规范性文件", "normative-document-notice-2018")]
    [InlineData("合法性审查", "normative-review-opinion-2018")]
    [InlineData("行政机关合同", "civil-code-2020")]
    [InlineData("行政检查", "enterprise-inspection-opinion-2024")]
    [InlineData("行政处罚", "penalty-law-2021")]
    [InlineData("行政复议", "reconsideration-law-2023")]
    [InlineData("行政应诉", "litigation-law-2017")]
    [InlineData("负责人出庭应诉", "head-appearance-provisions-2020")]
    [InlineData("人民调解", "mediation-law-2010")]
    [InlineData("政府信息公开", "disclosure-regulation-2019")]
    [InlineData("公平竞争审查", "fair-competition-regulation-2024")]
    [InlineData("行政执法监督", "enforcement-supervision-regulation-2025")]
    public void Book_EachRegister_HasItsStatuteInForce(string register, string id) =>
        Book[id].On(new(2026, 11, 22)).ShouldBe(StatuteStatus.InForce, register);

    [Theory]
    [InlineData("penalty-law-2021", "2 days", true)]
    [InlineData("penalty-law-2021", "5 days", true)]
    [InlineData("penalty-law-2021", "10 days", false)]
    [InlineData("penalty-law-2021", "15 days", false)]
    [InlineData("reconsideration-law-2023", "10 days", true)]
    [InlineData("reconsideration-law-2023", "60 days", false)]
    [InlineData("reconsideration-law-2017", "5 days", true)]
    [InlineData("reconsideration-law-2017", "10 days", false)]
    [InlineData("compulsion-law-2011", "10 days", true)]
    [InlineData("compulsion-law-2011", "30 days", false)]
    [InlineData("licensing-law-2019", "45 days", true)]
    [InlineData("zhejiang-administrative-procedure-2016", "3 days", true)]
    [InlineData("zhejiang-administrative-procedure-2016", "30 days", false)]
    [InlineData("litigation-law-2017", "15 days", false)]
    [InlineData("major-decision-regulation-2019", "7 days", false)]
    [InlineData("major-decision-regulation-2019", "7 working days", true)]
    [InlineData("disclosure-regulation-2019", "20 working days", true)]
    public void Days_OfAStatute_AreWorkingDaysOnlyWhereItSaysSo(string id, string limit, bool working) =>
        (Book[id].Days!.Resolve(Duration.Parse(limit)).Unit == DurationUnit.WorkingDays).ShouldBe(working);

    [Theory]
    [InlineData("reconsideration-law", "2016-05-01", "reconsideration-law-2009")]
    [InlineData("reconsideration-law", "2023-12-31", "reconsideration-law-2017")]
    [InlineData("reconsideration-law", "2024-01-01", "reconsideration-law-2023")]
    [InlineData("penalty-law", "2021-07-14", "penalty-law-2017")]
    [InlineData("penalty-law", "2021-07-15", "penalty-law-2021")]
    [InlineData("disclosure-regulation", "2019-05-14", "disclosure-regulation-2007")]
    [InlineData("disclosure-regulation", "2008-04-30", null)]
    [InlineData("no-such-law", "2024-01-01", null)]
    public void At_LawAndDay_GivesTheVersionThatApplies(string law, string day, string? id) =>
        Book.At(law, DateOnly.Parse(day))?.Id.ShouldBe(id);

    [Fact]
    public void On_AroundTheEdges_IncludesTheFirstDayAndExcludesTheLast()
    {
        var old = Book["reconsideration-law-2017"];
        old.On(old.InForce.AddDays(-1)).ShouldBe(StatuteStatus.NotYetInForce);
        old.On(old.InForce).ShouldBe(StatuteStatus.InForce);
        old.On(old.Repealed!.Value.AddDays(-1)).ShouldBe(StatuteStatus.InForce);
        old.On(old.Repealed.Value).ShouldBe(StatuteStatus.Repealed);
    }

    [Fact]
    public void Book_Shipped_HasNumbersSourcesAndDayRulesThroughout()
    {
        Book.All.Count.ShouldBeGreaterThanOrEqualTo(120);
        Book.All.ShouldAllBe(s => s.Number.Length > 0 && s.Source.Length > 0 && s.InForce.Year > 1980);
        Book.All.Where(s => s.Kind != StatuteKind.Standard).ShouldAllBe(s => s.Days != null);
    }

    [Fact]
    public void Book_TakenFromMemoryAlone_IsMarkedUnverified() =>
        Book.All.Where(s => s.Source.Contains("未见原文")).ShouldAllBe(s => s.IsUnverified);

    [Fact]
    public void Cite_LawAndDocument_UsesTheFormOfEach()
    {
        Book["reconsideration-law-2023"].Cite("62").ShouldBe("《行政复议法》第六十二条");
        Book["enterprise-inspection-opinion-2024"].Cite().ShouldBe("《国务院办公厅关于严格规范涉企行政检查的意见》（国办发〔2024〕54号）");
        Book["enforcement-three-systems-opinion-2018"].Cite("6").ShouldBe("《行政执法三项制度指导意见》第（六）项");
        Book["penalty-law-2021"].Days!.Chinese.ShouldBe("该法所称2日、3日、5日、7日按工作日计算，其他的日按自然日计算（《行政处罚法》第八十五条）");
    }

    [Fact]
    public void Indexer_UnknownStatute_SaysWhereToAddIt() =>
        Should.Throw<KeyNotFoundException>(() => Book["penalty-law-1996"]).Message.ShouldContain("law/statutes");
}
