using Fadu.Core.Districts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Fadu.Web.Portal;

/// <summary>A page that is there only while the district allows it; otherwise it does not exist, and what was sent to it is not read.</summary>
/// <param name="setting">Key of a setting of <see cref="DistrictSettings"/>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowedByAttribute(string setting) : Attribute, IAsyncResourceFilter
{
    /// <inheritdoc/>
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var settings = context.HttpContext.RequestServices.GetRequiredService<DistrictSettings>();
        if (await settings.AllowsAsync(setting, context.HttpContext.RequestAborted))
        {
            await next();
        }
        else
        {
            context.Result = new NotFoundResult();
        }
    }
}
