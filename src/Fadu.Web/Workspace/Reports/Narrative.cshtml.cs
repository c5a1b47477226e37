using Fadu.Core.Reports;
using Fadu.Rules.Reports;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Reports;

/// <summary>One paragraph: written and sent in by the office that is asked.</summary>
[Permission("reports.contribute")]
public sealed class NarrativeModel(ReportService reports, NarrativeService narratives, CurrentActor me) : PageModel
{
    /// <summary>Report.</summary>
    public Report Report { get; private set; } = null!;
    /// <summary>Section.</summary>
    public ReportSection Section { get; private set; } = null!;
    /// <summary>All versions, newest first.</summary>
    public IReadOnlyList<Narrative> History { get; private set; } = [];
    /// <summary>Newest version.</summary>
    public Narrative Newest => History[0];
    /// <summary>Text as typed, else as sent.</summary>
    public string Text { get; private set; } = "";
    /// <summary>Why it was not sent.</summary>
    public string? Problem { get; private set; }

    /// <summary>Opens it.</summary>
    public async Task<IActionResult> OnGetAsync(string id, string section, string office)
    {
        if (!await LoadAsync(id, section, office))
        {
            return NotFound();
        }

        Text = Newest.Text;
        return Page();
    }

    /// <summary>Sends it in.</summary>
    public async Task<IActionResult> OnPostAsync(string id, string section, string office, string? text, int seen)
    {
        if (!await LoadAsync(id, section, office))
        {
            return NotFound();
        }

        var outcome = await narratives.SubmitAsync(id, section, office, text ?? "", Section.Narrative!.Words, seen, me.Value, HttpContext.RequestAborted);
        if (outcome.Problem is null)
        {
            TempData["Done"] = "文字已报送。";
            return Redirect("/reports/narratives");
        }

        (Problem, Text) = (outcome.Problem, text ?? "");
        await LoadAsync(id, section, office);
        return Page();
    }

    private async Task<bool> LoadAsync(string id, string section, string office)
    {
        if (!narratives.MayWrite(me.Value, office) || await reports.FindAsync(me.Value.Region, id, HttpContext.RequestAborted) is not { } found
            || reports.Template(found).Parts.SelectMany(p => p.Sections).FirstOrDefault(s => s.Id == section && s.Narrative is not null) is not { } mine)
        {
            return false;
        }

        (Report, Section) = (found, mine);
        History = await narratives.HistoryAsync(me.Value.Region, id, section, office, HttpContext.RequestAborted);
        return History.Count > 0;
    }
}
