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
        foreach (var (number, sql) in Scripts(database).Where(s => s.Number > done))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            await connection.ExecuteAsync(sql, transaction: transaction);
            await connection.ExecuteAsync(MetaTable.Upsert, new { key = "schema", value = number.ToString(CultureInfo.InvariantCulture) }, transaction);
            await transaction.CommitAsync(cancel);
        }

        return done == 0;
    }

    /// <summary>The scripts of a database in order: <c>001.sql</c> for all, after it <c>001.sqlite.sql</c> for one.</summary>
    private static IEnumerable<(int Number, string Sql)> Scripts(Database database)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return from name in assembly.GetManifestResourceNames()
               let parts = name[(typeof(SchemaScripts).Namespace!.Length + ".Schema.".Length)..].Split('.')
               where parts is [_, "sql"] || parts is [_, var only, "sql"] && only == database.Name
               group (parts.Length, Sql: Read(assembly, name)) by int.Parse(parts[0], CultureInfo.InvariantCulture) into scripts
               orderby scripts.Key
               select (scripts.Key, Typed(database, string.Concat(scripts.OrderBy(s => s.Length).Select(s => s.Sql))));
    }

    private static string Typed(Database database, string sql) => database.SchemaTypes.Aggregate(sql, (all, type) => all.Replace($"{{{type.Key}}}", type.Value, StringComparison.Ordinal));

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
