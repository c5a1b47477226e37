using Fadu.Rules.LawFiles;
using Fadu.Rules.Registers;
using Fadu.Rules.Registers.Loading;

namespace Fadu.Rules.Tests.Registers;

public sealed class LawLoaderTests
{
    private const string Remedy = "registers/disputes/remedy/2024-01-01.yaml";

    [Fact]
    public void Overlay_Applied_KeepsItsOwnBasisAndPlace()
    {
        var law = SmallLaw.Load().OrThrow();
        var register = law.Latest("appeal");

        law.Overlays.ShouldBe(["coast"]);
        register.Overlays.ShouldBe(["coast"]);
        register.Clock("review")!.Basis.Citations.Single().ShouldBe(new Citation("coast-appeal-rules-2023", "9"));
        register.Clock("review")!.Position.File.ShouldBe("regions/coast/registers/disputes/appeal/2024-01-01.yaml");
        register.Clock("review")!.Lapse!.Basis.Citations.Single().Statute.ShouldBe("appeal-law-2023");
        register.Clock("decision")!.Position.File.ShouldBe("registers/disputes/appeal/2024-01-01.yaml");
        register.Gates.Select(g => g.Id).ShouldBe(["heard", "sealed", "fine_only_altered"]);
        register.Step("extend")!.By.ShouldBe(["head"]);
    }

    [Fact]
    public void Overlay_NotChosen_ChangesNothing()
    {
        var law = SmallLaw.Load([], []).OrThrow();

        law.Latest("appeal").Overlays.ShouldBeEmpty();
        law.Latest("appeal").Gates.ShouldNotContain(g => g.Id == "sealed");
        law.Regions.Keys.ShouldBe(["coast"]);
        law.Statutes.TryFind("coast-appeal-rules-2023", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2023-06-01", "2024-01-01")]
    [InlineData("2024-12-31", "2024-01-01")]
    [InlineData("2025-01-01", "2025-01-01")]
    [InlineData("2026-05-01", "2025-01-01")]
    public void TwoVersions_AskedByOpeningDay_GiveTheOneInForce(string openedOn, string inForce)
    {
        var law = SmallLaw.Load(Changed(Remedy, "registers/disputes/remedy/2025-01-01.yaml", ("任务, type", "整改任务, type"))).OrThrow();

        law.At("remedy", DateOnly.Parse(openedOn)).InForce.ShouldBe(DateOnly.Parse(inForce));
        law.Version("remedy", new(2025, 1, 1))!.Field("task")!.Title.ShouldBe("整改任务");
        law.Latest("remedy").InForce.ShouldBe(new(2025, 1, 1));
    }

    [Fact]
    public void FactTable_OfTwoVersions_HasTheColumnsOfBoth()
    {
        var law = SmallLaw.Load(Changed(
            Remedy, "registers/disputes/remedy/2025-01-01.yaml",
            ("  appeal: {title: 案件, type: reference, register: appeal}", "  leader: {title: 领导, type: person}"), ("optional: [appeal]", "optional: [leader]"))).OrThrow();

        law.Latest("remedy").Facts.Find("appeal").ShouldBeNull();
        law.Facts("remedy").Find("appeal").ShouldNotBeNull();
        law.Facts("remedy").Find("leader").ShouldNotBeNull();
    }

    [Fact]
    public void DistrictParameter_Given_ReplacesTheValue()
    {
        var law = LawLoader.Load(SmallLaw.Files, [], new Dictionary<string, object> { ["appeal.review_days"] = 3 }).OrThrow();

        law.Latest("appeal").Parameters["review_days"].Value.ShouldBe(3L);
    }

    [Theory]
    [InlineData("appeal.review_day", 3, "没有参数“appeal.review_day”")]
    [InlineData("appeal.review_days", "三", "与类型不符")]
    public void DistrictParameter_Wrong_IsRefused(string key, object value, string says) =>
        LawLoader.Load(SmallLaw.Files, [], new Dictionary<string, object> { [key] = value }).Errors.ShouldContain(e => e.Message.Contains(says));

    [Fact]
    public void Hash_OfEqualLaw_IsEqual_AndEveryChangeChangesIt()
    {
        var hash = SmallLaw.Load().OrThrow().Hash;

        SmallLaw.Load().OrThrow().Hash.ShouldBe(hash);
        LawLoader.Load(SmallLaw.Files.Reverse(), ["coast"]).OrThrow().Hash.ShouldBe(hash);
        SmallLaw.Load([], []).OrThrow().Hash.ShouldNotBe(hash);
        SmallLaw.Load(Changed(Remedy, Remedy, ("任务", "事务"))).OrThrow().Hash.ShouldNotBe(hash);
        LawLoader.Load(SmallLaw.Files, ["coast"], new Dictionary<string, object> { ["appeal.review_days"] = 5 }).OrThrow().Hash.ShouldNotBe(hash);
    }

    [Fact]
    public void Sources_Loaded_HoldEveryFile() =>
        SmallLaw.Load().OrThrow().Sources[Remedy].ShouldBe(SmallLaw.Files.Single(f => f.Path == Remedy).Text);

    [Fact]
    public void Basis_Cited_IsChineseAndMarksWhatIsUnverified()
    {
        var law = SmallLaw.Load().OrThrow();

        law.Cite(law.Latest("appeal").Parameters["review_days"].Basis).ShouldBe("《申诉法》第三十条，待核实");
        law.Cite(law.Measures["appeal.rate"].Basis).ShouldBe("工作惯例");
        law.Cite(new([], Unverified: true)).ShouldBe("工作惯例，待核实");
    }

    [Theory]
    [InlineData("review.overdue", "", true)]
    [InlineData("review.overdue", ", unverified: false", false)]
    [InlineData("receive.on + param.review_days days < today", "", true)]
    [InlineData("decision.overdue", "", false)]
    [InlineData("decision.overdue", ", unverified: true", true)]
    public void Rule_ThatRestsOnAnUnverifiedValue_SaysSoUnlessItsAuthorKnowsBetter(string where, string stated, bool unverified)
    {
        var rules = $$"""
            register: appeal
            rules:
              late: {title: 超期, severity: high, where: {{where}}, basis: "62", says: 应当按期办理{{stated}}}
            """;
        var law = SmallLaw.Load([], [new LawFile("supervision/disputes/late.yaml", rules)]).OrThrow();

        law.SupervisionRules["late.late"].Basis.Unverified.ShouldBe(unverified);
    }

    [Fact]
    public void ReportText_Loaded_IsTakenApart()
    {
        var section = SmallLaw.Load().OrThrow().ReportTemplates["small"].Parts[0].Sections[0];

        section.Id.ShouldBe("1.1");
        section.Text!.Figures.Select(f => f.Request.ToString()).ShouldBe(
            ["appeal.received", "appeal.concluded", "appeal.concluded[result=alter]", "appeal.rate", "appeal.received"]);
        section.Text.Typed.ShouldBe(["trainings"]);
        section.Narrative!.Words.ShouldBe(300);
    }

    private static LawFile Changed(string path, string to, params (string Old, string New)[] edits)
    {
        var text = SmallLaw.Files.Single(f => f.Path == path).Text;
        foreach (var (old, now) in edits)
        {
            text.ShouldContain(old);
            text = text.Replace(old, now);
        }

        return new(to, text);
    }
}
