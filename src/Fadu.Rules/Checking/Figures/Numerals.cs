using System.Globalization;

namespace Fadu.Rules.Checking.Figures;

/// <summary>Reads numerals: Arabic with separators, magnitudes, and the Chinese numerals that stand for percentages and years.</summary>
internal static class Numerals
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>End of the Arabic numeral that starts at <paramref name="i"/>; separators of thousands count only between groups of three digits.</summary>
    public static int EndOfArabic(string text, string raw, int i)
    {
        var start = i;
        while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
        if (i - start <= 3)
        {
            while (i + 3 < text.Length + 0 && (raw[i] == ',' || raw[i] == ' ') && IsGroup(text, i + 1) && (raw[i] == ',' || i - start <= 3 || raw[i] == ' '))
            {
                if (raw[i] == ' ' && !HasUnitAfter(text, i + 4)) break;
                i += 4;
            }
        }
        if (i + 1 < text.Length && text[i] == '.' && char.IsAsciiDigit(text[i + 1]))
        {
            i++;
            while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
        }
        return i;
    }

    public static bool TryValue(ReadOnlySpan<char> printed, out decimal value, out int decimals)
    {
        Span<char> digits = stackalloc char[Math.Min(printed.Length, 40)];
        var n = 0;
        decimals = 0;
        value = 0;
        if (printed.Length > 28) return false;
        foreach (var c in printed)
        {
            if (c is ',' or ' ') continue;
            if (n > 0 && digits[..n].Contains('.')) decimals++;
            digits[n++] = c;
        }
        return decimal.TryParse(digits[..n], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value < 1_000_000_000_000_000m;
    }

    /// <summary>Reads 十百千万亿 after a number; 3.5万亿 is 3.5 × 10¹².</summary>
    public static decimal Magnitude(string text, ref int i)
    {
        var factor = 1m;
        while (i < text.Length)
        {
            var step = text[i] switch { '万' => 10_000m, '亿' => 100_000_000m, '千' => 1_000m, '百' => 100m, '十' => 10m, _ => 0m };
            if (step == 0 || (text[i] == '千' && i + 1 < text.Length && text[i + 1] is '瓦' or '米' or '克')) break;
            if (factor * step > 1_000_000_000_000m) break;
            factor *= step;
            i++;
        }
        return factor;
    }

    /// <summary>Value of one Chinese digit, or −1.</summary>
    public static int ChineseDigit(char c) => c switch { '零' => 0, '两' => 2, '十' => 10, _ => Digits.IndexOf(c) };

    /// <summary>Reads a Chinese numeral up to 九十九 at <paramref name="i"/>; 0 when there is none.</summary>
    public static int ChineseCount(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        var value = 0;
        if (text.IsEmpty) return 0;
        var first = ChineseDigit(text[0]);
        if (first < 0) return 0;
        if (first == 10) { value = 10; length = 1; }
        else
        {
            value = first;
            length = 1;
            if (text.Length > 1 && text[1] == '十') { value *= 10; length = 2; }
            else return value;
        }
        if (text.Length > length && ChineseDigit(text[length]) is > 0 and < 10) value += ChineseDigit(text[length++]);
        return value;
    }

    private static bool IsGroup(string text, int i) =>
        i + 2 < text.Length && char.IsAsciiDigit(text[i]) && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2])
        && (i + 3 >= text.Length || !char.IsAsciiDigit(text[i + 3]));

    // "12 345件" is one number, "12 345" in a list of numbers is two: a space binds only when a unit or another group follows.
    private static bool HasUnitAfter(string text, int i) =>
        i < text.Length && ((text[i] == ' ' && IsGroup(text, i + 1)) || text[i] is '万' or '亿' || Units.TryMatch(text.AsSpan(i), out _, out _));
}
