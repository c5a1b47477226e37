using Fadu.Core;
using Fadu.Core.Replays;
using Fadu.Tests.Ledger;
using Microsoft.Data.Sqlite;

namespace Fadu.Tests.Demonstrations;

/// <summary>The whole demonstration year, made once for all tests that read it; a test that writes takes a store of its own.</summary>
/// <remarks><c>FADU_TEST_DEMO</c> names a folder that <c>fadu demo</c> has already filled: for work on one machine, where minutes count.</remarks>
public sealed class DemonstrationStore : IAsyncLifetime
{
    private readonly string? ready = Environment.GetEnvironmentVariable("FADU_TEST_DEMO");
    private FaduOptions options = null!;

    /// <summary>The opened store.</summary>
    public FaduSystem System { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        options = new() { Data = ready ?? Path.Combine(Path.GetTempPath(), "fadu_demo_" + Guid.NewGuid().ToString("N")), Law = LedgerStore.Law };
        if (ready is null)
        {
            await Demonstration.CreateAsync(options, TimeProvider.System, divide: 1, progress: null);
        }

        System = await FaduSystem.OpenAsync(options, TimeProvider.System);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await System.DisposeAsync();
        if (ready is null)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(options.Data, recursive: true);
        }
    }
}

/// <summary>Tests that share the demonstration year.</summary>
[CollectionDefinition(Name)]
public sealed class DemonstrationYear : ICollectionFixture<DemonstrationStore>
{
    public const string Name = "demonstration year";
}
