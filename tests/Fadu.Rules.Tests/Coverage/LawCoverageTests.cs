using Fadu.Rules.Coverage;
using Fadu.Rules.Measures;
using Fadu.Rules.Registers.Loading;

namespace Fadu.Rules.Tests.Coverage;

public sealed class LawCoverageTests
{
    [Fact]
    public void EveryComputableFigure_OfTheNineReports_HasAMeasureThatFits()
    {
        var law = LawLoader.Load(LawFolder.Definitions, []).OrThrow();
        var book = CoverageBook.Load(File.ReadAllText(Path.Combine(LawFolder.Root, "law", CoverageBook.Path))).OrThrow();
        var figures = PrintedFigure.Read(File.ReadAllText(Path.Combine(LawFolder.Root, "law", "replays", "figures.jsonl")));
        var check = new MeasureCheck(law.Measures, law.FindFacts);

        figures.Count(f => f.Computable).ShouldBe(602);
        CoverageCheck.Problems(book, figures, law, check.Request).ShouldBeEmpty();
    }
}
