using System.Globalization;
using System.Reflection;
using Dapper;

namespace Fadu.Core.Storage;

/// <summary>Brings a database to the present schema by its numbered scripts; each runs once, in its own transaction.</summary>
public static class SchemaScripts
{
    /// <summary>Runs what is missing; returns whether the database was new.</summary>
    public static async Task<bool> RunAsync(Database database, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        var columns = await database.ColumnsAsync(connection, "meta", cancel);
        var done = columns.Count == 0
            ? 0
            : int.Parse(await connection.QuerySingleAsync<string>("select value from meta where key = 'schema'"), CultureInfo.InvariantCulture);
        foreach (var (number, sql) in Scripts(database.Name).Where(s => s.Number > done))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            await connection.ExecuteAsync(sql, transaction: transaction);
            await connection.ExecuteAsync(
                "insert into meta(key, value) values ('schema', @value) on conflict (key) do update set value = excluded.value",
                new { value = number.ToString(CultureInfo.InvariantCulture) }, transaction);
            await transaction.CommitAsync(cancel);
        }

        return done == 0;
    }

    /// <summary>The scripts of a database in order.</summary>
    public static IReadOnlyList<(int Number, string Sql)> Scripts(string database)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. from name in assembly.GetManifestResourceNames()
                   where name.EndsWith($".{database}.sql", StringComparison.Ordinal)
                   let number = int.Parse(name.Split('.')[^3], CultureInfo.InvariantCulture)
                   orderby number
                   select (number, Read(assembly, name))];
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
