using Fadu.Core.Documents;
using Fadu.Core.Law;
using Fadu.Core.Reports;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Reports;

/// <summary>A frozen report as printed, and beside it what the records say now.</summary>
[Permission("reports.read")]
public sealed class FrozenModel(SnapshotStore snapshots, Restatement restatement, LawStore law, CurrentActor me) : PageModel
{
    /// <summary>The frozen report.</summary>
    public Snapshot Snapshot { get; private set; } = null!;
    /// <summary>The paper as HTML.</summary>
    public string Paper { get; private set; } = "";
    /// <summary>The chosen figure.</summary>
    public SourcePanel? Source { get; private set; }
    /// <summary>Figures that differ now, in value or in matters.</summary>
    public IReadOnlyList<RestatedFigure> Restated { get; private set; } = [];

    /// <summary>What happened to the matters behind a figure.</summary>
    public static string Moves(RestatedFigure r) => r.Gone ? "口径已不在制度库" : string.Join("，", new[]
    {
        r.Added.Count > 0 ? $"增加{r.Added.Count}件" : "", r.Removed.Count > 0 ? $"减少{r.Removed.Count}件" : "", r.Changed.Count > 0 ? $"变动{r.Changed.Count}件" : "",
    }.Where(t => t.Length > 0));

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string id, string snapshot, string? figure)
    {
        if (!await LoadAsync(id, snapshot))
        {
            return NotFound();
        }

        var all = await restatement.OfAsync(me.Value.Region, Snapshot, HttpContext.RequestAborted);
        Restated = [.. all.Where(r => r.Gone || r.Differs || r.Moved)];
        var path = $"/reports/{id}/frozen/{snapshot}";
        Paper = HtmlPreview.Render(Snapshot.Document, f => $"{path}?figure={Uri.EscapeDataString(f)}");
        Source = SourcePanel.Of(Snapshot.Figure(figure), $"{path}/figures/{figure}", all.FirstOrDefault(r => r.Frozen.Id == figure), law);
        return Page();
    }

    /// <summary>The DOCX: the same bytes each time.</summary>
    public async Task<IActionResult> OnGetDocxAsync(string id, string snapshot) =>
        await LoadAsync(id, snapshot) ? Download.Docx(Snapshot.Head.Title, file => GbDocxWriter.Write(Snapshot.Document, file)) : NotFound();

    /// <summary>The workbook of all figures.</summary>
    public async Task<IActionResult> OnGetXlsxAsync(string id, string snapshot) =>
        await LoadAsync(id, snapshot) ? Download.Xlsx(Snapshot.Head.Title + "数字表", file => FigureWorkbook.Write(Snapshot.Head.Title, Snapshot.Figures, file)) : NotFound();

    private async Task<bool> LoadAsync(string id, string snapshot)
    {
        if (await snapshots.FindAsync(me.Value.Region, snapshot, HttpContext.RequestAborted) is not { } found || found.Head.Report != id)
        {
            return false;
        }

        Snapshot = found;
        return true;
    }
}
