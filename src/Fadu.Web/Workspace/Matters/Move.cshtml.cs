using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fadu.Web.Workspace.Matters;

/// <summary>变更适用版本: moves a matter under another version of its register.</summary>
[Permission("matters.move")]
public sealed class MoveModel(LawStore law, MatterDetails details, MatterService matters, CurrentActor me) : MatterChangePage(law)
{
    /// <summary>Versions to choose from, with what each would do to the clocks.</summary>
    public IReadOnlyList<(Register Version, IReadOnlyList<string> Clocks)> Versions { get; private set; } = [];
    /// <summary>Typed.</summary>
    [BindProperty]
    public string? Version { get; set; }

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
            return Again("请选择要适用的版本。");
        }

        if (Reason?.Trim() is not { Length: >= 4 } reason)
        {
            return Again("请写明变更理由（不少于4个字），例如新法的溯及规定。");
        }

        var outcome = await matters.MoveAsync(id, Seen, day, reason, me.Value, HttpContext.RequestAborted);
        return Answer(outcome, "变更", "已变更适用版本，期限按新版本重新推算。", $"/matters/{id}");
    }

    private async Task<bool> LoadAsync(long id)
    {
        if (await details.FindAsync(me.Value, id, HttpContext.RequestAborted) is not var (matter, context))
        {
            return false;
        }

        Matter = matter;
        var before = FactBuilder.Build(matter.Register, matter.State, context).Clocks;
        Versions = [.. Definitions.Current.Versions(matter.Register.Id).Where(v => v.InForce != matter.Register.InForce).Select(v => (v, (IReadOnlyList<string>)
            [.. ClockChanges.Of(before, FactBuilder.Build(v, matter.State with { Definition = v.InForce }, Definitions.Context(v) with { References = context.References }).Clocks, Definitions.Cite)]))];
        return true;
    }
}
