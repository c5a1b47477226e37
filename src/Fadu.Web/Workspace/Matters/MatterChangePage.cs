using Fadu.Core.Law;
using Fadu.Core.Matters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Matters;

/// <summary>A page that changes something about a matter beside its steps, for a reason, under the version that was seen.</summary>
public abstract class MatterChangePage(LawStore law) : PageModel
{
    /// <summary>The law in force.</summary>
    protected LawStore Definitions { get; } = law;
    /// <summary>The matter.</summary>
    public LoadedMatter Matter { get; protected set; } = null!;
    /// <summary>What is wrong.</summary>
    public string? Fault { get; protected set; }
    /// <summary>Typed.</summary>
    [BindProperty]
    public string? Reason { get; set; }
    /// <summary>Version of the matter that was shown.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>Says what came of it: where to go when it is done, else why not, with the input kept.</summary>
    /// <param name="what">The change as a verb, e.g. 转办.</param>
    protected IActionResult Answer(MatterOutcome outcome, string what, string done, string to)
    {
        switch (outcome)
        {
            case MatterOutcome.Recorded:
                TempData["Done"] = done;
                return Redirect(to);
            case MatterOutcome.Stale stale:
                Seen = stale.Version;
                ModelState.Clear();
                return Again($"没有{what}：您打开页面以后，{string.Join("、", stale.Changes.Select(c => $"{c.Who}办理了“{c.What}”"))}。仍需{what}的，再次提交即可。");
            case MatterOutcome.Refused refused:
                return Again(string.Join("", refused.Refusals.Select(r => MatterText.Of(Definitions, r))));
            default:
                return NotFound();
        }
    }

    /// <summary>Shows the form again with what is wrong.</summary>
    protected IActionResult Again(string fault)
    {
        Fault = fault;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
