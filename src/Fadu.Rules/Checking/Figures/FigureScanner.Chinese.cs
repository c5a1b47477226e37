namespace Fadu.Rules.Checking.Figures;

/// <summary>
/// Chinese numerals that are figures: 八成, 百分之九十, 二〇二四年, and small counts with a case measure word (一件).
/// Counts of things (三项制度) are left to the enumeration check, which reads them in their own place.
/// </summary>
internal sealed partial class FigureScanner
{
    private int ReadChinese(int i)
    {
        if (StartsAt(i, "百分之")) return ReadPercent(i);
        if (Numerals.ChineseDigit(text[i]) < 0) return i + 1;
        if (i + 4 < lineEnd && text[i + 4] == '年' && FourDigits(i) is > 1800 and < 2200 and var year)
        {
            var end = i + 5 < lineEnd && text[i + 5] == '度' ? i + 6 : i + 5;
            Add(i, end, i + 4, year, FigureRole.Year);
            labelFrom = end;
            return end;
        }
        var count = Numerals.ChineseCount(text.AsSpan(i, lineEnd - i), out var length);
        if (length == 0) return i + 1;
        var after = i + length;
        if (count is >= 1 and <= 10 && length == 1 && after < lineEnd && text[after] == '成' && !(after + 1 < lineEnd && text[after + 1] is '立' or '为' or '果' or '功' or '效' or '都' or '员' or '熟' or '长' or '就')
            && (after + 1 >= lineEnd || IsDelimiter(text[after + 1]) || text[after + 1] is '以' or '左' or '的'))
        {
            Add(i, after + 1, after, count * 10, FigureRole.Quantity, 10, 0, "成", UnitGroup.Percent, Approximation.About);
            labelFrom = after + 1;
            return after + 1;
        }
        return after;
    }

    private int ReadPercent(int i)
    {
        var from = i + 3;
        if (from >= lineEnd) return from;
        if (text[from] == '百') { Add(i, from + 1, from + 1, 100, FigureRole.Quantity, 1, 0, "%", UnitGroup.Percent); labelFrom = from + 1; return from + 1; }
        var count = Numerals.ChineseCount(text.AsSpan(from, lineEnd - from), out var length);
        if (length == 0) return from;
        Add(i, from + length, from + length, count, FigureRole.Quantity, 1, 0, "%", UnitGroup.Percent);
        labelFrom = from + length;
        return from + length;
    }

    private int FourDigits(int i)
    {
        var year = 0;
        for (var k = i; k < i + 4; k++)
        {
            var digit = text[k] == '○' || text[k] == 'O' ? 0 : Numerals.ChineseDigit(text[k]);
            if (digit is < 0 or > 9) return 0;
            year = year * 10 + digit;
        }
        return year;
    }
}
