using System.Globalization;
using Fadu.Core.Law;
using Fadu.Rules.Registers;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Administration;

/// <summary>Values that the district may set, with their basis and their history.</summary>
[Permission("law.edit-parameters")]
public sealed class ParametersModel(ParameterService parameters, LawStore law, CurrentActor me) : PageModel
{
    private IReadOnlyList<ParameterChange> history = [];
    private (string Register, string Parameter, string? Value, string? Reason) typed;

    /// <summary>Registers with parameters.</summary>
    public IEnumerable<Register> Registers => law.Current.Newest.Where(r => r.Parameters.Count > 0);
    /// <summary>Why it was not changed.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Changes of one parameter, newest first.</summary>
    public IReadOnlyList<ParameterChange> HistoryOf(string register, string parameter) => [.. history.Where(h => h.Register == register && h.Parameter == parameter)];

    /// <summary>Value as text.</summary>
    public string Text(Parameter parameter) => parameter.Value is bool yes ? yes ? "是" : "否" : Convert.ToString(parameter.Value, CultureInfo.InvariantCulture) ?? "";

    /// <summary>Basis in words.</summary>
    public string Cite(Basis basis) => law.Cite(basis);

    /// <summary>What was typed and refused.</summary>
    public string? Typed(string register, string parameter) => (typed.Register, typed.Parameter) == (register, parameter) ? typed.Value : null;

    /// <summary>Reason that was typed with a refused value.</summary>
    public string? TypedReason(string register, string parameter) => (typed.Register, typed.Parameter) == (register, parameter) ? typed.Reason : null;

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync() => history = await parameters.HistoryAsync(me.Value.Region, HttpContext.RequestAborted);

    /// <summary>Changes one.</summary>
    public async Task<IActionResult> OnPostAsync(string? register, string? parameter, string? value, string? reason)
    {
        Refusal = await parameters.ChangeAsync(register ?? "", parameter ?? "", value ?? "", reason ?? "", me.Value, HttpContext.Connection.RemoteIpAddress?.ToString(), HttpContext.RequestAborted);
        if (Refusal is null)
        {
            TempData["Done"] = "参数已改动并生效";
            return Redirect($"/admin/parameters#{register}-{parameter}");
        }

        typed = (register ?? "", parameter ?? "", value, reason);
        history = await parameters.HistoryAsync(me.Value.Region, HttpContext.RequestAborted);
        return Page();
    }
}
