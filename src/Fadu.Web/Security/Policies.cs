using Microsoft.AspNetCore.Authorization;

namespace Fadu.Web.Security;

/// <summary>A page or endpoint needs this permission; the table of roles says who holds it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PermissionAttribute(string permission) : AuthorizeAttribute("permission:" + permission)
{
    /// <summary>Permission.</summary>
    public string Permission { get; } = permission;
}

/// <summary>One requirement for all permissions; nothing is open that does not say so.</summary>
public sealed record PermissionRequirement(string Permission) : IAuthorizationRequirement;

/// <summary>Asks the actor of the request.</summary>
internal sealed class PermissionHandler(IHttpContextAccessor http) : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (http.HttpContext?.Features.Get<ActorFeature>()?.Actor.May(requirement.Permission) == true)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

/// <summary>Policies by name.</summary>
internal static class Policies
{
    /// <summary>Permissions that a page may ask for, as <c>law/roles.yaml</c> lists them.</summary>
    public static readonly string[] Permissions =
    [
        "matters.read", "matters.record", "matters.correct", "matters.import", "matters.export", "matters.move", "measures.read", "measures.define",
        "findings.read", "findings.handle", "findings.answer", "reports.read", "reports.compose", "reports.contribute", "reports.freeze", "reports.check",
        "law.read", "law.edit-parameters", "portal.publish", "personal-data.unmask", "accounts.manage", "grants.manage", "offices.manage", "audit.read",
        "ledger.verify", "backups.manage", "jobs.manage", "tokens.manage",
    ];

    public static void Add(AuthorizationOptions options)
    {
        var signedIn = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        options.DefaultPolicy = signedIn;
        options.FallbackPolicy = signedIn;
        foreach (var permission in Permissions)
        {
            options.AddPolicy("permission:" + permission, p => p.RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(permission)));
        }
    }
}
