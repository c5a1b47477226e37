using DocumentFormat.OpenXml.Packaging;
using Fadu.Core;
using Fadu.Core.Documents;
using Fadu.Core.Replays;
using Fadu.Core.Reports;
using Fadu.Rules.Coverage;
using Fadu.Rules.Reports;
using Fadu.Tests.Ledger;
using Microsoft.Data.Sqlite;

namespace Fadu.Tests.Reports;

/// <summary>From the matters of a published report its own kind of report is composed: what the report printed stands in the document again.</summary>
public sealed class ReplayedReportTests
{
    /// <summary>Report, template, and figures that the report counts over another period or by another definition than a report of the year.</summary>
    public static TheoryData<string, string, string[]> Reports => new()
    {
        { "001", "township", ["001-034"] },
        { "003", "zone", [] },
    };

    [Theory, MemberData(nameof(Reports))]
    public async Task Report_OfAReplay_PrintsEveryReproducedFigure(string report, string template, string[] otherwise)
    {
        var options = new FaduOptions { Data = Directory.CreateTempSubdirectory("fadu-replay-").FullName, Law = LedgerStore.Law };
        try
        {
            var replay = new ReplayReader(Path.Combine(options.Law, "replays")).Read(report);
            await ReplayComparison.FillAsync(options, replay, TimeProvider.System, null);
            await using var system = await FaduSystem.OpenAsync(options, TimeProvider.System);
            var reproduced = (await ReplayComparison.CompareAsync(system, replay, CoverageFiles.Read(options.Law))).Where(c => c.Agrees == true).ToList();
            var composed = await system.Reports.ComposeAsync(await system.Reports.FindOrPlanAsync(system.District.Region, template, replay.Year), system.District.Region, lists: false, placeholders: false);
            var bookmarks = Bookmarks(composed);

            reproduced.Count.ShouldBeGreaterThan(30);
            foreach (var (printed, entry, _, _, _) in reproduced)
            {
                var figure = composed.Figures.FirstOrDefault(f => f.Form is FigureForm.Value or FigureForm.Unit && f.Reference == entry.Request.ToString());
                figure.ShouldNotBeNull($"{printed.Id} {printed.MeaningZh}：模板 {template} 没有 {entry.Request}");
                bookmarks[FigureBookmark.NameOf(figure.Id)].ShouldBe(figure.Printed, printed.Id);
                if (otherwise.Contains(printed.Id))
                {
                    continue;
                }

                FigureAgreement.Holds(printed, figure.Value).ShouldBe(true, $"{printed.Id} {printed.MeaningZh}：原文 {printed.Text}，报告 {figure.Printed}");
                if (printed.Approx is null && char.IsAsciiDigit(printed.Text[0]))
                {
                    figure.Printed.ShouldBe(printed.Unit is "万元" or "亿元" ? printed.Text + printed.Unit : printed.Text, printed.Id);
                }
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(options.Data, recursive: true);
        }
    }

    private static Dictionary<string, string> Bookmarks(ComposedReport composed)
    {
        using var stream = new MemoryStream();
        GbDocxWriter.Write(composed.Document, stream);
        stream.Position = 0;
        using var document = WordprocessingDocument.Open(stream, false);
        return DocxBookmarks.Of(document.MainDocumentPart!.Document!.Body!);
    }
}
