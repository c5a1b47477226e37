namespace Fadu.Web.Security;

/// <summary>One line for each request to a page: who, what, how it ended, how long it took.</summary>
/// <remarks>Without query, form and cookies: they hold personal data and secrets. Files of the platform itself are left out.</remarks>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var start = time.GetTimestamp();
        await next(context);
        var path = context.Request.Path;
        if (!path.StartsWithSegments("/lib") && !path.StartsWithSegments("/css") && !path.StartsWithSegments("/js") && path != "/health")
        {
            Request(context.Request.Method, path, context.Response.StatusCode, (long)time.GetElapsedTime(start).TotalMilliseconds,
                context.Features.Get<ActorFeature>()?.Actor.Account ?? "-", FaultLog.NumberOf(context));
        }
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Path} {Status} {Milliseconds} ms {Account} {Number}")]
    private partial void Request(string method, string path, int status, long milliseconds, string account, string number);
}
