using Fadu.Core.Accounts;
using Fadu.Core.Offices;
using Fadu.Core.Storage;

namespace Fadu.Core.Districts;

/// <summary>An account to create, with its roles; scopes follow from the roles.</summary>
public sealed record NewAccount(string Login, string Name, string Office, string Password, IReadOnlyList<string> Roles, bool MustChange);

/// <summary>A certified enforcement officer.</summary>
public sealed record NewOfficer(string Certificate, string Name, string Office, DateOnly ValidUntil, string? Field);

/// <summary>Sets up a new store: schema, district, offices, officers, accounts.</summary>
public static class DistrictSetup
{
    /// <summary>Sets up an empty store, with its people, and opens it.</summary>
    /// <exception cref="StoreException">The store already belongs to a district.</exception>
    public static async Task<FaduSystem> OpenAsync(
        FaduOptions options, TimeProvider time, District district, IEnumerable<Office> offices, IEnumerable<NewAccount> accounts, IEnumerable<NewOfficer> officers, CancellationToken cancel = default)
    {
        await CreateAsync(options, district, offices, cancel);
        var system = await FaduSystem.OpenAsync(options, time, cancel);
        try
        {
            await AddPeopleAsync(system, accounts, officers, cancel);
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes the district into an empty store.</summary>
    /// <exception cref="StoreException">The store already belongs to a district.</exception>
    public static async Task CreateAsync(FaduOptions options, District district, IEnumerable<Office> offices, CancellationToken cancel = default)
    {
        Directory.CreateDirectory(options.Data);
        await using var database = Database.Open(options.Connection);
        await SchemaScripts.RunAsync(database, cancel);
        if (await District.ReadAsync(database, cancel) is { } existing)
        {
            throw new StoreException($"这个数据目录已属于{existing.Name}", "换一个目录，或者直接使用");
        }

        await database.WriteAsync(async (connection, transaction) =>
        {
            var batch = new SqlBatch(database);
            foreach (var office in offices)
            {
                OfficeDirectory.AddTo(batch, district.Region, office);
            }

            return await batch.ExecuteAsync(connection, transaction, cancel);
        }, cancel);

        // Last, so that an interrupted setup is not taken for a finished one.
        await district.WriteAsync(database, cancel);
    }

    /// <summary>Creates accounts and officers.</summary>
    private static Task AddPeopleAsync(FaduSystem system, IEnumerable<NewAccount> accounts, IEnumerable<NewOfficer> officers, CancellationToken cancel) =>
        system.Database.WriteAsync(async (connection, transaction) =>
        {
            var batch = new SqlBatch(system.Database);
            foreach (var fresh in accounts)
            {
                var account = new Account(
                    system.District.Region, fresh.Login, fresh.Login, fresh.Name, fresh.Office, null, fresh.MustChange, 0, null, system.Time.GetUtcNow(), "", true);
                system.Accounts.AddTo(batch, account, fresh.Password, fresh.Roles.Select(r => (r, ScopeOf(system, r))));
            }

            foreach (var officer in officers)
            {
                batch.Add("insert into officers(region, certificate, name, office, valid_until, field, active) values (@region, @certificate, @name, @office, @until, @field, @active)",
                    ("region", system.District.Region), ("certificate", officer.Certificate), ("name", officer.Name), ("office", officer.Office),
                    ("until", officer.ValidUntil), ("field", officer.Field), ("active", true));
            }

            return await batch.ExecuteAsync(connection, transaction, cancel);
        }, cancel);

    private static string ScopeOf(FaduSystem system, string role) =>
        system.Law.Current.Roles.Roles.TryGetValue(role, out var found) ? found.Scope : throw new StoreException($"没有角色“{role}”", "请查看 law/roles.yaml");
}
