using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Matters;

/// <summary>变更适用版本: moves a matter under another version of its register.</summary>
[Permission("matters.move")]
public sealed class MoveModel(LawStore law, MatterDetails details, MatterService matters, CurrentActor me) : PageModel
{
    /// <summary>The matter.</summary>
    public LoadedMatter Matter { get; private set; } = null!;
    /// <summary>Versions to choose from, with what each would do to the clocks.</summary>
    public IReadOnlyList<(Register Version, IReadOnlyList<string> Clocks)> Versions { get; private set; } = [];
    /// <summary>What is wrong.</summary>
    public string? Fault { get; private set; }
    /// <summary>Typed.</summary>
    [BindProperty]
    public string? Version { get; set; }
    /// <summary>Typed.</summary>
    [BindProperty]
    public string? Reason { get; set; }
    /// <summary>Version of the matter that was shown.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>Opens it.</summary>
    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Seen = Matter.Version;
        return Page();
    }

    /// <summary>Moves it.</summary>
    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (TypedDay.Read(Version ?? "") is not { } day || Versions.All(v => v.Version.InForce != day))
        {
            Fault = "请选择要适用的版本。";
        }
        else if (Reason?.Trim() is not { Length: >= 4 })
        {
            Fault = "请写明变更理由（不少于4个字），例如新法的溯及规定。";
        }
        else
        {
            switch (await matters.MoveAsync(id, Seen, day, Reason.Trim(), me.Value, HttpContext.RequestAborted))
            {
                case MatterOutcome.Recorded:
                    TempData["Done"] = "已变更适用版本，期限按新版本重新推算。";
                    return Redirect($"/matters/{id}");
                case MatterOutcome.Stale stale:
                    Fault = $"没有变更：您打开页面以后，{string.Join("、", stale.Changes.Select(c => $"{c.Who}办理了“{c.What}”"))}。仍需变更的，再次提交即可。";
                    Seen = stale.Version;
                    ModelState.Clear();
                    break;
                case MatterOutcome.Refused refused:
                    Fault = string.Join("", refused.Refusals.Select(r => MatterText.Of(law, r)));
                    break;
                default:
                    return NotFound();
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> LoadAsync(long id)
    {
        if (await details.FindAsync(me.Value, id, HttpContext.RequestAborted) is not var (matter, context))
        {
            return false;
        }

        Matter = matter;
        var before = FactBuilder.Build(matter.Register, matter.State, context).Clocks;
        Versions = [.. law.Current.Versions(matter.Register.Id).Where(v => v.InForce != matter.Register.InForce).Select(v => (v, (IReadOnlyList<string>)
            [.. ClockChanges.Of(before, FactBuilder.Build(v, matter.State with { Definition = v.InForce }, law.Context(v) with { References = context.References }).Clocks, law.Cite)]))];
        return true;
    }
}
