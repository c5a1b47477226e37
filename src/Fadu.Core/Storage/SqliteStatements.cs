using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Fadu.Core.Storage;

/// <summary>Statements of one connection, prepared once and bound by place.</summary>
/// <remarks>The provider looks up each of two hundred parameters by its name at every execution and prepares anew for every command; for a batch that costs more than SQLite itself.</remarks>
internal sealed class SqliteStatements(SqliteConnection connection, Func<object?, object> form) : IDisposable
{
    private const int Most = 1_000;
    private readonly Dictionary<string, Prepared> prepared = new(StringComparer.Ordinal);

    /// <summary>Runs all statements; returns the rows affected.</summary>
    public int Execute(IEnumerable<SqlStatement> statements)
    {
        var affected = 0;
        var buffer = ArrayPool<byte>.Shared.Rent(16_384);
        try
        {
            foreach (var (sql, parameters) in statements)
            {
                var statement = Find(sql, parameters);
                for (var i = 0; i < parameters.Length; i++)
                {
                    Bind(statement.Handle, statement.Places[i], form(parameters[i].Value), ref buffer);
                }

                affected += Step(statement.Handle);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return affected;
    }

    public void Dispose()
    {
        foreach (var statement in prepared.Values)
        {
            statement.Handle.Dispose();
        }

        prepared.Clear();
    }

    private Prepared Find(string sql, (string Name, object? Value)[] parameters)
    {
        if (prepared.TryGetValue(sql, out var known) && known.Places.Length == parameters.Length)
        {
            return known;
        }

        if (prepared.Count >= Most)
        {
            Dispose();
        }

        Check(raw.sqlite3_prepare_v3(connection.Handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var handle));
        var places = Array.ConvertAll(parameters, p => raw.sqlite3_bind_parameter_index(handle, "@" + p.Name));
        return prepared[sql] = new(handle, places);
    }

    private int Step(sqlite3_stmt statement)
    {
        int result;
        do
        {
            result = raw.sqlite3_step(statement);
        }
        while (result == raw.SQLITE_ROW);

        if (result != raw.SQLITE_DONE)
        {
            // Reset gives the same code again; the message must be taken before it.
            try
            {
                Check(result);
            }
            finally
            {
                _ = raw.sqlite3_reset(statement);
            }
        }

        _ = raw.sqlite3_reset(statement);
        return raw.sqlite3_changes(connection.Handle);
    }

    private void Bind(sqlite3_stmt statement, int place, object value, ref byte[] buffer)
    {
        if (place == 0)
        {
            return;
        }

        Check(value switch
        {
            DBNull => raw.sqlite3_bind_null(statement, place),
            "" => raw.sqlite3_bind_text(statement, place, ""),
            string text => Text(statement, place, text, ref buffer),
            Utf8Text text => raw.sqlite3_bind_text(statement, place, text.Bytes.Span),
            long number => raw.sqlite3_bind_int64(statement, place, number),
            int number => raw.sqlite3_bind_int64(statement, place, number),
            double number => raw.sqlite3_bind_double(statement, place, number),
            byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(statement, place, 0),
            byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
            _ => throw new InvalidOperationException($"no SQLite form for {value.GetType().Name}"),
        });
    }

    private static int Text(sqlite3_stmt statement, int place, string text, ref byte[] buffer)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > buffer.Length)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = ArrayPool<byte>.Shared.Rent(most);
        }

        return raw.sqlite3_bind_text(statement, place, buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer)));
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, connection.Handle);
        }
    }

    private sealed record Prepared(sqlite3_stmt Handle, int[] Places);
}
