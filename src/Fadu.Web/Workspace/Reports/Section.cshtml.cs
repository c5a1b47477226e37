using Fadu.Core.Reports;
using Fadu.Rules.Reports;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Reports;

/// <summary>The text of one section, with its figures as they are written, and its typed figures.</summary>
[Permission("reports.compose")]
public sealed class SectionModel(ReportService reports, CurrentActor me) : PageModel
{
    /// <summary>Report.</summary>
    public Report Report { get; private set; } = null!;
    /// <summary>Section of the template.</summary>
    public ReportSection Section { get; private set; } = null!;
    /// <summary>Text as typed, else as it stands.</summary>
    public string Text { get; private set; } = "";
    /// <summary>Why nothing was saved.</summary>
    public string? Problem { get; private set; }
    /// <summary>Title of the section.</summary>
    public string Title => Section.Title;
    /// <summary>Typed figures of the text as saved.</summary>
    public IEnumerable<string> Typed => ReportTextParser.Parse(Saved, []).Typed.Distinct();

    private string Saved => Report.Edits.Texts.GetValueOrDefault(Section.Id) ?? Section.Text?.Source ?? "";

    /// <summary>Opens it.</summary>
    public async Task<IActionResult> OnGetAsync(string id, string section)
    {
        if (!await LoadAsync(id, section))
        {
            return NotFound();
        }

        Text = Saved;
        return Page();
    }

    /// <summary>Saves the text.</summary>
    public async Task<IActionResult> OnPostAsync(string id, string section, string? text, int seen) =>
        await AnswerAsync(id, section, await reports.SaveTextAsync(id, section, text ?? "", seen, me.Value, HttpContext.RequestAborted), text);

    /// <summary>Saves a typed figure.</summary>
    public async Task<IActionResult> OnPostTypedAsync(string id, string section, string typed, string? value, int seen) =>
        await AnswerAsync(id, section, await reports.SaveTypedAsync(id, typed, value ?? "", seen, me.Value, HttpContext.RequestAborted), null);

    private async Task<IActionResult> AnswerAsync(string id, string section, ReportOutcome outcome, string? text)
    {
        if (!await LoadAsync(id, section))
        {
            return NotFound();
        }

        if (outcome.Problem is null)
        {
            TempData["Done"] = "已保存。";
            return Redirect($"/reports/{id}/sections/{section}");
        }

        (Problem, Text) = (outcome.Problem, text ?? Saved);
        return Page();
    }

    private async Task<bool> LoadAsync(string id, string section)
    {
        if (await reports.FindAsync(me.Value.Region, id, HttpContext.RequestAborted) is not { } found
            || reports.Template(found).Parts.SelectMany(p => p.Sections).FirstOrDefault(s => s.Id == section) is not { } mine)
        {
            return false;
        }

        (Report, Section) = (found, mine);
        return true;
    }
}
