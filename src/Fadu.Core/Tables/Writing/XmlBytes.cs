using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Fadu.Core.Tables;

/// <summary>Writes XML as UTF-8 through one fixed buffer: a sheet of any length takes the same memory.</summary>
internal sealed class XmlBytes(Stream output) : IDisposable
{
    private const int LongestText = 32_767;
    private const string CutMark = "……（内容过长，此处截断）";
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _used;

    public XmlBytes Raw(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > _buffer.Length - _used) Flush();
        if (utf8.Length > _buffer.Length) output.Write(utf8);
        else
        {
            utf8.CopyTo(_buffer.AsSpan(_used));
            _used += utf8.Length;
        }
        return this;
    }

    public XmlBytes Number(long value)
    {
        Room(32);
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_used), out var n);
        _used += n;
        return this;
    }

    public XmlBytes Number(double value) => Raw(Encoding.ASCII.GetBytes(value.ToString("R", CultureInfo.InvariantCulture)));

    public XmlBytes Number(decimal value)
    {
        Room(64);
        value.TryFormat(_buffer.AsSpan(_used), out var n, "G", CultureInfo.InvariantCulture);
        _used += n;
        return this;
    }

    /// <summary>Escaped text. Excel reads _xHHHH_ as a character, so a literal one is escaped; characters XML cannot carry are left out.</summary>
    public XmlBytes Text(string value)
    {
        var text = value.Length <= LongestText ? value : string.Concat(value.AsSpan(0, LongestText - CutMark.Length), CutMark);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80 && !Special(c)) { Room(1); _buffer[_used++] = (byte)c; }
            else i += Rare(text, i);
        }
        return this;
    }

    private static bool Special(char c) => c is '&' or '<' or '>' or '"' or '_' or < ' ';

    private int Rare(string text, int i)
    {
        var c = text[i];
        switch (c)
        {
            case '&': Raw("&amp;"u8); return 0;
            case '<': Raw("&lt;"u8); return 0;
            case '>': Raw("&gt;"u8); return 0;
            case '"': Raw("&quot;"u8); return 0;
            case '_': Raw(LooksEscaped(text, i) ? "_x005F_"u8 : "_"u8); return 0;
            case '\t': Raw("\t"u8); return 0;
            case '\n': Raw("\n"u8); return 0;
            case < ' ' or '\uFFFE' or '\uFFFF': return 0;
        }
        if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length) != System.Buffers.OperationStatus.Done) return 0;
        Room(4);
        _used += rune.EncodeToUtf8(_buffer.AsSpan(_used));
        return length - 1;
    }

    private static bool LooksEscaped(string s, int i) =>
        i + 6 < s.Length && s[i + 1] == 'x' && s[i + 6] == '_' && s.AsSpan(i + 2, 4).IndexOfAnyExceptInRange('0', 'f') < 0
        && char.IsAsciiHexDigit(s[i + 2]) && char.IsAsciiHexDigit(s[i + 3]) && char.IsAsciiHexDigit(s[i + 4]) && char.IsAsciiHexDigit(s[i + 5]);

    private void Room(int bytes)
    {
        if (_buffer.Length - _used < bytes) Flush();
    }

    private void Flush()
    {
        output.Write(_buffer, 0, _used);
        _used = 0;
    }

    public void Dispose()
    {
        Flush();
        output.Dispose();
    }
}
