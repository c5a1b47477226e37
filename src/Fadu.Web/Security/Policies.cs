using Microsoft.AspNetCore.Authorization;

namespace Fadu.Web.Security;

/// <summary>A page or endpoint needs this permission; the table of roles says who holds it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PermissionAttribute(string permission) : AuthorizeAttribute(Policies.Prefix + permission)
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
    /// <summary>What the name of a policy begins with; the permission follows.</summary>
    public const string Prefix = "permission:";

    /// <summary>Permissions that a page may ask for, as <c>law/roles.yaml</c> lists them.</summary>
    public static readonly string[] Permissions =
    [
        "matters.read", "matters.record", "matters.correct", "matters.import", "matters.export", "matters.move", "measures.read", "measures.define",
        "findings.read", "findings.handle", "findings.answer", "reports.read", "reports.compose", "reports.contribute", "reports.freeze", "reports.check",
        "law.read", "law.edit-parameters", "portal.publish", "personal-data.unmask", "accounts.manage", "grants.manage", "offices.manage", "audit.read",
        "ledger.verify", "backups.manage", "jobs.manage", "tokens.manage",
    ];

    /// <summary>The permission that an endpoint asks for; none where it asks for none.</summary>
    public static string? PermissionOf(Endpoint? endpoint) => endpoint?.Metadata.GetOrderedMetadata<IAuthorizeData>()
        .Select(a => a.Policy).FirstOrDefault(p => p?.StartsWith(Prefix, StringComparison.Ordinal) == true)?[Prefix.Length..];

    public static void Add(AuthorizationOptions options)
    {
        var signedIn = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        options.DefaultPolicy = signedIn;
        options.FallbackPolicy = signedIn;
        foreach (var permission in Permissions)
        {
            options.AddPolicy(Prefix + permission, p => p.RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(permission)));
        }
    }
}
