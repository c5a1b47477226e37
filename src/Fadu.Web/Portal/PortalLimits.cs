using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Fadu.Web.Portal;

/// <summary>How much somebody who is not signed in may ask for.</summary>
internal static class PortalLimits
{
    /// <summary>Name of the limit on checks.</summary>
    public const string Check = "portal-check";

    /// <summary>One request, in bytes.</summary>
    public const long RequestBytes = 24L * 1024 * 1024;

    /// <summary>One file, in bytes.</summary>
    public const long FileBytes = 20L * 1024 * 1024;

    /// <summary>Checks from one address in a minute.</summary>
    public const int ChecksPerMinute = 12;

    /// <summary>Opening the page is free; each check counts against its address.</summary>
    public static void Add(RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(Check, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter("check:" + context.Connection.RemoteIpAddress, _ => new() { PermitLimit = ChecksPerMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("open"));
    }
}
