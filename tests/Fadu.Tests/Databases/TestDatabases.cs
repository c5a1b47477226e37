using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Fadu.Tests.Databases;

/// <summary>Class fixture: an own empty database of each kind for a test class, removed at the end.</summary>
/// <remarks>PostgreSQL is the server named by <see cref="PostgresVariable"/>; where it is not set, tests marked <see cref="OnPostgresAttribute"/> show as skipped.</remarks>
public sealed class TestDatabases : IAsyncLifetime
{
    public const string PostgresVariable = "FADU_TEST_POSTGRES";

    private readonly string name = "fadu_test_" + Guid.NewGuid().ToString("N");
    private readonly SemaphoreSlim creating = new(1);
    private bool created;

    private string SqliteFile => Path.Combine(Path.GetTempPath(), name + ".db");

    /// <summary>Connection string of the class's own database.</summary>
    public async Task<string> ConnectionString(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            return new SqliteConnectionStringBuilder { DataSource = SqliteFile, ForeignKeys = true }.ToString();
        }

        await creating.WaitAsync();
        try
        {
            if (!created)
            {
                await OnServer($"create database {name}");
                created = true;
            }
        }
        finally
        {
            creating.Release();
        }

        return new NpgsqlConnectionStringBuilder(Server) { Database = name, IncludeErrorDetail = true }.ToString();
    }

    /// <summary>An open connection to the class's own database.</summary>
    public async Task<DbConnection> Open(DatabaseKind kind)
    {
        var text = await ConnectionString(kind);
        DbConnection connection = kind == DatabaseKind.Sqlite ? new SqliteConnection(text) : new NpgsqlConnection(text);
        await connection.OpenAsync();
        return connection;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(Path.GetTempPath(), name + ".db*"))
        {
            File.Delete(file);
        }

        if (created)
        {
            await OnServer($"drop database if exists {name} with (force)");
        }
    }

    internal static string? Server => Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } text ? text : null;

    private static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
