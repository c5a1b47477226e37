using Fadu.Core.Documents;
using Fadu.Core.Law;
using Fadu.Core.Reports;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Reports;

/// <summary>A report as it will print; beside it where its figures come from, what the checker says, and who owes which paragraph.</summary>
[Permission("reports.read")]
public sealed class ReportModel(ReportService reports, NarrativeService narratives, ReportFreezer freezer, SnapshotStore snapshots, LawStore law, CurrentActor me) : PageModel
{
    /// <summary>Report.</summary>
    public Report Report { get; private set; } = null!;
    /// <summary>As composed now.</summary>
    public ComposedReport Composed { get; private set; } = null!;
    /// <summary>The paper as HTML.</summary>
    public string Paper { get; private set; } = "";
    /// <summary>The chosen figure.</summary>
    public SourcePanel? Source { get; private set; }
    /// <summary>What is open.</summary>
    public OpenPoints Points { get; private set; } = null!;
    /// <summary>Paragraphs.</summary>
    public IReadOnlyList<Narrative> Narratives { get; private set; } = [];
    /// <summary>Freezes.</summary>
    public IReadOnlyList<SnapshotHead> Snapshots { get; private set; } = [];
    /// <summary>Why something was refused.</summary>
    public string? Problem { get; private set; }
    /// <summary>Whether this actor writes reports.</summary>
    public bool MayCompose => me.May("reports.compose");

    /// <summary>Who is asked, in words.</summary>
    public string From(string office) => narratives.From(me.Value.Region, office);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string id, string? figure) => await LoadAsync(id, figure) ? Page() : NotFound();

    /// <summary>The DOCX.</summary>
    public async Task<IActionResult> OnGetDocxAsync(string id) =>
        await ComposedAsync(id) is { } composed ? Download.Docx(composed.Title + "（草稿）", file => GbDocxWriter.Write(composed.Document, file)) : NotFound();

    /// <summary>The workbook of all figures.</summary>
    public async Task<IActionResult> OnGetXlsxAsync(string id) =>
        await ComposedAsync(id) is { } composed ? Download.Xlsx(composed.Title + "（草稿）数字表", file => FigureWorkbook.Write(composed.Title + "（草稿）", composed.Figures, file)) : NotFound();

    /// <summary>Takes a paragraph.</summary>
    public Task<IActionResult> OnPostAcceptAsync(string id, string section, string office, int seen) =>
        ActAsync(id, narratives.AcceptAsync(id, section, office, seen, me.Value, HttpContext.RequestAborted), "文字已采用。");

    /// <summary>Sends a paragraph back.</summary>
    public Task<IActionResult> OnPostReturnAsync(string id, string section, string office, int seen, string? reason) =>
        ActAsync(id, narratives.ReturnAsync(id, section, office, reason ?? "", seen, me.Value, HttpContext.RequestAborted), "文字已退回修改。");

    private async Task<IActionResult> ActAsync(string id, Task<ReportOutcome> act, string done)
    {
        Problem = (await act).Problem;
        if (Problem is not null)
        {
            return await LoadAsync(id, null) ? Page() : NotFound();
        }

        TempData["Done"] = done;
        return Redirect($"/reports/{id}");
    }

    private async Task<ComposedReport?> ComposedAsync(string id) =>
        await reports.FindAsync(me.Value.Region, id, HttpContext.RequestAborted) is { } found
            ? await reports.ComposeAsync(found, me.Value.Region, lists: false, placeholders: false, HttpContext.RequestAborted) : null;

    private async Task<bool> LoadAsync(string id, string? figure)
    {
        var cancel = HttpContext.RequestAborted;
        if (await reports.FindAsync(me.Value.Region, id, cancel) is not { } found)
        {
            return false;
        }

        Report = found;
        Composed = await reports.ComposeAsync(found, me.Value.Region, lists: false, placeholders: true, cancel);
        Points = await freezer.CheckAsync(Composed, found, me.Value.Region, cancel);
        Paper = HtmlPreview.Render(Composed.Document, f => $"/reports/{id}?figure={Uri.EscapeDataString(f)}");
        Source = SourcePanel.Of(Composed.Figure(figure), $"/reports/{id}/figures/{figure}", null, law);
        Narratives = await narratives.OfAsync(me.Value.Region, id, cancel);
        Snapshots = await snapshots.OfAsync(me.Value.Region, id, cancel);
        return true;
    }
}
