using Fadu.Tests.Databases;
using Fadu.Tests.Host;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Fadu.Tests.Pages;

public sealed class RoutePolicyTests(TestHosts hosts) : IClassFixture<TestHosts>
{
    /// <summary>Open to everybody: signing in, what went wrong, whether the host lives, and what is published. Anything else that is open is a mistake.</summary>
    private static readonly string[] Open = ["sign-in", "error", "forbidden", "health"];

    /// <summary>For every account that is signed in, whatever its roles.</summary>
    private static readonly string[] SignedIn = ["", "sign-out", "password"];

    [Theory, OnSqlite]
    public async Task EveryRoute_HasItsPolicy(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        List<string> faults = [];
        foreach (var route in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var path = route.RoutePattern.RawText?.TrimStart('/') ?? "";
            var open = route.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            var policies = route.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).OfType<string>().ToList();
            var expected = Open.Contains(path) || path.StartsWith("portal", StringComparison.Ordinal) || path.StartsWith("verify", StringComparison.Ordinal) ? open
                : SignedIn.Contains(path) ? !open
                : !open && policies.Any(p => p.StartsWith("permission:", StringComparison.Ordinal));
            if (!expected)
            {
                faults.Add($"/{path}: {(open ? "open to everybody" : policies.Count == 0 ? "signed in, no permission" : string.Join(',', policies))}");
            }
        }

        faults.ShouldBeEmpty("每个页面都要有 [Permission]，或者列入本测试的公开页面");
    }
}
