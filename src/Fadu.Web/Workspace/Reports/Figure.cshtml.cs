using Fadu.Core.Reports;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Reports;

/// <summary>The matters behind a figure of a draft, as they are now.</summary>
[Permission("reports.read")]
public sealed class FigureModel(ReportService reports, SnapshotStore snapshots, CurrentActor me) : PageModel
{
    /// <summary>Report.</summary>
    public Report Report { get; private set; } = null!;
    /// <summary>What is shown.</summary>
    public FigureMatters View { get; private set; } = null!;

    /// <summary>Lists them.</summary>
    public async Task<IActionResult> OnGetAsync(string id, string figure, [FromQuery(Name = "page")] int number = 1)
    {
        var cancel = HttpContext.RequestAborted;
        if (await reports.FindAsync(me.Value.Region, id, cancel) is not { } found
            || (await reports.ComposeAsync(found, me.Value.Region, lists: true, placeholders: false, cancel)).Figure(figure) is not { } shown)
        {
            return NotFound();
        }

        Report = found;
        number = Math.Max(1, number);
        List<FigureMattersList> lists = [];
        foreach (var list in shown.Lists)
        {
            var page = list.Matters.Skip((number - 1) * FigureMatters.PageSize).Take(FigureMatters.PageSize).ToList();
            lists.Add(new(list, await snapshots.MattersAsync(me.Value, page, cancel), new HashSet<long>()));
        }

        View = new(shown, lists, null, [], Frozen: false, number);
        return Page();
    }
}
