using System.Data.Common;

namespace Fadu.Core.Storage;

/// <summary>Statements that go to the database together: one round trip where it can batch, one after the other where it cannot.</summary>
public sealed class SqlBatch(Database database)
{
    private readonly List<(string Sql, (string Name, object? Value)[] Parameters)> statements = [];

    /// <summary>Number of statements.</summary>
    public int Count => statements.Count;

    /// <summary>Adds a statement with its parameters.</summary>
    public void Add(string sql, params (string Name, object? Value)[] parameters) => statements.Add((sql, parameters));

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

        // One prepared command for each text: planning an insert of two hundred columns costs more than running it.
        var affected = 0;
        Dictionary<string, DbCommand> prepared = new(StringComparer.Ordinal);
        try
        {
            foreach (var (sql, parameters) in statements)
            {
                if (!prepared.TryGetValue(sql, out var command))
                {
                    prepared[sql] = command = connection.CreateCommand();
                    command.Transaction = transaction;
                    command.CommandText = sql;
                    Bind(command.Parameters, command.CreateParameter, parameters);
                }
                else
                {
                    for (var i = 0; i < parameters.Length; i++)
                    {
                        command.Parameters[i].Value = database.Value(parameters[i].Value);
                    }
                }

                affected += await command.ExecuteNonQueryAsync(cancel);
            }
        }
        finally
        {
            foreach (var command in prepared.Values)
            {
                await command.DisposeAsync();
            }
        }

        return affected;
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
