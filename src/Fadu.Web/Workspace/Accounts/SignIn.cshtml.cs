using Fadu.Core.Accounts;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Accounts;

/// <summary>Signing in.</summary>
[AllowAnonymous]
public sealed class SignInModel(AccountService accounts) : PageModel
{
    /// <summary>Page to go to afterwards.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>Login as typed.</summary>
    [BindProperty]
    public string? Login { get; set; }

    /// <summary>Password as typed.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Why it was refused.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Checks and signs in.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var result = await accounts.SignInAsync(Login?.Trim() ?? "", Password ?? "", HttpContext.Connection.RemoteIpAddress?.ToString(), HttpContext.RequestAborted);
        if (result is not SignInOutcome.Ok ok)
        {
            Refusal = ((SignInOutcome.Refused)result).Says;
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Page();
        }

        await HttpContext.SignInAsync(SessionCookie.PrincipalOf(ok.Account));
        return ok.Account.MustChange ? Redirect("/password") : LocalRedirect(Url.IsLocalUrl(From) ? From! : "/");
    }
}
