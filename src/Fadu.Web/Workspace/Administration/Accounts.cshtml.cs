using Fadu.Core.Accounts;
using Fadu.Core.Law;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Administration;

/// <summary>All accounts of the district.</summary>
[Permission("accounts.manage")]
public sealed class AccountsModel(AccountAdministration administration, LawStore law, CurrentActor me) : PageModel
{
    /// <summary>Words to look for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }
    /// <summary>Accounts.</summary>
    public IReadOnlyList<AccountRow> Rows { get; private set; } = [];

    /// <summary>Title of a role.</summary>
    public string Title(string role) => law.RoleTitles([role]);

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync() => Rows = await administration.ListAsync(me.Value.Region, Words, HttpContext.RequestAborted);
}
