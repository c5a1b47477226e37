using System.Buffers;
using System.Buffers.Binary;

namespace Fadu.Rules.Ledger;

/// <summary>An SM3 value, 32 bytes.</summary>
/// <remarks>A value type, so that millions of hashes are compared and kept without an object each. Its text is 64 lower-case hexadecimal digits.</remarks>
public readonly record struct Digest
{
    /// <summary>Length in bytes (GB/T 32905: 256 bits).</summary>
    public const int Length = 32;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");
    private static readonly SearchValues<byte> Utf8Digits = SearchValues.Create("0123456789abcdef"u8);

    private readonly ulong a, b, c, d;

    /// <summary>Reads exactly 32 bytes.</summary>
    /// <exception cref="ArgumentException">The length is not 32.</exception>
    public Digest(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
            throw new ArgumentException($"摘要应为 {Length} 字节，实为 {bytes.Length} 字节。", nameof(bytes));
        a = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        b = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        c = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        d = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>Writes the 32 bytes to the start of <paramref name="target"/>.</summary>
    public void CopyTo(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt64BigEndian(target, a);
        BinaryPrimitives.WriteUInt64BigEndian(target[8..], b);
        BinaryPrimitives.WriteUInt64BigEndian(target[16..], c);
        BinaryPrimitives.WriteUInt64BigEndian(target[24..], d);
    }

    /// <summary>The 32 bytes, as a database column keeps them.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        CopyTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>Reads 64 lower-case hexadecimal digits; one value has one text, so capitals are refused.</summary>
    public static bool TryParse(string? text, out Digest digest)
    {
        digest = default;
        if (text is not { Length: Length * 2 } || text.AsSpan().ContainsAnyExcept(Digits))
            return false;
        digest = new Digest(Convert.FromHexString(text));
        return true;
    }

    /// <summary>Reads 64 lower-case hexadecimal digits in UTF-8, without a text between.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out Digest digest)
    {
        digest = default;
        if (utf8.Length != Length * 2 || utf8.ContainsAnyExcept(Utf8Digits))
            return false;
        Span<byte> bytes = stackalloc byte[Length];
        Convert.FromHexString(utf8, bytes, out _, out _);
        digest = new Digest(bytes);
        return true;
    }

    /// <summary>Reads 64 lower-case hexadecimal digits.</summary>
    /// <exception cref="FormatException">The text is anything else.</exception>
    public static Digest Parse(string? text) => TryParse(text, out var digest)
        ? digest
        : throw new FormatException($"“{text}”不是 SM3 摘要：应为 64 位小写十六进制数字。");
}
