using Fadu.Core.Reports;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Reports;

/// <summary>Asks for confirmation before a report is frozen: everything that is still open is listed.</summary>
[Permission("reports.freeze")]
public sealed class FreezeModel(ReportService reports, ReportFreezer freezer, CurrentActor me) : PageModel
{
    /// <summary>Report.</summary>
    public Report Report { get; private set; } = null!;
    /// <summary>What is open.</summary>
    public OpenPoints Points { get; private set; } = null!;
    /// <summary>Number of figures.</summary>
    public int Figures { get; private set; }
    /// <summary>Why it was not frozen.</summary>
    public string? Problem { get; private set; }
    /// <summary>Reason as typed.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Lists what is open.</summary>
    public async Task<IActionResult> OnGetAsync(string id) => await LoadAsync(id) ? Page() : NotFound();

    /// <summary>Freezes.</summary>
    public async Task<IActionResult> OnPostAsync(string id, int seen, string? reason)
    {
        var outcome = await freezer.FreezeAsync(id, seen, reason ?? "", me.Value, HttpContext.RequestAborted);
        if (outcome.Problem is null)
        {
            TempData["Done"] = "报告已定稿。";
            return Redirect($"/reports/{id}/frozen/{outcome.Id}");
        }

        (Problem, Reason) = (outcome.Problem, reason ?? "");
        return await LoadAsync(id) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(string id)
    {
        if (await reports.FindAsync(me.Value.Region, id, HttpContext.RequestAborted) is not { } found)
        {
            return false;
        }

        Report = found;
        var composed = await reports.ComposeAsync(found, me.Value.Region, lists: false, placeholders: false, HttpContext.RequestAborted);
        (Points, Figures) = (await freezer.CheckAsync(composed, found, me.Value.Region, HttpContext.RequestAborted), composed.Figures.Count);
        return true;
    }
}
