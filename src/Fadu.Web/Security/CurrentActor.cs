using System.Security.Claims;
using Fadu.Core.Accounts;
using Fadu.Core.Matters;

namespace Fadu.Web.Security;

/// <summary>The actor of a request.</summary>
internal sealed record ActorFeature(Actor Actor);

/// <summary>Gives pages the actor of the request.</summary>
public sealed class CurrentActor(IHttpContextAccessor http)
{
    /// <summary>The actor; only on pages that need sign-in.</summary>
    public Actor Value => OrNull ?? throw new InvalidOperationException("no actor: the page is open to everybody");

    /// <summary>The actor, or null on open pages; no further than the permission reaches that the page asks for.</summary>
    public Actor? OrNull => http.HttpContext is { } context && context.Features.Get<ActorFeature>()?.Actor is { } actor
        ? Policies.PermissionOf(context.GetEndpoint()) is { } permission ? actor.For(permission) : actor
        : null;

    /// <summary>Whether the actor holds a permission.</summary>
    public bool May(string permission) => OrNull?.May(permission) == true;
}

/// <summary>Loads the actor of a signed-in request; a session whose stamp is old has ended.</summary>
internal sealed class ActorMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, ActorService actors)
    {
        if (context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } account)
        {
            var session = await actors.OpenAsync(account, context.User.FindFirstValue("stamp"), context.RequestAborted);
            if (session is null)
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
            else
            {
                context.Features.Set(new ActorFeature(session.Actor));
                if (session.MustChangePassword && !Allowed(context.Request.Path))
                {
                    context.Response.Redirect("/password");
                    return;
                }
            }
        }

        await next(context);
    }

    // With a password that was handed over or is too old, one may change it or leave.
    private static bool Allowed(PathString path) => path == "/password" || path == "/sign-out" || path == "/error" || path == "/health";
}
