using Fadu.Core.Accounts;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Accounts;

/// <summary>Changing one's own password; all other sessions of the account end.</summary>
[Authorize]
public sealed class PasswordModel(AccountService accounts, CurrentActor me) : PageModel
{
    /// <summary>Rules to show.</summary>
    public AccountRules Rules => accounts.Rules;
    /// <summary>Nothing else may be done before.</summary>
    public bool Must { get; private set; }
    /// <summary>What is wrong with the new password.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync() => Must = accounts.MustChange(await AccountAsync());

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostAsync(string? current, string? fresh, string? again)
    {
        var account = await AccountAsync();
        Must = accounts.MustChange(account);
        Faults = fresh != again ? ["两次输入的新密码不一样"] : await accounts.ChangePasswordAsync(account, current ?? "", fresh ?? "", cancel: HttpContext.RequestAborted);
        if (Faults.Count > 0)
        {
            return Page();
        }

        await HttpContext.SignInAsync(SessionCookie.PrincipalOf(await AccountAsync()));
        TempData["Done"] = "密码已修改，其他设备上的登录已退出";
        return Redirect("/");
    }

    private async Task<Account> AccountAsync() => await accounts.FindAsync(me.Value.Account, HttpContext.RequestAborted) ?? throw new InvalidOperationException("the account of the session is gone");
}
