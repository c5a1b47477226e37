using Fadu.Core.Districts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Portal;

/// <summary>What the pages of published matters share: they are there only where the district allows it.</summary>
[AllowAnonymous]
public abstract class PublishedPage(DistrictSettings settings) : PageModel
{
    /// <summary>What the district allows.</summary>
    protected DistrictSettings Settings { get; } = settings;

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await Settings.AllowsAsync(DistrictSettings.PortalPublications, HttpContext.RequestAborted))
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }
}
