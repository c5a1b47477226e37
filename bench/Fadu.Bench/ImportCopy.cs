using System.Data.Common;
using System.Diagnostics;
using Dapper;
using Fadu.Core.Storage;
using Fadu.Rules.Registers;

namespace Fadu.Bench;

/// <summary>The rows of an import written once more by statements that never leave the database: what the writing alone costs.</summary>
internal static class ImportCopy
{
    private static readonly string[] Tables = ["entries", "matters", "search"];

    /// <summary>Copies entries, matters and facts of a register into empty tables with the same indexes; returns the number of matters.</summary>
    public static Task<int> RunAsync(BenchStore store, string register) => store.System.Database is SqliteDatabase ? SqliteAsync(store, register) : PostgresAsync(store, register);

    /// <summary>Into a store of its own; the search index of SQLite keeps no words to copy and is left out.</summary>
    private static async Task<int> SqliteAsync(BenchStore store, string register)
    {
        await using var empty = await BenchStore.CreateAsync(null, [new("gov", "青川区人民政府", "青", "government", null, 0, 1, true)]);
        await using var connection = await empty.System.Database.OpenAsync();
        await connection.ExecuteAsync("attach @path as from_store", new { path = Path.Combine(store.Folder, "fadu.db") });
        return await CopyAsync(connection, register, Tables.Where(t => t != "search"), "from_store", "main");
    }

    /// <summary>Into another schema of the same database: PostgreSQL cannot read from another one.</summary>
    private static async Task<int> PostgresAsync(BenchStore store, string register)
    {
        await using var connection = await store.System.Database.OpenAsync();
        await connection.ExecuteAsync("drop schema if exists bare cascade; create schema bare");
        foreach (var table in Tables.Append(FactTable.TableName(register)))
        {
            await connection.ExecuteAsync($"create table bare.{table} (like public.{table} including all)");
        }

        return await CopyAsync(connection, register, Tables, "public", "bare");
    }

    private static async Task<int> CopyAsync(DbConnection connection, string register, IEnumerable<string> tables, string from, string to)
    {
        var clock = Stopwatch.StartNew();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            foreach (var table in tables.Append(FactTable.TableName(register)))
            {
                var matters = $"select id from {from}.matters where register = @register";
                var which = table switch { "entries" => $"matter_id in ({matters})", "matters" => "register = @register", "search" => $"id in ({matters})", _ => "true" };
                await connection.ExecuteAsync($"insert into {to}.{table} select * from {from}.{table} where {which}", new { register }, transaction);
            }

            await transaction.CommitAsync();
        }

        var count = await connection.QuerySingleAsync<int>($"select count(*) from {to}.matters where register = @register", new { register });
        Console.WriteLine($"{"",-42} {count / clock.Elapsed.TotalSeconds,9:N0} rows/s without making the empty tables");
        return count;
    }
}
