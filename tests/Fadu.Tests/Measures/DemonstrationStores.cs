using Fadu.Core;
using Fadu.Core.Matters;
using Fadu.Core.Replays;
using Fadu.Tests.Databases;
using Fadu.Tests.Host;
using Fadu.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace Fadu.Tests.Measures;

[CollectionDefinition(Name)]
public sealed class DemonstrationCollection : ICollectionFixture<DemonstrationStores>
{
    public const string Name = "demonstration";
}

/// <summary>The demonstration year in small, with its host, on each kind of database; made when a test first asks for it.</summary>
public sealed class DemonstrationStores : IAsyncLifetime
{
    private const int Divide = 40;
    private readonly TestDatabases databases = new();
    private readonly Dictionary<DatabaseKind, DemonstrationStore> stores = [];
    private readonly SemaphoreSlim making = new(1);
    private readonly string folder = Directory.CreateTempSubdirectory("fadu-demonstration-").FullName;

    public async Task<DemonstrationStore> On(DatabaseKind kind)
    {
        await making.WaitAsync();
        try
        {
            return stores.TryGetValue(kind, out var store) ? store : stores[kind] = await MakeAsync(kind);
        }
        finally
        {
            making.Release();
        }
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var store in stores.Values)
        {
            await store.DisposeAsync();
        }

        await databases.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<DemonstrationStore> MakeAsync(DatabaseKind kind)
    {
        var clock = new FakeClock(new(2026, 5, 20, 10, 0, 0, TimeSpan.FromHours(8)));
        var options = new FaduOptions
        {
            Data = Path.Combine(folder, kind.ToString()),
            Database = kind == DatabaseKind.Postgres ? await databases.ConnectionString(kind) : null,
            Law = Installation.Law,
        };
        await Demonstration.CreateAsync(options, clock, Divide, null);
        var system = await FaduSystem.OpenAsync(options, clock);
        var app = FaduHost.Build(system, [], builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
        });
        await app.StartAsync();
        return new(system, app);
    }
}

/// <summary>A demonstration with its host.</summary>
public sealed class DemonstrationStore(FaduSystem system, WebApplication app) : IAsyncDisposable
{
    public FaduSystem System { get; } = system;

    public string Region => System.District.Region;

    /// <summary>Sees the whole district and may do everything.</summary>
    public Actor Everybody => Actor.System(Region);

    /// <summary>Sees one office.</summary>
    public Actor Of(string office) => new(Region, "of-" + office, "某人", office, [], ["measures.read", "findings.answer"], DataScope.OwnOffice, [office]);

    public async Task<Browser> As(string login)
    {
        var browser = new Browser(app.GetTestServer().CreateHandler());
        var page = await browser.Get("/sign-in");
        (await page.Submit("form", ("login", login), ("password", Demonstration.Password))).Status.ShouldBe(global::System.Net.HttpStatusCode.OK);
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await System.DisposeAsync();
    }
}
