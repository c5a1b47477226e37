using System.Globalization;
using System.Text;
using Fadu.Rules.Ledger;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Fadu.Core.Ledger;

/// <summary>Reads entries from SQLite as the bytes that they are: hashes and payloads never become texts on the way to their check.</summary>
internal sealed class SqliteEntries : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly string region;
    private readonly sqlite3_stmt statement;
    private readonly Utf8Names names = new();

    public SqliteEntries(SqliteConnection connection, string sql, string region)
    {
        (this.connection, this.region) = (connection, region);
        Check(raw.sqlite3_prepare_v3(connection.Handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
        Check(raw.sqlite3_bind_text(statement, raw.sqlite3_bind_parameter_index(statement, "@region"), region));
    }

    /// <summary>Adds the entries of the matters behind <paramref name="after"/> up to <paramref name="upTo"/>.</summary>
    public void Read(long after, long upTo, List<StoredEntry> entries)
    {
        Check(raw.sqlite3_bind_int64(statement, raw.sqlite3_bind_parameter_index(statement, "@after"), after));
        Check(raw.sqlite3_bind_int64(statement, raw.sqlite3_bind_parameter_index(statement, "@upto"), upTo));
        try
        {
            var (matter, name) = (long.MinValue, "");
            int result;
            while ((result = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                if (raw.sqlite3_column_int64(statement, 0) is var id && id != matter)
                {
                    (matter, name) = (id, id.ToString(CultureInfo.InvariantCulture));
                }

                entries.Add(Entry(matter, name));
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

    private StoredEntry Entry(long matter, string name)
    {
        var entry = new LedgerEntry
        {
            Region = region,
            Matter = name,
            Sequence = raw.sqlite3_column_int(statement, 1),
            Kind = Name(2),
            Step = Name(3),
            Payload = Bytes(4).ToArray(),
            TookEffect = Time(5),
            Recorded = Time(6),
            Account = Name(7),
            Office = Name(8),
            Previous = Hash(9),
            PayloadDigest = Hash(10),
            Hash = Hash(11),
        };
        var isSealed = raw.sqlite3_column_type(statement, 13) != raw.SQLITE_NULL;
        return new(
            entry, matter, isSealed ? "" : Encoding.UTF8.GetString(Bytes(12)), isSealed ? raw.sqlite3_column_int64(statement, 13) : null,
            raw.sqlite3_column_type(statement, 14) == raw.SQLITE_NULL ? null : Hash(14));
    }

    private ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    private string Name(int column) => names.Of(Bytes(column));

    // A hash that cannot be read is a wrong hash: zero is no entry's.
    private Digest Hash(int column) => Digest.TryParse(Bytes(column), out var digest) ? digest : default;

    // A time that cannot be read is a wrong time; the entry's hash then says so.
    private DateTimeOffset Time(int column)
    {
        var text = Bytes(column);
        return text.Length == 27 && text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':' && text[16] == ':' && text[19] == '.' && text[26] == 'Z'
            && Number(text[..4]) is var year and > 0 && Number(text[5..7]) is var month and > 0 and < 13 && Number(text[8..10]) is var day and > 0 && day <= DateTime.DaysInMonth(year, month)
            && Number(text[11..13]) is var hour and >= 0 and < 24 && Number(text[14..16]) is var minute and >= 0 and < 60 && Number(text[17..19]) is var second and >= 0 and < 60
            && Number(text[20..26]) is var micros and >= 0
            ? new(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).AddTicks(micros * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero)
            : DateTimeOffset.UnixEpoch;
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return -1;
            }

            number = (number * 10) + digit - '0';
        }

        return number;
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, connection.Handle);
        }
    }
}
