using System.Security.Cryptography;
using Fadu.Core.Districts;
using Fadu.Core.Offices;
using Fadu.Core.Storage;

namespace Fadu.Core.Replays;

/// <summary>An account of the demonstration, as printed at the end.</summary>
public sealed record DemonstrationAccount(string Login, string Name, IReadOnlyList<string> Titles);

/// <summary>Sets up the demonstration district, and empty districts.</summary>
public static class Demonstration
{
    /// <summary>Password of all accounts of the demonstration; it exists nowhere else.</summary>
    public const string Password = "Qinglan#2024";

    /// <summary>Accounts of the demonstration last created.</summary>
    public static IReadOnlyList<DemonstrationAccount> Accounts { get; private set; } = [];

    /// <summary>Whether a store is set up.</summary>
    public static async Task<bool> IsSetUpAsync(FaduOptions options, CancellationToken cancel = default)
    {
        Directory.CreateDirectory(options.Data);
        await using var database = Database.Open(options.Connection);
        await SchemaScripts.RunAsync(database, cancel);
        return await District.ReadAsync(database, cancel) is not null;
    }

    /// <summary>Sets up an empty district with one account; returns its first password.</summary>
    public static async Task<string> InitAsync(FaduOptions options, District district, string login, TimeProvider time, CancellationToken cancel = default)
    {
        var office = new Office("qzf", district.Name, district.Short[..1] + "政", "government", null, 0, 1, true);
        var password = "Fd" + Convert.ToHexString(RandomNumberGenerator.GetBytes(5)).ToLowerInvariant() + "#";
        await using var system = await DistrictSetup.OpenAsync(
            options, time, district, [office], [new(login, "账号管理员", office.Code, password, ["security-administrator"], true)], [], cancel);
        return password;
    }

    /// <summary>Sets up the demonstration district and runs its replay.</summary>
    /// <param name="divide">Makes only every so many-th matter.</param>
    public static async Task CreateAsync(FaduOptions options, TimeProvider time, int divide, Action<int, int>? progress, CancellationToken cancel = default)
    {
        var folder = Path.Combine(options.Law, "replays");
        var district = DemonstrationDistrict.Read(options).InItsYear(time);
        var replay = new ReplayReader(folder).Read("002.1", null, "demonstration");
        await using var system = await district.SetUpAsync(options, time, district.Accounts.Select(a => a with { Password = Password }), cancel);
        Accounts = [.. district.Accounts.Select(a => new DemonstrationAccount(a.Login, a.Name, [.. a.Roles.Select(r => system.Law.Current.Roles.Roles[r].Title)]))];
        var scaled = divide == 1 ? replay : replay with { Recipes = [.. replay.Recipes.Select(r => r with { Count = Math.Max(1, r.Count / divide) })] };
        await new ReplayRunner(system).RunAsync(scaled, district, progress, cancel);
        await DemonstrationFiles.StoreAsync(system, cancel);
    }
}
