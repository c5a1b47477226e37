using Fadu.Rules.Coverage;
using Fadu.Rules.Registers.Loading;
using Fadu.Rules.Reports;

namespace Fadu.Rules.Tests.Coverage;

/// <summary>Each kind of report prints what the published reports of its kind print, over the report's own year and by the definition chosen for it.</summary>
public sealed class LawReportsTests
{
    [Theory]
    [InlineData("township", "001")]
    [InlineData("zone", "003")]
    [InlineData("county", "000", "002.1", "002.2", "002.3", "002.4", "002.5", "004")]
    public void Template_OfAKindOfReport_PrintsEveryComputableFigureOfThem(string template, params string[] reports)
    {
        var law = LawLoader.Load(LawFolder.Definitions, []).OrThrow();
        var book = CoverageBook.Load(File.ReadAllText(Path.Combine(LawFolder.Root, "law", CoverageBook.Path))).OrThrow();
        var figures = PrintedFigure.Read(File.ReadAllText(Path.Combine(LawFolder.Root, "law", "replays", "figures.jsonl")));
        var sections = law.ReportTemplates[template].Parts.SelectMany(p => p.Sections).ToList();
        var printed = sections.SelectMany(s => s.Figures).Where(f => f.Form is FigureForm.Value or FigureForm.Unit).Select(f => f.Request).ToHashSet();
        var split = sections.Where(s => s.Table?.Split is not null).SelectMany(s => s.Table!.Rows.Select(r => (r.Measure, s.Table.Split!))).ToHashSet();

        var missing = from figure in figures
                      where reports.Contains(figure.Report) && figure.Computable
                      let request = book.Entries[figure.Id].Request
                      where !printed.Contains(request) && !(request.Filters is [var only] && split.Contains((request.Measure, only.Field)))
                      select $"{figure.Id} {figure.MeaningZh}：{request}";

        missing.ShouldBeEmpty();
    }
}
