using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace Fadu.Web.Security;

/// <summary>Writes an unexpected fault under the number that its page shows.</summary>
/// <remarks>Path, account and fault; never the query, the form or the cookies, because these hold names, passwords and sessions.</remarks>
internal sealed partial class FaultLog(ILogger<FaultLog> log) : IExceptionHandler
{
    /// <summary>Number of the fault of a request.</summary>
    public static string NumberOf(HttpContext context) => Activity.Current?.TraceId.ToString()[..12] ?? context.TraceIdentifier;

    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancel)
    {
        Fault(exception, NumberOf(context), context.Request.Method, context.Request.Path, context.Features.Get<ActorFeature>()?.Actor.Account ?? "-");
        return ValueTask.FromResult(false);
    }

    [LoggerMessage(LogLevel.Error, "fault {Number}: {Method} {Path} by {Account}")]
    private partial void Fault(Exception exception, string number, string method, string path, string account);
}
