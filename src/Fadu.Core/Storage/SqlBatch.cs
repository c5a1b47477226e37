using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Fadu.Core.Storage;

/// <summary>Statements that go to the database together: one round trip where it can batch, one after the other where it cannot.</summary>
public sealed class SqlBatch(Database database)
{
    private readonly List<(string Sql, (string Name, object? Value)[] Parameters)> statements = [];

    /// <summary>Number of statements.</summary>
    public int Count => statements.Count;

    /// <summary>Adds a statement with its parameters.</summary>
    public void Add(string sql, params (string Name, object? Value)[] parameters) => statements.Add((sql, parameters));

    /// <summary>Forgets all statements, after they were run.</summary>
    public void Clear() => statements.Clear();

    /// <summary>Runs all statements; returns the rows affected by each.</summary>
    public async Task<int> ExecuteAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancel = default)
    {
        if (statements.Count == 0)
        {
            return 0;
        }

        if (connection.CanCreateBatch)
        {
            await using var batch = connection.CreateBatch();
            batch.Transaction = transaction;
            foreach (var (sql, parameters) in statements)
            {
                var command = batch.CreateBatchCommand();
                command.CommandText = sql;
                Bind(command.Parameters, command.CreateParameter, parameters);
                batch.BatchCommands.Add(command);
            }

            return await batch.ExecuteNonQueryAsync(cancel);
        }

        return database is SqliteDatabase sqlite ? sqlite.Execute((SqliteConnection)connection, statements) : throw new InvalidOperationException($"{database.Name} cannot batch");
    }

    private void Bind(DbParameterCollection target, Func<DbParameter> create, (string Name, object? Value)[] parameters)
    {
        foreach (var (name, value) in parameters)
        {
            var parameter = create();
            parameter.ParameterName = name;
            parameter.Value = database.Value(value);
            target.Add(parameter);
        }
    }
}
