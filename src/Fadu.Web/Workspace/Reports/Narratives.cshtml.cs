using Fadu.Core.Reports;
using Fadu.Rules.Reports;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Reports;

/// <summary>Paragraphs asked of my office or role.</summary>
[Permission("reports.contribute")]
public sealed class NarrativesModel(ReportService reports, NarrativeService narratives, CurrentActor me) : PageModel
{
    /// <summary>What is asked, with its report and section.</summary>
    public IReadOnlyList<(Narrative Narrative, Report Report, ReportSection Section)> Asked { get; private set; } = [];

    /// <summary>Who is asked, in words.</summary>
    public string From(string office) => narratives.From(me.Value.Region, office);

    /// <summary>Lists.</summary>
    public async Task OnGetAsync()
    {
        var all = (await reports.AllAsync(me.Value.Region, HttpContext.RequestAborted)).ToDictionary(r => r.Id);
        Asked = [.. from narrative in await narratives.AskedOfAsync(me.Value, HttpContext.RequestAborted)
                    where all.ContainsKey(narrative.Report)
                    let report = all[narrative.Report]
                    let section = reports.Template(report).Parts.SelectMany(p => p.Sections).FirstOrDefault(s => s.Id == narrative.Section)
                    where section is not null
                    select (narrative, report, section!)];
    }
}
