using System.Data.Common;
using Dapper;
using Fadu.Core.Storage;
using Microsoft.AspNetCore.Authorization;

namespace Fadu.Web.Security;

/// <summary>Tells a load balancer whether this node can serve; says nothing that an outsider may not know.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/health", [AllowAnonymous] async (Database database, CancellationToken cancel) =>
        {
            try
            {
                await using var connection = await database.OpenAsync(cancel);
                await connection.QuerySingleAsync<string>("select value from meta where key = 'schema'");
                return Results.Json(new { status = "ok" });
            }
            catch (Exception e) when (e is DbException or IOException or TimeoutException)
            {
                return Results.Json(new { status = "database-unreachable" }, statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
}
