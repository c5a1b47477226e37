using Fadu.Core.Lists;
using Fadu.Web.Security;
using Fadu.Web.Workspace.Matters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Workbench;

/// <summary>What ends on one day.</summary>
[Permission("matters.read")]
public sealed class DueModel(Fadu.Core.Lists.Workbench workbench, CurrentActor me, PageFormat format) : PageModel
{
    /// <summary>The day.</summary>
    public DateOnly On { get; private set; }
    /// <summary>Matters.</summary>
    public IReadOnlyList<FoundMatter> Matters { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(string? on)
    {
        On = TypedDay.Read(on ?? "") ?? format.Today;
        Matters = await workbench.ListAsync(WorkKind.Any, On, null, 200, me.Value, HttpContext.RequestAborted);
        return Page();
    }
}
