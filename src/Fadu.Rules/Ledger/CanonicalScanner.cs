using System.Buffers;
using System.Text.Json;

namespace Fadu.Rules.Ledger;

internal ref struct CanonicalScanner(ReadOnlySpan<byte> text)
{
    private static readonly SearchValues<byte> Special =
        SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, 0x20).Select(i => (byte)i)]);

    private readonly ReadOnlySpan<byte> text = text;
    private int at;
    private int depth;
    private bool escaped;

    public CanonicalFault? Fault { get; private set; }

    public bool Document() => Value() && (at == text.Length || Fail("值之后还有多余内容。"));

    private readonly byte Next => at < text.Length ? text[at] : (byte)0;

    private bool Value()
    {
        switch (Next)
        {
            case (byte)'"': return String(out _);
            case (byte)'{': return Object();
            case (byte)'[': return Array();
            case (byte)'t': return Word("true"u8);
            case (byte)'f': return Word("false"u8);
            case (byte)'n': return Word("null"u8);
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'): return Integer();
            default: return Fail(at >= text.Length ? "内容不完整。" : "此处应为一个值，规范形式不含空白。");
        }
    }

    private bool Object()
    {
        if (!Open())
            return false;
        ReadOnlySpan<byte> previous = default;
        var previousEscaped = false;
        while (Next != '}' || !previous.IsEmpty)
        {
            var start = at;
            if (!String(out var key))
                return false;
            var keyEscaped = escaped;
            if (!previous.IsEmpty && Order(previous, key, previousEscaped || keyEscaped) is >= 0 and var order)
            {
                at = start;
                return Fail(order == 0 ? "键重复。" : "键没有按顺序排列。");
            }
            previous = key;
            previousEscaped = keyEscaped;
            if (!Take((byte)':', "键之后应紧接冒号。") || !Value())
                return false;
            if (Next != ',')
                break;
            at++;
        }
        depth--;
        return Take((byte)'}', "此处应为逗号或右花括号，规范形式不含空白。");
    }

    private bool Array()
    {
        if (!Open())
            return false;
        for (var first = true; Next != ']' || !first; first = false)
        {
            if (!Value())
                return false;
            if (Next != ',')
                break;
            at++;
        }
        depth--;
        return Take((byte)']', "此处应为逗号或右方括号，规范形式不含空白。");
    }

    private bool Open()
    {
        if (++depth > CanonicalJson.DeepestNesting)
            return Fail($"嵌套超过 {CanonicalJson.DeepestNesting} 层。");
        at++;
        return true;
    }

    // The span includes the quotation marks, so that a key is never an empty span.
    private bool String(out ReadOnlySpan<byte> quoted)
    {
        quoted = default;
        escaped = false;
        var start = at;
        if (!Take((byte)'"', "此处应为字符串，规范形式不含空白。"))
            return false;
        while (true)
        {
            var skip = text[at..].IndexOfAny(Special);
            if (skip < 0)
            {
                at = text.Length;
                return Fail("字符串没有结束。");
            }
            at += skip;
            if (text[at] == '"')
            {
                at++;
                quoted = text[start..at];
                return true;
            }
            if (text[at] != '\\')
                return Fail("控制字符应写成转义形式。");
            var length = EscapeLength(text[at..]);
            if (length == 0)
                return Fail("转义写法不是规范形式：只转义引号、反斜线和控制字符，用最短的写法。");
            at += length;
            escaped = true;
        }
    }

    private static int EscapeLength(ReadOnlySpan<byte> s)
    {
        if (s.Length >= 2 && "\"\\bfnrt"u8.Contains(s[1]))
            return 2;
        if (s.Length < 6 || !s[1..4].SequenceEqual("u00"u8) || s[4] is not ((byte)'0' or (byte)'1'))
            return 0;
        var low = "0123456789abcdef"u8.IndexOf(s[5]);
        var code = (s[4] - '0') * 16 + low;
        return low < 0 || code is 8 or 9 or 10 or 12 or 13 ? 0 : 6;
    }

    private bool Integer()
    {
        var start = at;
        if (Next == '-')
            at++;
        var digits = at;
        var value = 0L;
        while (Next is >= (byte)'0' and <= (byte)'9' && at - digits < 17)
            value = value * 10 + (text[at++] - '0');
        if (at == digits || (text[digits] == '0' && (at - digits > 1 || digits > start)))
            return Fail("整数不应有前导零或负零。");
        if (value > CanonicalJson.LargestInteger)
            return Fail($"整数超出 ±{CanonicalJson.LargestInteger}，应写成字符串。");
        return Next is not ((byte)'.' or (byte)'e' or (byte)'E') || Fail("只允许整数，小数应写成字符串。");
    }

    private bool Word(ReadOnlySpan<byte> word)
    {
        if (!text[at..].StartsWith(word))
            return Fail("此处应为一个值。");
        at += word.Length;
        return true;
    }

    private bool Take(byte expected, string otherwise)
    {
        if (Next != expected || at >= text.Length)
            return Fail(otherwise);
        at++;
        return true;
    }

    private bool Fail(string reason)
    {
        Fault ??= new CanonicalFault(at, reason);
        return false;
    }

    // RFC 8785 sorts by UTF-16 units. UTF-8 bytes sort the same, except that characters beyond the basic plane
    // (lead byte F0 and up, surrogates in UTF-16) come before U+E000–U+FFFF (lead bytes EE, EF).
    private static int Order(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, bool anyEscaped)
    {
        if (anyEscaped)
            return string.CompareOrdinal(Unescape(left), Unescape(right));
        left = left[1..^1];
        right = right[1..^1];
        var same = left.CommonPrefixLength(right);
        if (same == left.Length || same == right.Length)
            return left.Length - right.Length;
        var (l, r) = (left[same], right[same]);
        if (l >= 0xEE && r >= 0xEE && (l >= 0xF0) != (r >= 0xF0))
            return l >= 0xF0 ? -1 : 1;
        return l - r;
    }

    private static string Unescape(ReadOnlySpan<byte> quoted)
    {
        var reader = new Utf8JsonReader(quoted);
        reader.Read();
        return reader.GetString()!;
    }
}
