using Fadu.Core;
using Fadu.Core.Districts;
using Microsoft.AspNetCore.Builder;

namespace Fadu.Tests.Host;

/// <summary>Class fixture: hosts of the small district, without matters.</summary>
public class TestHosts : HostFixture<TestHost>
{
    protected override Task<FaduSystem> SetUpAsync(FaduOptions options, FakeClock clock) =>
        DistrictSetup.OpenAsync(options, clock, TestDistrict.District, TestDistrict.Offices, TestDistrict.Accounts, TestDistrict.Officers);

    protected override TestHost Host(FaduSystem system, WebApplication app, FakeClock clock) => new(system, app, clock, TestDistrict.Password);
}
