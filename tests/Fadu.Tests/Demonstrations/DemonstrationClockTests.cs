using Fadu.Core;
using Fadu.Core.Replays;
using Fadu.Tests.Host;
using Fadu.Tests.Ledger;
using Microsoft.Data.Sqlite;

namespace Fadu.Tests.Demonstrations;

/// <summary>The calendar of the demonstration begins where its year ends, and goes on.</summary>
public sealed class DemonstrationClockTests : IAsyncLifetime
{
    private readonly FaduOptions options = new() { Data = Path.Combine(Path.GetTempPath(), "fadu_clock_" + Guid.NewGuid().ToString("N")), Law = LedgerStore.Law };

    [Fact]
    public async Task Demonstration_OpenedThreeDaysAfterItWasMade_IsThreeDaysFurther()
    {
        var clock = new FakeClock(new(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(8)));
        var begins = DemonstrationDistrict.Read(options).Today;
        await using (await DemonstrationDistrict.Read(options).InItsYear(clock).SetUpAsync(options, clock, []))
        {
        }

        clock.Advance(TimeSpan.FromDays(3));

        await using var system = await FaduSystem.OpenAsync(options, clock);
        system.Time.Today().ShouldBe(begins.AddDays(3));
        system.Time.Now().Hour.ShouldBe(10);
    }

    [Fact]
    public async Task DistrictOfItsOwn_HasTheClockOfEverybody()
    {
        var clock = new FakeClock(new(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(8)));
        await Demonstration.InitAsync(options, new("330399", "青川区人民政府", "青川区", [], false), "admin", clock);

        await using var system = await FaduSystem.OpenAsync(options, clock);
        system.Time.Today().ShouldBe(new(2026, 11, 22));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(options.Data, recursive: true);
        return Task.CompletedTask;
    }
}
