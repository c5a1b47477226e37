using System.Globalization;
using Dapper;
using Fadu.Core;
using Fadu.Core.Districts;
using Fadu.Core.Offices;
using Npgsql;

namespace Fadu.Bench;

/// <summary>A store of its own for one measurement, taken away afterwards.</summary>
internal sealed class BenchStore : IAsyncDisposable
{
    private readonly string folder;
    private readonly string? server;
    private readonly string database;
    private readonly bool kept;

    private BenchStore(string folder, string? server, string database, bool kept, FaduSystem system) => (this.folder, this.server, this.database, this.kept, System) = (folder, server, database, kept, system);

    public FaduSystem System { get; }

    /// <summary>Folder of the store.</summary>
    public string Folder => folder;

    /// <summary>SQLite, and PostgreSQL where a server is named.</summary>
    public static IEnumerable<string?> Servers
    {
        get
        {
            yield return null;
            if (Environment.GetEnvironmentVariable("FADU_TEST_POSTGRES") is { Length: > 0 } server)
            {
                yield return server;
            }
            else
            {
                Console.WriteLine("PostgreSQL: not measured, FADU_TEST_POSTGRES is not set");
            }
        }
    }

    public static async Task<BenchStore> CreateAsync(string? server, IEnumerable<Office> offices)
    {
        var folder = Directory.CreateTempSubdirectory("fadu-bench-").FullName;
        var database = "fadu_bench_" + Guid.NewGuid().ToString("N");
        if (server is not null)
        {
            await using var admin = new NpgsqlConnection(server);
            await admin.ExecuteAsync($"create database {database}");
        }

        var options = new FaduOptions { Data = folder, Law = Installation.Law, Database = server is null ? null : new NpgsqlConnectionStringBuilder(server) { Database = database, CommandTimeout = 0 }.ToString() };
        await DistrictSetup.CreateAsync(options, new("330399", "青川区人民政府", "青川区", [], false), offices);
        return new(folder, server, database, false, await FaduSystem.OpenAsync(options, TimeProvider.System));
    }

    /// <summary>A store that stays where it is: to measure again without filling it again.</summary>
    public static async Task<BenchStore> KeptAsync(string? server, string folder, IEnumerable<Office> offices, Func<FaduSystem, Task> fill)
    {
        var database = "fadu_bench_kept_" + Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(folder)))!.Replace('-', '_');
        var options = new FaduOptions { Data = folder, Law = Installation.Law, Database = server is null ? null : new NpgsqlConnectionStringBuilder(server) { Database = database, CommandTimeout = 0 }.ToString() };
        var filled = Path.Combine(folder, "filled");
        if (!File.Exists(filled))
        {
            if (server is not null)
            {
                await using var admin = new NpgsqlConnection(server);
                await admin.ExecuteAsync($"drop database if exists {database} with (force)");
                await admin.ExecuteAsync($"create database {database}");
            }

            await DistrictSetup.CreateAsync(options, new("330399", "青川区人民政府", "青川区", [], false), offices);
        }

        var system = await FaduSystem.OpenAsync(options, TimeProvider.System);
        if (!File.Exists(filled))
        {
            await fill(system);
            await File.WriteAllTextAsync(filled, "");
        }

        return new(folder, server, database, true, system);
    }

    /// <summary>How busy the machine is: figures taken beside other work say so.</summary>
    public static string Load => File.Exists("/proc/loadavg") ? $"load {string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3])}, {Environment.ProcessorCount} cores" : string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores");

    public async ValueTask DisposeAsync()
    {
        await System.DisposeAsync();
        if (kept)
        {
            return;
        }

        NpgsqlConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        if (server is not null)
        {
            await using var admin = new NpgsqlConnection(server);
            await admin.ExecuteAsync($"drop database {database} with (force)");
        }
    }
}
