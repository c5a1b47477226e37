using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Fadu.Core.Storage;

/// <summary>A query put together from fragments; values only ever go in as parameters, in the form the database wants.</summary>
public sealed class SqlQuery(Database database, DbTransaction? transaction = null)
{
    private readonly StringBuilder text = new();
    private readonly List<(string Name, object? Value)> parameters = [];

    /// <summary>The text so far.</summary>
    public string Text => text.ToString();

    /// <summary>Adds text.</summary>
    public SqlQuery Add(string sql)
    {
        text.Append(sql);
        return this;
    }

    /// <summary>Adds a value; returns its name for the text.</summary>
    public string Value(object? value)
    {
        var name = "q" + parameters.Count.ToString(CultureInfo.InvariantCulture);
        parameters.Add((name, value));
        return "@" + name;
    }

    /// <summary>Adds a fragment that brings its own parameters, in the form the database wants.</summary>
    public void Take(IReadOnlyDictionary<string, object> given)
    {
        foreach (var (name, value) in given)
        {
            if (!parameters.Exists(p => p.Name == name))
            {
                parameters.Add((name, value));
            }
        }
    }

    /// <summary>Adds values; returns <c>(@p1, @p2)</c>, never an empty list.</summary>
    public string Values(IEnumerable<object?> values) => $"({string.Join(", ", values.Select(Value).DefaultIfEmpty("null"))})";

    /// <summary>Reads all rows.</summary>
    public async Task<List<T>> ReadAsync<T>(DbConnection connection, Func<DbDataReader, T> read, CancellationToken cancel = default)
    {
        List<T> rows = [];
        await foreach (var row in StreamAsync(connection, read, cancel))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Reads row by row.</summary>
    public async IAsyncEnumerable<T> StreamAsync<T>(DbConnection connection, Func<DbDataReader, T> read, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var command = Command(connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            yield return read(reader);
        }
    }

    /// <summary>Reads one whole number.</summary>
    public async Task<long> NumberAsync(DbConnection connection, CancellationToken cancel = default)
    {
        await using var command = Command(connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancel) ?? 0L, CultureInfo.InvariantCulture);
    }

    private DbCommand Command(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Text;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = database.Value(value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
