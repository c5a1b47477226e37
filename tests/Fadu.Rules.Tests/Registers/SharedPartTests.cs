using Fadu.Rules.LawFiles;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Tests.Registers;

public sealed class SharedPartTests
{
    private const string Remedy = "registers/disputes/remedy/2024-01-01.yaml";
    private static readonly string RemedyText = SmallLaw.Files.Single(f => f.Path == Remedy).Text;

    [Fact]
    public void Part_Used_GivesItsItems_AndTheRegisterCompletesThem()
    {
        var register = SmallLaw.Load().OrThrow().Latest("remedy");

        register.Uses.ShouldBe(["archive"]);
        var step = register.Step("archive")!;
        (step.Title, step.After.Single(), step.By.Single(), step.AfterClose, step.Sets.Single().Field).ShouldBe(("归档", "finish", "clerk", true, "archive_number"));
        register.Clock("archiving")!.From.ShouldBe(["finish"]);
        register.Parameters["archive_days"].Value.ShouldBe(30L);
    }

    [Fact]
    public void OwnBasis_Given_WinsAndIsNotMarkedUnverified()
    {
        var register = SmallLaw.Load().OrThrow().Latest("remedy");

        register.Step("archive")!.Basis.Citations.Single().ShouldBe(new Citation("appeal-law-2023", "91"));
        register.Step("archive")!.Basis.Unverified.ShouldBeFalse();
        register.Parameters["archive_days"].Basis.Unverified.ShouldBeTrue();
    }

    [Fact]
    public void Items_Merged_StandWhereTheRegisterNamesThem_OthersFollow()
    {
        var register = SmallLaw.Load().OrThrow().Latest("remedy");

        register.Steps.Select(s => s.Id).ShouldBe(["assign", "archive", "finish"]);
        register.Fields.Select(f => f.Id).ShouldBe(["task", "appeal", "archive_number"]);
        register.Field("archive_number")!.Position.File.ShouldBe("shared/archive.yaml");
        register.Step("archive")!.Position.File.ShouldBe(Remedy);
    }

    [Fact]
    public void Columns_OfARowsField_AreMergedOneByOne()
    {
        var part = new LawFile("shared/papers.yaml", """
            title: 材料
            fields:
              papers: {title: 材料, type: rows, columns: {paper_name: {title: 名称, type: text, required: true}, paper_on: {title: 日期, type: date}}}
            steps:
              add_papers: {title: 补充材料, after: ~, by: clerk, repeat: true, adds: papers, basis: practice}
            """);
        var register = new LawFile(Remedy, RemedyText.Replace("uses: archive", "uses: [archive, papers]")
            .Replace("fields:\n", "fields:\n  papers: {columns: {paper_on: {required: true}, pages: {title: 页数, type: whole-number}}}\n")
            .Replace("steps:\n", "steps:\n  add_papers: {after: assign}\n"));

        var columns = SmallLaw.Load(part, register).OrThrow().Latest("remedy").Field("papers")!.Columns;

        columns.Select(c => (c.Id, c.Required)).ShouldBe([("paper_on", true), ("pages", false), ("paper_name", true)]);
    }

    [Fact]
    public void TwoParts_WithTheSameItem_AreRefused()
    {
        var part = new LawFile("shared/filing.yaml", "title: 装订\nfields:\n  archive_number: {title: 卷号, type: text}\n");

        var errors = SmallLaw.Load(part, new LawFile(Remedy, RemedyText.Replace("uses: archive", "uses: [archive, filing]"))).Errors;

        errors.ShouldContain(e => e.File == Remedy && e.Line == 4 && e.Message.Contains("“archive”和“filing”都有“archive_number”"));
    }

    [Fact]
    public void Overlay_OfARegisterThatUsesAPart_AppliesAfterIt()
    {
        var overlay = new LawFile("regions/coast/registers/disputes/remedy/2024-01-01.yaml", """
            extends: 2024-01-01
            statute: coast-appeal-rules-2023
            clocks:
              archiving: {limit: 10 days, basis: "16"}
            """);

        var clock = SmallLaw.Load(overlay).OrThrow().Latest("remedy").Clock("archiving")!;

        clock.Limits.Single().Limit.Amount.ShouldBe(10);
        clock.From.ShouldBe(["finish"]);
    }

    [Fact]
    public void Overlay_NamingAPart_IsRefused()
    {
        var overlay = new LawFile("regions/coast/registers/disputes/remedy/2024-01-01.yaml", "extends: 2024-01-01\nuses: archive\n");

        SmallLaw.Load(overlay).Errors.ShouldContain(e => e.File == overlay.Path && e.Line == 2 && e.Message.Contains("叠加层不能写“uses”"));
    }
}
