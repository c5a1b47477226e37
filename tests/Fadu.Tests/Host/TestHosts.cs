using Fadu.Core;
using Fadu.Core.Districts;
using Fadu.Tests.Databases;
using Fadu.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace Fadu.Tests.Host;

/// <summary>Class fixture: the real host over an own store on each kind of database, made when a test first asks for it.</summary>
public sealed class TestHosts : IAsyncLifetime
{
    private readonly TestDatabases databases = new();
    private readonly Dictionary<DatabaseKind, TestHost> hosts = [];
    private readonly SemaphoreSlim making = new(1);
    private readonly string folder = Directory.CreateTempSubdirectory("fadu-host-").FullName;

    /// <summary>The host on a kind of database.</summary>
    public async Task<TestHost> On(DatabaseKind kind)
    {
        await making.WaitAsync();
        try
        {
            if (!hosts.TryGetValue(kind, out var host))
            {
                hosts[kind] = host = await StartAsync(kind);
            }

            return host;
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

    private async Task<TestHost> StartAsync(DatabaseKind kind)
    {
        var clock = new FakeClock(new(2026, 5, 20, 10, 0, 0, TimeSpan.FromHours(8)));
        var options = new FaduOptions
        {
            Data = Path.Combine(folder, kind.ToString()),
            Database = kind == DatabaseKind.Postgres ? await databases.ConnectionString(kind) : null,
            Law = Installation.Law,
        };
        await DistrictSetup.CreateAsync(options, TestDistrict.District, TestDistrict.Offices);
        var system = await FaduSystem.OpenAsync(options, clock);
        await DistrictSetup.AddPeopleAsync(system, TestDistrict.Accounts, TestDistrict.Officers);
        var app = FaduHost.Build(system, [], builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
        });
        await app.StartAsync();
        return new(system, app, clock);
    }
}
