using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Shared;

/// <summary>Where a page without permission leads.</summary>
[AllowAnonymous]
public sealed class ForbiddenModel : PageModel
{
    /// <summary>Answers 403 with the error page.</summary>
    public IActionResult OnGet() => StatusCode(StatusCodes.Status403Forbidden);
}
