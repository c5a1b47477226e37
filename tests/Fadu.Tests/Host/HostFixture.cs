using Fadu.Core;
using Fadu.Rules.Calendar;
using Fadu.Tests.Databases;
using Fadu.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace Fadu.Tests.Host;

/// <summary>Fixture: a host over an own store on each kind of database, made when a test first asks for it.</summary>
public abstract class HostFixture<T> : IAsyncLifetime where T : TestHost
{
    private readonly TestDatabases databases = new();
    private readonly Dictionary<DatabaseKind, T> hosts = [];
    private readonly SemaphoreSlim making = new(1);
    private readonly string folder = Directory.CreateTempSubdirectory("fadu-host-").FullName;

    /// <summary>The host on a kind of database.</summary>
    public async Task<T> On(DatabaseKind kind)
    {
        await making.WaitAsync();
        try
        {
            return hosts.TryGetValue(kind, out var host) ? host : hosts[kind] = await StartAsync(kind);
        }
        finally
        {
            making.Release();
        }
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var host in hosts.Values)
        {
            await host.DisposeAsync();
        }

        await databases.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Fills an empty store and opens it.</summary>
    protected abstract Task<FaduSystem> SetUpAsync(FaduOptions options, FakeClock clock);

    /// <summary>The host of a store.</summary>
    protected abstract T Host(FaduSystem system, WebApplication app, FakeClock clock);

    private async Task<T> StartAsync(DatabaseKind kind)
    {
        var clock = new FakeClock(ChinaTime.At(new(2026, 5, 20), new(10, 0)));
        var system = await SetUpAsync(
            new()
            {
                Data = Path.Combine(folder, kind.ToString()),
                Database = kind == DatabaseKind.Postgres ? await databases.ConnectionString(kind) : null,
                Law = Installation.Law,
            },
            clock);
        var app = FaduHost.Build(system, [], builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
        });
        await app.StartAsync();
        return Host(system, app, clock);
    }
}
