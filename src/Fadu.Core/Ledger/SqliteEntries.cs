using System.Globalization;
using Fadu.Rules.Ledger;
using Microsoft.Data.Sqlite;

namespace Fadu.Core.Ledger;

/// <summary>Reads entries.</summary>
internal sealed class SqliteEntries(SqliteConnection connection, string sql, string region) : SqliteRows<LedgerPage>(connection, sql, region)
{
    private readonly string region = region;
    private long matter = long.MinValue;
    private string name = "";

    protected override void Add(LedgerPage page)
    {
        if (Number(0) is var id && id != matter)
        {
            (matter, name) = (id, id.ToString(CultureInfo.InvariantCulture));
        }

        var entry = new LedgerEntry
        {
            Region = region,
            Matter = name,
            Sequence = (int)Number(1),
            Kind = Name(2),
            Step = Name(3),
            Payload = page.Keep(Bytes(4)),
            TookEffect = Time(5),
            Recorded = Time(6),
            Account = Name(7),
            Office = Name(8),
            Previous = Hash(9),
            PayloadDigest = Hash(10),
            Hash = Hash(11),
        };
        var isSealed = !IsNull(13);
        page.Entries.Add(new(entry, matter, isSealed ? "" : Text(12), isSealed ? Number(13) : null, IsNull(14) ? null : Hash(14)));
    }

    // A time that cannot be read is a wrong time; the entry's hash then says so.
    private DateTimeOffset Time(int column)
    {
        var text = Bytes(column);
        return text.Length == 27 && text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':' && text[16] == ':' && text[19] == '.' && text[26] == 'Z'
            && Digits(text[..4]) is var year and > 0 && Digits(text[5..7]) is var month and > 0 and < 13 && Digits(text[8..10]) is var day and > 0 && day <= DateTime.DaysInMonth(year, month)
            && Digits(text[11..13]) is var hour and >= 0 and < 24 && Digits(text[14..16]) is var minute and >= 0 and < 60 && Digits(text[17..19]) is var second and >= 0 and < 60
            && Digits(text[20..26]) is var micros and >= 0
            ? new(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).AddTicks(micros * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero)
            : DateTimeOffset.UnixEpoch;
    }

    private static int Digits(ReadOnlySpan<byte> digits)
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
}
