using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace Fadu.Web.Security;

/// <summary>Writes an unexpected fault under the number that its page shows.</summary>
/// <remarks>Path, account and fault; never the query, the form or the cookies, because these hold names, passwords and sessions.</remarks>
public sealed partial class FaultLog(ILogger<FaultLog> log)
{
    /// <summary>Number of the fault of a request.</summary>
    public static string NumberOf(HttpContext context) => Activity.Current?.TraceId.ToString()[..12] ?? context.TraceIdentifier;

    /// <summary>Writes it down; called by the page that shows the number.</summary>
    public void Write(HttpContext context, IExceptionHandlerFeature fault) =>
        Fault(fault.Error, NumberOf(context), context.Request.Method, fault.Path, context.Features.Get<ActorFeature>()?.Actor.Account ?? "-");

    [LoggerMessage(LogLevel.Error, "fault {Number}: {Method} {Path} by {Account}")]
    private partial void Fault(Exception exception, string number, string method, string path, string account);
}
