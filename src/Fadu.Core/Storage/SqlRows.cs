using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Fadu.Core.Storage;

/// <summary>Reads the rows of a query that Rules has written, one by one.</summary>
internal static class SqlRows
{
    /// <param name="transaction">In which it is read, or none.</param>
    public static async IAsyncEnumerable<object?[]> ReadAsync(
        DbConnection connection, DbTransaction? transaction, Rules.Measures.SqlQuery query, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = query.Text;
        foreach (var (name, value) in query.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            yield return row;
        }
    }
}
