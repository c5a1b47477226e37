using Fadu.Core.Reports;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Reports;

/// <summary>The matters behind a frozen figure, as frozen, each beside its present state.</summary>
[Permission("reports.read")]
public sealed class FrozenFigureModel(SnapshotStore snapshots, Restatement restatement, CurrentActor me) : PageModel
{
    /// <summary>The freeze.</summary>
    public SnapshotHead Head { get; private set; } = null!;
    /// <summary>What is shown.</summary>
    public FigureMatters View { get; private set; } = null!;

    /// <summary>Lists them.</summary>
    public async Task<IActionResult> OnGetAsync(string id, string snapshot, string figure, [FromQuery(Name = "page")] int number = 1)
    {
        var cancel = HttpContext.RequestAborted;
        if (await snapshots.FindAsync(me.Value.Region, snapshot, cancel) is not { } found || found.Head.Report != id || found.Figure(figure) is not { } shown)
        {
            return NotFound();
        }

        Head = found.Head;
        number = Math.Max(1, number);
        var restated = (await restatement.OfAsync(me.Value.Region, found with { Figures = [shown] }, cancel)).SingleOrDefault();
        var removed = restated?.Removed.Select(m => m.Matter).ToHashSet() ?? [];
        List<FigureMattersList> lists = [];
        foreach (var list in shown.Lists)
        {
            var all = (await snapshots.WithMattersAsync(me.Value.Region, list, cancel)).Matters;
            var page = all.Skip((number - 1) * FigureMatters.PageSize).Take(FigureMatters.PageSize).ToList();
            lists.Add(new(list, await snapshots.MattersAsync(me.Value, page, cancel), removed));
        }

        var added = restated is null ? [] : await snapshots.MattersAsync(me.Value, [.. restated.Added.Take(FigureMatters.PageSize)], cancel);
        View = new(shown, lists, restated, added, Frozen: true, number);
        return Page();
    }
}
