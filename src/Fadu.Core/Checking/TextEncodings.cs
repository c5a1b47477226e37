using System.Text;

namespace Fadu.Core.Checking;

/// <summary>Decodes text files: byte order marks first, then strict UTF-8, then GB18030, which every file of a Chinese office that is not UTF-8 is written in.</summary>
public static class TextEncodings
{
    private static readonly UTF8Encoding Strict = new(false, true);

    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF32.Preamble)) return Encoding.UTF32.GetString(bytes[4..]);
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[3..];
        else if (bytes.StartsWith(new byte[] { 0xFF, 0xFE })) return Encoding.Unicode.GetString(bytes[2..]);
        else if (bytes.StartsWith(new byte[] { 0xFE, 0xFF })) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (bytes.Contains((byte)0)) return null;
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return DecodeGb18030(bytes);
        }
    }

    private static string? DecodeGb18030(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.GetEncoding("GB18030", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD")).GetString(bytes);
        // A few damaged characters are tolerated; a file that is mostly damage is not a text.
        var damaged = text.Count(c => c == '\uFFFD');
        return damaged * 50 > text.Length ? null : text;
    }
}
