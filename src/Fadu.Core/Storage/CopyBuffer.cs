using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Fadu.Core.Storage;

/// <summary>Rows in the binary form of PostgreSQL's <c>COPY</c>. The type of a value must be that of its column: <c>int</c> for integer, <c>long</c> for bigint.</summary>
internal sealed class CopyBuffer : IDisposable
{
    private static readonly int FirstDay = new DateOnly(2000, 1, 1).DayNumber;
    private static readonly DateTime FirstMoment = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(65_536);
    private int used;

    public CopyBuffer()
    {
        // Signature, flags and length of the extension.
        Bytes([.. "PGCOPY\n"u8, 0xff, .. "\r\n\0"u8]);
        Int(0);
        Int(0);
    }

    /// <summary>Rows so far.</summary>
    public int Rows { get; private set; }

    /// <summary>Adds a row.</summary>
    public void Add(object?[] row)
    {
        Short((short)row.Length);
        foreach (var value in row)
        {
            Add(value);
        }

        Rows++;
    }

    /// <summary>All rows with the mark of their end.</summary>
    public ReadOnlyMemory<byte> Finish()
    {
        Short(-1);
        return buffer.AsMemory(0, used);
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(Interlocked.Exchange(ref buffer, []));

    private void Add(object? value)
    {
        switch (value)
        {
            case null:
                Int(-1);
                break;
            case string text:
                Text(text);
                break;
            case Utf8Text text:
                Int(text.Bytes.Length);
                Bytes(text.Bytes.Span);
                break;
            case SearchText text:
                Words(text.Words);
                break;
            case long number:
                Int(sizeof(long));
                Long(number);
                break;
            case int number:
                Int(sizeof(int));
                Int(number);
                break;
            case bool yes:
                Int(1);
                Byte(yes ? (byte)1 : (byte)0);
                break;
            case DateOnly day:
                Int(sizeof(int));
                Int(day.DayNumber - FirstDay);
                break;
            case DateTimeOffset time:
                Int(sizeof(long));
                Long((time.UtcDateTime - FirstMoment).Ticks / TimeSpan.TicksPerMicrosecond);
                break;
            case byte[] blob:
                Int(blob.Length);
                Bytes(blob);
                break;
            default:
                throw new InvalidOperationException($"no binary form for {value.GetType().Name}");
        }
    }

    private void Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Int(length);
        used += Encoding.UTF8.GetBytes(text, Room(length));
    }

    /// <summary>A tsvector without positions; the server puts the words in order.</summary>
    private void Words(string words)
    {
        var count = words.Length == 0 ? 0 : words.AsSpan().Count(' ') + 1;
        Int(sizeof(int) + Encoding.UTF8.GetByteCount(words) - Math.Max(0, count - 1) + (count * 3));
        Int(count);
        foreach (var range in words.AsSpan().Split(' '))
        {
            var word = words.AsSpan(range);
            if (word.Length > 0)
            {
                used += Encoding.UTF8.GetBytes(word, Room(Encoding.UTF8.GetMaxByteCount(word.Length)));
                Byte(0);
                Short(0);
            }
        }
    }

    private void Bytes(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Room(value.Length));
        used += value.Length;
    }

    private void Byte(byte value)
    {
        Room(1)[0] = value;
        used++;
    }

    private void Short(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(Room(sizeof(short)), value);
        used += sizeof(short);
    }

    private void Int(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(Room(sizeof(int)), value);
        used += sizeof(int);
    }

    private void Long(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(Room(sizeof(long)), value);
        used += sizeof(long);
    }

    /// <summary>The place behind what is written, with room for some bytes.</summary>
    private Span<byte> Room(int length)
    {
        if (buffer.Length - used < length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, used + length));
            buffer.AsSpan(0, used).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        return buffer.AsSpan(used);
    }
}
