using System.Buffers.Binary;
using System.Text;

namespace Fadu.Rules.Ledger;

/// <summary>How an entry is hashed.</summary>
/// <remarks>
/// hash = SM3(00 ‖ "FL" ‖ 01 ‖ region ‖ matter ‖ sequence ‖ kind ‖ step ‖ account ‖ office ‖ took effect ‖ recorded ‖ previous ‖ SM3(payload)).
/// Each text is one length byte and its UTF-8; the sequence is 4 bytes, each time 8 bytes of microseconds since 1970, big-endian, so that no two entries
/// have one encoding. The byte 00 is the leaf prefix of RFC 6962 §2.1: an entry's hash is its leaf in the Merkle log, and hashing it again would prove nothing more.
/// The byte 01 after "FL" is the version: another encoding will carry another number.
/// </remarks>
public static class EntryHash
{
    /// <summary>Longest identifier in UTF-8 bytes.</summary>
    public const int LongestText = 64;

    private const byte LeafPrefix = 0x00, GenesisPrefix = 0x02, Version = 1;
    internal const int LongestEncoding = 512;

    /// <summary>The "previous hash" of a matter's first entry: SM3(02 ‖ "FL" ‖ 01 ‖ region ‖ matter).</summary>
    /// <remarks>Different for each matter, so that a first entry cannot be moved to another matter.</remarks>
    public static Digest Genesis(string region, string matter)
    {
        Span<byte> buffer = stackalloc byte[LongestEncoding];
        var at = Start(buffer, GenesisPrefix);
        Text(buffer, ref at, region, "地区");
        Text(buffer, ref at, matter, "事项");
        return Sm3.Hash(buffer[..at]);
    }

    /// <summary>The hash of all fields with the payload digest that the entry carries; the payload itself is not read.</summary>
    /// <exception cref="ArgumentException">An identifier is longer than 64 bytes, or the sequence is under 1.</exception>
    public static Digest Compute(LedgerEntry entry) => Compute(entry, entry.PayloadDigest);

    internal static Digest Compute(LedgerEntry entry, Digest payloadDigest)
    {
        Span<byte> buffer = stackalloc byte[LongestEncoding];
        return Sm3.Hash(buffer[..Encode(entry, payloadDigest, buffer)]);
    }

    /// <summary>Writes what <see cref="Compute(LedgerEntry)"/> hashes; false where a field cannot be encoded.</summary>
    internal static bool TryEncode(LedgerEntry entry, Span<byte> buffer, out int length)
    {
        try
        {
            length = Encode(entry, entry.PayloadDigest, buffer);
            return true;
        }
        catch (ArgumentException)
        {
            length = 0;
            return false;
        }
    }

    private static int Encode(LedgerEntry entry, Digest payloadDigest, Span<byte> buffer)
    {
        if (entry.Sequence < 1)
            throw new ArgumentException($"事项 {entry.Matter} 的留痕序号应从 1 起，实为 {entry.Sequence}。");
        var at = Start(buffer, LeafPrefix);
        Text(buffer, ref at, entry.Region, "地区");
        Text(buffer, ref at, entry.Matter, "事项");
        BinaryPrimitives.WriteInt32BigEndian(buffer[at..], entry.Sequence);
        at += sizeof(int);
        Text(buffer, ref at, entry.Kind, "类别");
        Text(buffer, ref at, entry.Step, "环节");
        Text(buffer, ref at, entry.Account, "账号");
        Text(buffer, ref at, entry.Office, "单位");
        Time(buffer, ref at, entry.TookEffect);
        Time(buffer, ref at, entry.Recorded);
        entry.Previous.CopyTo(buffer[at..]);
        payloadDigest.CopyTo(buffer[(at + Digest.Length)..]);
        return at + 2 * Digest.Length;
    }

    /// <summary>The entry with its payload digest and hash filled in: what a writer stores.</summary>
    /// <exception cref="ArgumentException">The payload is no canonical JSON object, or a field cannot be encoded.</exception>
    public static LedgerEntry Seal(LedgerEntry draft) => Seal(draft, Sm3.Hash(draft.Payload.Span));

    /// <summary>The same for a writer that has hashed many payloads side by side.</summary>
    public static LedgerEntry Seal(LedgerEntry draft, Digest digest)
    {
        if (PayloadFault(draft.Payload.Span) is { } fault)
            throw new ArgumentException($"事项 {draft.Matter} 第 {draft.Sequence} 条的内容不是规范 JSON 对象，{fault}");
        return draft with { PayloadDigest = digest, Hash = Compute(draft, digest) };
    }

    internal static CanonicalFault? PayloadFault(ReadOnlySpan<byte> payload) =>
        payload.StartsWith("{"u8) ? CanonicalJson.Check(payload) : new CanonicalFault(0, "应为一个 JSON 对象。");

    private static int Start(Span<byte> buffer, byte prefix)
    {
        buffer[0] = prefix;
        buffer[1] = (byte)'F';
        buffer[2] = (byte)'L';
        buffer[3] = Version;
        return 4;
    }

    private static void Text(Span<byte> buffer, ref int at, string text, string name)
    {
        if (!Encoding.UTF8.TryGetBytes(text, buffer.Slice(at + 1, LongestText), out var length))
            throw new ArgumentException($"留痕条目的{name}“{text}”超过 {LongestText} 字节，请改用较短的标识。");
        buffer[at] = (byte)length;
        at += 1 + length;
    }

    private static void Time(Span<byte> buffer, ref int at, DateTimeOffset time)
    {
        BinaryPrimitives.WriteInt64BigEndian(buffer[at..], (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
        at += sizeof(long);
    }
}
