using System.Collections.Immutable;
using Fadu.Core.Law;
using Fadu.Core.Offices;
using Fadu.Core.Reports;
using Fadu.Rules.Reports;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Reports;

/// <summary>All reports, and the beginning of a new one.</summary>
[Permission("reports.read")]
public sealed class ReportListModel(ReportService reports, LawStore law, OfficeDirectory offices, CurrentActor me, PageFormat format) : PageModel
{
    /// <summary>Reports, newest year first.</summary>
    public IReadOnlyList<Report> Reports { get; private set; } = [];
    /// <summary>Why none was begun.</summary>
    public string? Problem { get; private set; }
    /// <summary>Year proposed: the last one that is complete.</summary>
    public int Year { get; private set; }
    /// <summary>Templates to choose from.</summary>
    public IEnumerable<ReportTemplate> Templates => law.Current.ReportTemplates.Values;
    /// <summary>Offices to report on.</summary>
    public ImmutableArray<Office> Offices => offices.Of(me.Value.Region);
    /// <summary>Whether this actor writes reports.</summary>
    public bool MayCompose => me.May("reports.compose");

    /// <summary>Lists.</summary>
    public async Task OnGetAsync() => await LoadAsync(format.Today.Year - 1);

    /// <summary>Begins a report.</summary>
    public async Task<IActionResult> OnPostAsync(string template, int year, string? office)
    {
        var outcome = await reports.CreateAsync(template, year, office ?? "", me.Value, HttpContext.RequestAborted);
        if (outcome.Problem is null)
        {
            return Redirect($"/reports/{outcome.Id}");
        }

        Problem = outcome.Problem;
        await LoadAsync(year);
        return Page();
    }

    private async Task LoadAsync(int year)
    {
        Year = year;
        Reports = await reports.AllAsync(me.Value.Region, HttpContext.RequestAborted);
    }
}
