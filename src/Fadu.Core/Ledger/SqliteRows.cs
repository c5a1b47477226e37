using System.Text;
using Fadu.Rules.Ledger;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Fadu.Core.Ledger;

/// <summary>Reads rows from SQLite as the bytes that they are: hashes, payloads and states never become texts on the way to their check.</summary>
internal abstract class SqliteRows<TPage> : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly sqlite3_stmt statement;
    private readonly Utf8Names names = new();

    /// <param name="sql">A query with <c>@region</c>, <c>@after</c> and <c>@upto</c>, which are numbers of matters or places of the log.</param>
    protected SqliteRows(SqliteConnection connection, string sql, string region)
    {
        this.connection = connection;
        Check(raw.sqlite3_prepare_v3(connection.Handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
        Check(raw.sqlite3_bind_text(statement, raw.sqlite3_bind_parameter_index(statement, "@region"), region));
    }

    /// <summary>Adds the rows behind <paramref name="after"/> up to <paramref name="upTo"/> to a page.</summary>
    public void Read(long after, long upTo, TPage page)
    {
        Check(raw.sqlite3_bind_int64(statement, raw.sqlite3_bind_parameter_index(statement, "@after"), after));
        Check(raw.sqlite3_bind_int64(statement, raw.sqlite3_bind_parameter_index(statement, "@upto"), upTo));
        try
        {
            int result;
            while ((result = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                Add(page);
            }

            if (result != raw.SQLITE_DONE)
            {
                Check(result);
            }
        }
        finally
        {
            _ = raw.sqlite3_reset(statement);
        }
    }

    public void Dispose() => statement.Dispose();

    /// <summary>Adds the row at which the statement stands.</summary>
    protected abstract void Add(TPage page);

    protected bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    protected long Number(int column) => raw.sqlite3_column_int64(statement, column);

    protected ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    protected string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    /// <summary>A text that comes again and again.</summary>
    protected string Name(int column) => names.Of(Bytes(column));

    // A hash that cannot be read is a wrong hash: zero is no entry's.
    protected Digest Hash(int column) => Digest.TryParse(Bytes(column), out var digest) ? digest : default;

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, connection.Handle);
        }
    }
}

/// <summary>Reads the rows of matters as far as the ledger speaks of them.</summary>
internal sealed class SqliteMatters(SqliteConnection connection, string sql, string region) : SqliteRows<LedgerPage>(connection, sql, region)
{
    protected override void Add(LedgerPage page) => page.Matters[Number(0)] = new(Number(0), Name(1), (int)Number(2), Text(3), page.Keep(Bytes(4)), []);
}

/// <summary>Reads leaves of the log.</summary>
internal sealed class SqliteLeaves(SqliteConnection connection, string sql, string region) : SqliteRows<List<(long Position, Digest Hash)>>(connection, sql, region)
{
    protected override void Add(List<(long Position, Digest Hash)> page) => page.Add((Number(0), Hash(1)));
}
