using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Matters;

/// <summary>The form of one step of a matter.</summary>
[Permission("matters.record")]
public sealed class StepModel(LawStore law, MatterDetails details, StepForms forms, CurrentActor me) : PageModel
{
    /// <summary>The form.</summary>
    public StepFormView Form { get; private set; } = null!;

    /// <summary>Opens it.</summary>
    public async Task<IActionResult> OnGetAsync(long id, string step)
    {
        if (await FindAsync(id, step) is not var (matter, context, found))
        {
            return NotFound();
        }

        Form = await forms.OpenAsync(matter.Register, found, matter, context, me.Value, HttpContext.RequestAborted);
        if (!me.Value.MayDo(found, matter.State.Office, matter.State.Handler))
        {
            Form.Errors.Add(new("", $"您的角色不能办理“{found.Title}”，该环节由{law.RoleTitles(found.By)}办理。"));
        }

        return Page();
    }

    /// <summary>Records it.</summary>
    public async Task<IActionResult> OnPostAsync(long id, string step)
    {
        if (await FindAsync(id, step) is not var (matter, context, found))
        {
            return NotFound();
        }

        var (done, again) = await forms.TakeAsync(matter.Register, found, matter, context, me.Value, Request.Form, HttpContext.RequestAborted);
        if (done is not null)
        {
            TempData["Done"] = $"已办理“{found.Title}”{(done.Number is null ? "" : "，" + done.Number)}。";
            return Redirect($"/matters/{done.Id}");
        }

        Form = again!;
        Response.StatusCode = Form.Stale is not null ? StatusCodes.Status409Conflict : Form.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return Page();
    }

    /// <summary>Gives up what was left half-filled.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(long id, string step)
    {
        if (await FindAsync(id, step) is not var (matter, _, found))
        {
            return NotFound();
        }

        await forms.DiscardAsync(matter.Register, found, matter, me.Value, HttpContext.RequestAborted);
        TempData["Done"] = "草稿已放弃。";
        return Redirect($"/matters/{id}");
    }

    private async Task<(LoadedMatter Matter, ProcedureContext Context, Step Step)?> FindAsync(long id, string step) =>
        await details.FindAsync(me.Value, id, HttpContext.RequestAborted) is var (matter, context) && matter.Register.Step(step) is { By.Count: > 0 } found ? (matter, context, found) : null;
}
