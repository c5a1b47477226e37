using System.Text;
using Dapper;
using Fadu.Core.Storage;

namespace Fadu.Tests.Databases;

public sealed class LookUpTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private const string Matter = "region = @region and register = @register";
    private const string Imported = Matter + " and source = @source";

    [Theory, OnSqlite, OnPostgres]
    public async Task LookUp_ListOfKeys_FindsTheirRowsAlone(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);
        await using var connection = await database.OpenAsync();

        var found = await connection.QueryAsync<long>(
            database.LookUp("id", "matters", Imported, "external", "@keys"),
            new { region = "330399", register = "penalty", source = "执法系统", keys = database.List(["Z3", "Z9999", "Z1200", "N4"]) });

        found.Order().ShouldBe([3, 1200]);
    }

    /// <summary>A first import writes into tables of which nothing is known: a plan that read every row of the region for each group of keys would take ever longer.</summary>
    [Theory, OnPostgres("external", Imported), OnPostgres("number", Matter)]
    public async Task LookUp_TableWithoutStatistics_FindsEachKeyInItsIndex(DatabaseKind kind, string key, string where)
    {
        await using var database = await FilledAsync(kind);
        await using var connection = await database.OpenAsync();

        var plan = string.Join('\n', await connection.QueryAsync<string>(
            "explain " + database.LookUp("id", "matters", where, key, "@keys"),
            new { region = "330399", register = "penalty", source = "执法系统", keys = database.List(Enumerable.Range(1, 250).Select(i => $"Z{i}")) }));

        plan.Split('\n').ShouldContain(l => l.Contains("Index Cond", StringComparison.Ordinal) && l.Contains($"({key} = keys.key)", StringComparison.Ordinal), plan);
    }

    private async Task<Database> FilledAsync(DatabaseKind kind)
    {
        var database = Database.Open(kind == DatabaseKind.Sqlite ? Path.Combine(Directory.CreateTempSubdirectory("fadu-lookup-").FullName, "fadu.db") : await databases.ConnectionString(kind));
        await SchemaScripts.RunAsync(database);
        TableColumns matters = new(
            "matters", "region", "id", "register", "definition", "version", "office", "number", "title", "status", "opened_on", "imported", "source", "external", "head", "state", "changed_at");
        await database.WriteAsync(async (connection, transaction) =>
        {
            await connection.ExecuteAsync("delete from matters", transaction: transaction);
            SqlBatch batch = new(database);
            var day = new DateOnly(2024, 1, 2);
            for (var i = 1; i <= 3_000; i++)
            {
                batch.Insert(
                    matters, "330399", (long)i, "penalty", day, 5, "urban", $"N{i}", $"第{i}件", "open", day, true, "执法系统", $"Z{i}", new string('0', 64),
                    new Utf8Text(Encoding.UTF8.GetBytes(new string('a', 1_500))), new DateTimeOffset(2024, 1, 2, 0, 0, 0, TimeSpan.Zero));
            }

            return await batch.ExecuteAsync(connection, transaction);
        });
        return database;
    }
}
