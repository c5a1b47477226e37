using Fadu.Core.Accounts;
using Fadu.Core.Law;
using Fadu.Rules.Registers;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Administration;

/// <summary>One account: its roles, its lock, its password.</summary>
[Permission("accounts.manage")]
public sealed class AccountModel(AccountAdministration administration, LawStore law, CurrentActor me) : PageModel
{
    /// <summary>Account.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";
    /// <summary>Why something is done.</summary>
    [BindProperty]
    public string? Reason { get; set; }
    /// <summary>Role to grant or revoke.</summary>
    [BindProperty]
    public string? Role { get; set; }
    /// <summary>The account as it is.</summary>
    public AccountRow? Row { get; private set; }
    /// <summary>Why something was not done.</summary>
    public string? Refusal { get; private set; }
    /// <summary>New password, shown once.</summary>
    public string? TemporaryPassword { get; private set; }
    /// <summary>Roles that it does not hold.</summary>
    public IEnumerable<Role> Grantable => law.Current.Roles.Roles.Values.Where(r => Row!.Grants.All(g => g.Role != r.Id));

    /// <summary>Title of a role.</summary>
    public string Title(string role) => law.RoleTitles([role]);

    /// <summary>Title of a scope.</summary>
    public string ScopeTitle(string scope) => law.Current.Roles.Scopes.GetValueOrDefault(scope, scope);

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>Stops it.</summary>
    public Task<IActionResult> OnPostDisableAsync() => DoAsync("账号已停用", (reason, from) => administration.SetActiveAsync(Id, false, reason, me.Value, from, HttpContext.RequestAborted));

    /// <summary>Allows it again.</summary>
    public Task<IActionResult> OnPostEnableAsync() => DoAsync("账号已启用", (reason, from) => administration.SetActiveAsync(Id, true, reason, me.Value, from, HttpContext.RequestAborted));

    /// <summary>Ends its lock.</summary>
    public Task<IActionResult> OnPostUnlockAsync() => DoAsync("锁定已解除", (reason, from) => administration.UnlockAsync(Id, reason, me.Value, from, HttpContext.RequestAborted));

    /// <summary>Gives a temporary password.</summary>
    public Task<IActionResult> OnPostResetAsync() => DoAsync("", (reason, from) => administration.ResetPasswordAsync(Id, reason, me.Value, from, HttpContext.RequestAborted));

    /// <summary>Gives a role.</summary>
    public Task<IActionResult> OnPostGrantAsync() => me.May("grants.manage")
        ? DoAsync("角色已授予", (reason, from) => administration.GrantAsync(Id, Role ?? "", reason, me.Value, from, HttpContext.RequestAborted))
        : Task.FromResult<IActionResult>(StatusCode(StatusCodes.Status403Forbidden));

    /// <summary>Takes a role away.</summary>
    public Task<IActionResult> OnPostRevokeAsync() => me.May("grants.manage")
        ? DoAsync("角色已收回", (reason, from) => administration.RevokeAsync(Id, Role ?? "", reason, me.Value, from, HttpContext.RequestAborted))
        : Task.FromResult<IActionResult>(StatusCode(StatusCodes.Status403Forbidden));

    private async Task<IActionResult> DoAsync(string done, Func<string, string?, Task<AccountOutcome>> act)
    {
        var outcome = await act(Reason?.Trim() ?? "", HttpContext.Connection.RemoteIpAddress?.ToString());
        if (outcome.Refusal is null && outcome.TemporaryPassword is null)
        {
            TempData["Done"] = done;
            return Redirect($"/admin/accounts/{Uri.EscapeDataString(Id)}");
        }

        (Refusal, TemporaryPassword) = (outcome.Refusal, outcome.TemporaryPassword);
        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        Row = (await administration.ListAsync(me.Value.Region, null, HttpContext.RequestAborted)).FirstOrDefault(r => r.Account.Id == Id);
        return Row is null ? NotFound() : Page();
    }
}
