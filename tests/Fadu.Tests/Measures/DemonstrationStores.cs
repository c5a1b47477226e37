using Fadu.Core;
using Fadu.Core.Matters;
using Fadu.Core.Replays;
using Fadu.Tests.Host;
using Microsoft.AspNetCore.Builder;

namespace Fadu.Tests.Measures;

[CollectionDefinition(Name)]
public sealed class DemonstrationCollection : ICollectionFixture<DemonstrationStores>
{
    public const string Name = "demonstration";
}

/// <summary>The demonstration year in small, with its host.</summary>
public sealed class DemonstrationStores : HostFixture<DemonstrationStore>
{
    private const int Divide = 40;

    protected override async Task<FaduSystem> SetUpAsync(FaduOptions options, FakeClock clock)
    {
        await Demonstration.CreateAsync(options, clock, Divide, null);
        return await FaduSystem.OpenAsync(options, clock);
    }

    protected override DemonstrationStore Host(FaduSystem system, WebApplication app, FakeClock clock) => new(system, app, clock);
}

/// <summary>A demonstration with its host.</summary>
public sealed class DemonstrationStore(FaduSystem system, WebApplication app, FakeClock clock) : TestHost(system, app, clock, Demonstration.Password)
{
    public FaduSystem System => Store;

    public string Region => Store.District.Region;

    /// <summary>Sees the whole district and may do everything.</summary>
    public Actor Everybody => Actor.System(Region);

    /// <summary>Sees one office.</summary>
    public Actor Of(string office) => new(Region, "of-" + office, "某人", office, [], ["measures.read", "findings.answer"], DataScope.OwnOffice, [office]);
}
