using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Accounts;

/// <summary>Signing out; only by a form, so that no foreign page can do it.</summary>
public sealed class SignOutModel : PageModel
{
    /// <summary>Leads to the start page.</summary>
    public IActionResult OnGet() => Redirect("/");

    /// <summary>Ends the session.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync();
        return Redirect("/sign-in");
    }
}
