using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Fadu.Core.Documents;
using Fadu.Core.Reports;
using Fadu.Tests.Demonstrations;
using Fadu.Tests.Ledger;

namespace Fadu.Tests.Reports;

/// <summary>The demonstration year is invented, its totals are those of a published report: each is found again where the composed report prints it.</summary>
[Collection(DemonstrationYear.Name)]
public sealed class PublishedFiguresTests(DemonstrationStore store)
{
    /// <summary>Number of the figure in the collection of published figures, what it says, and the figure of the report that must say the same.</summary>
    public static TheoryData<string, string, string> Published => new()
    {
        { "010", "22", "document.issued-level-government" },
        { "014", "250", "review.core" },
        { "016", "1500", "review.opinions" },
        { "018", "2599", "inspection.visits-domain-work_safety" },
        { "019", "569", "penalty.decided-domain-work_safety" },
        { "023", "14", "penalty.decided-domain-labour" },
        { "024", "424", "penalty.filed-domain-environment" },
        { "025", "319", "penalty.decided-domain-environment" },
        { "030", "180", "penalty.filed-domain-planning_land" },
        { "032", "15645", "penalty.filed" },
        { "033", "12021", "penalty.closed" },
        { "034", "394", "penalty.not_punished" },
        { "039", "58", "reconsideration.received" },
        { "040", "50", "reconsideration.accepted" },
        { "041", "43", "reconsideration.concluded" },
        { "042", "29", "reconsideration.concluded-result-uphold" },
        { "043", "4", "reconsideration.concluded-result-revoke" },
        { "044", "2", "reconsideration.concluded-result-confirm_unlawful" },
        { "045", "1", "reconsideration.concluded-result-reject_application" },
        { "046", "7", "reconsideration.concluded-result-withdrawn" },
        { "047", "14%", "reconsideration.correction_rate" },
        { "048", "240", "litigation.cases" },
        { "049", "46", "litigation.against_government" },
    };

    [Theory, MemberData(nameof(Published))]
    public async Task Report_OfTheDemonstrationYear_PrintsThePublishedFigure(string number, string printed, string figure)
    {
        var bookmarks = await BookmarksAsync();

        bookmarks.ShouldContainKey(FigureBookmark.NameOf(figure), $"002.1-{number}");
        bookmarks[FigureBookmark.NameOf(figure)].ShouldBe(printed, $"002.1-{number}");
        if (PublishedText(number) is { } text)
        {
            printed.ShouldBe(text, "the published figure itself");
        }
    }

    [Fact]
    public async Task Report_OfTheDemonstrationYear_HasABookmarkForEachFigure()
    {
        var composed = await ComposeAsync();
        var bookmarks = await BookmarksAsync();

        composed.Figures.Count.ShouldBeGreaterThan(100);
        composed.Figures.Select(f => f.Id).ShouldBeUnique();
        foreach (var figure in composed.Figures)
        {
            bookmarks[FigureBookmark.NameOf(figure.Id)].ShouldBe(figure.Printed, figure.Id);
        }
    }

    private async Task<ComposedReport> ComposeAsync()
    {
        var system = store.System;
        var report = await system.Reports.FindOrPlanAsync(system.District.Region, "county", 2024);
        return await system.Reports.ComposeAsync(report, system.District.Region, lists: false, placeholders: false);
    }

    private async Task<Dictionary<string, string>> BookmarksAsync()
    {
        using var stream = new MemoryStream();
        GbDocxWriter.Write((await ComposeAsync()).Document, stream);
        stream.Position = 0;
        using var document = WordprocessingDocument.Open(stream, false);
        return DocxBookmarks.Of(document.MainDocumentPart!.Document!.Body!);
    }

    private static string? PublishedText(string number)
    {
        var shared = Environment.GetEnvironmentVariable("FADU_SHARED") ?? Path.Combine(LedgerStore.Law, "..", "..", "shared");
        var path = Path.Combine(shared, "mission", "figures.jsonl");
        if (!File.Exists(path))
        {
            return null;
        }

        var line = File.ReadLines(path).Single(l => l.Contains($"\"id\": \"002.1-{number}\"", StringComparison.Ordinal));
        return JsonDocument.Parse(line).RootElement.GetProperty("text").GetString();
    }
}
