using Fadu.Core.Accounts;
using Fadu.Core.Law;
using Fadu.Core.Offices;
using Fadu.Rules.Registers;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Administration;

/// <summary>Creating an account; its first password is shown once, in the answer to the form.</summary>
[Permission("accounts.manage")]
public sealed class NewAccountModel(AccountAdministration administration, LawStore law, OfficeDirectory offices, CurrentActor me) : PageModel
{
    /// <summary>Login.</summary>
    [BindProperty]
    public string? Login { get; set; }
    /// <summary>Name.</summary>
    [BindProperty]
    public string? Name { get; set; }
    /// <summary>Office.</summary>
    [BindProperty]
    public string? Office { get; set; }
    /// <summary>Mobile number.</summary>
    [BindProperty]
    public string? Mobile { get; set; }
    /// <summary>Roles.</summary>
    [BindProperty]
    public List<string> Roles { get; set; } = [];
    /// <summary>Why it was not created.</summary>
    public string? Refusal { get; private set; }
    /// <summary>First password.</summary>
    public string? TemporaryPassword { get; private set; }
    /// <summary>Offices to choose from.</summary>
    public IEnumerable<Office> Offices => offices.Of(me.Value.Region).Where(o => o.Active);
    /// <summary>Roles to choose from; none where roles may not be granted.</summary>
    public IEnumerable<Role> RoleBook => me.May("grants.manage") ? law.Current.Roles.Roles.Values : [];

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Creates it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        IReadOnlyList<string> roles = me.May("grants.manage") ? Roles : [];
        var outcome = await administration.CreateAsync(Login ?? "", Name ?? "", Office ?? "", Mobile, roles, me.Value, HttpContext.Connection.RemoteIpAddress?.ToString(), HttpContext.RequestAborted);
        (Refusal, TemporaryPassword, Login) = (outcome.Refusal, outcome.TemporaryPassword, Login?.Trim().ToLowerInvariant());
        return Page();
    }
}
