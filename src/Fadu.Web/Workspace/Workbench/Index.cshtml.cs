using Fadu.Core.Law;
using Fadu.Core.Lists;
using Fadu.Core.Matters;
using Fadu.Web.Security;
using Fadu.Web.Workspace.Matters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Workbench;

/// <summary>What waits for the one who signs in.</summary>
public sealed class IndexModel(Fadu.Core.Lists.Workbench workbench, StepDrafts drafts, LawStore law, CurrentActor me) : PageModel
{
    private const int MostUrgent = 12;

    /// <summary>Numbers; null for accounts that handle no matters.</summary>
    public WorkbenchNumbers? Numbers { get; private set; }
    /// <summary>What ends first.</summary>
    public IReadOnlyList<FoundMatter> Urgent { get; private set; } = [];
    /// <summary>Forms left half-filled, with register, step and address.</summary>
    public IReadOnlyList<(StepDraft Draft, string Register, string Step, string Address)> Drafts { get; private set; } = [];
    /// <summary>Whose they are.</summary>
    public bool Todo { get; private set; }

    /// <summary>Reads everything.</summary>
    public async Task OnGetAsync()
    {
        if (!me.May("matters.read"))
        {
            return;
        }

        var actor = me.Value.For("matters.read");
        Numbers = await workbench.NumbersAsync(actor, HttpContext.RequestAborted);
        Drafts = [.. (await drafts.OfAsync(actor, null, HttpContext.RequestAborted)).Where(d => law.Current.Has(d.Register)).Select(d => (d, law.Current.Latest(d.Register).Title,
            law.Current.Versions(d.Register).Select(v => v.Step(d.Step)?.Title).FirstOrDefault(t => t is not null) ?? d.Step,
            StepFormView.AddressOf(d.Register, d.Step, d.Matter)))];
        Todo = Numbers.Numbers[WorkKind.Todo] > 0;
        Urgent = await workbench.ListAsync(Todo ? WorkKind.Todo : WorkKind.Overdue, null, null, MostUrgent, actor, HttpContext.RequestAborted);
    }
}
