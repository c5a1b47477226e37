using Fadu.Core.Law;
using Fadu.Rules.Registers;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Matters;

/// <summary>The form that opens a matter.</summary>
[Permission("matters.record")]
public sealed class NewModel(LawStore law, StepForms forms, CurrentActor me, PageFormat format) : PageModel
{
    /// <summary>Version in force on the day of the act.</summary>
    public Register Register { get; private set; } = null!;
    /// <summary>The form, or null while there is a choice of opening steps.</summary>
    public StepFormView? Form { get; private set; }
    /// <summary>Ways to open a matter.</summary>
    public IEnumerable<Step> Openings => Register.Steps.Where(s => s.Opens);

    /// <summary>Opens it.</summary>
    public async Task<IActionResult> OnGetAsync(string id, string? step)
    {
        if (!law.Current.Has(id))
        {
            return NotFound();
        }

        Register = law.Opening(id, format.Today);
        var openings = Openings.ToList();
        if ((step is null && openings.Count == 1 ? openings[0] : openings.FirstOrDefault(s => s.Id == step)) is { } found)
        {
            Form = await forms.OpenAsync(Register, found, null, law.Context(Register), me.Value, HttpContext.RequestAborted);
            if (!me.Value.MayDo(found))
            {
                Form.Errors.Add(new("", $"您的角色不能办理“{found.Title}”，该环节由{law.RoleTitles(found.By)}办理。"));
            }
        }

        return Page();
    }

    /// <summary>Records it.</summary>
    public async Task<IActionResult> OnPostAsync(string id, string? step)
    {
        if (!law.Current.Has(id))
        {
            return NotFound();
        }

        Register = law.Opening(id, TypedDay.Read(Request.Form["on"].ToString()) ?? format.Today);
        var openings = Openings.ToList();
        if ((step is null && openings.Count == 1 ? openings[0] : openings.FirstOrDefault(s => s.Id == step)) is not { } found)
        {
            return NotFound();
        }

        var (done, again) = await forms.TakeAsync(Register, found, null, law.Context(Register), me.Value, Request.Form, HttpContext.RequestAborted);
        if (done is not null)
        {
            TempData["Done"] = $"已登记{(done.Number is null ? "" : "，编号" + done.Number)}。";
            return Redirect($"/matters/{done.Id}");
        }

        Form = again;
        Response.StatusCode = Form!.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return Page();
    }
    /// <summary>Gives up what was left half-filled.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(string id, string? step)
    {
        if (!law.Current.Has(id) || law.Current.Latest(id) is not { } register || register.Step(step ?? "") is not { } found)
        {
            return NotFound();
        }

        await forms.DiscardAsync(register, found, null, me.Value, HttpContext.RequestAborted);
        TempData["Done"] = "草稿已放弃。";
        return Redirect($"/registers/{id}");
    }
}
