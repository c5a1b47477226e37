namespace Fadu.Rules.Checking.Figures;

/// <summary>Arabic numerals: years and dates first, then ranges, proportions and names, and what is left is a quantity.</summary>
internal sealed partial class FigureScanner
{
    private int ReadArabic(int start)
    {
        var end = Numerals.EndOfArabic(text, source.Raw, start);
        if (end > lineEnd) end = lineEnd;
        if (start > lineStart && text[start - 1] is '+' or '×' or '#') return Mask(start, SkipIdentifier(end));
        if (TryCalendar(start, end, out var after)) return after;
        if (end < lineEnd && char.IsAsciiLetter(text[end])) return Mask(start, SkipIdentifier(end));
        if (end < lineEnd && text[end] is '/' or '_' && end + 1 < lineEnd && char.IsAsciiDigit(text[end + 1])) return Mask(start, SkipIdentifier(end));
        if (end < lineEnd && text[end] == '.' && end + 1 < lineEnd && char.IsAsciiDigit(text[end + 1])) return Mask(start, SkipIdentifier(end));
        if (end + 1 < lineEnd && text[end] == '-' && char.IsAsciiLetter(text[end + 1])) return Mask(start, SkipIdentifier(end));
        if (IsListMark(start, end) || IsOrdinal(start) || IsNamed(end)) return Mask(start, end);
        if (end < lineEnd && text[end] is ':' or '∶' && end + 1 < lineEnd && char.IsAsciiDigit(text[end + 1])) return ReadProportion(start);
        if (TryRange(start, end, out after)) return after;
        if (!Numerals.TryValue(text.AsSpan(start, end - start), out var value, out var decimals)) return Mask(start, end);
        return Quantity(start, end, value, decimals);
    }

    private int Quantity(int start, int end, decimal value, int decimals)
    {
        var i = end;
        if (i + 1 < lineEnd && text[i] == ' ' && (text[i + 1] is '余' or '多' or '万' or '亿' || Units.TryMatch(text.AsSpan(i + 1), out _, out _))) i++;
        var above = Hedge(ref i);
        var factor = Numerals.Magnitude(text, ref i);
        above |= Hedge(ref i);
        if (i + 1 < lineEnd && text[i] == ' ' && Units.TryMatch(text.AsSpan(i + 1), out _, out _)) i++;
        var unit = "";
        var group = UnitGroup.None;
        if (i < lineEnd && text[i] == '成' && decimals == 0 && value <= 10 && !(i + 1 < lineEnd && text[i + 1] is '立' or '为' or '果' or '功' or '效' or '都'))
        {
            unit = "成"; group = UnitGroup.Percent; value *= 10; i++;
            Add(start, i, end, value, FigureRole.Quantity, 10, 0, unit, group, Approximation.About);
            return i;
        }
        if (i < lineEnd && Units.TryMatch(text.AsSpan(i, lineEnd - i), out var length, out group))
        {
            unit = text.Substring(i, length);
            i += length;
        }
        // 行政处罚2100，占33.9%: the share says that it is a count.
        if (unit.Length == 0 && decimals == 0 && factor == 1 && value >= 10 && CountedByRate().IsMatch(text.AsSpan(i, Math.Min(14, lineEnd - i)))) group = UnitGroup.Thing;
        var approximation = above ? Approximation.Above : HedgeAround(start, i);
        Add(start, i, end, value * factor, FigureRole.Quantity, factor, decimals, unit, group, approximation);
        labelFrom = i;
        return i;
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"^,(?:占|[\u4e00-\u9fa5]{2,6}率)")]
    private static partial System.Text.RegularExpressions.Regex CountedByRate();

    private int Mask(int start, int end)
    {
        if (end <= start) end = start + 1;
        labelFrom = Math.Max(labelFrom, Math.Min(end, lineEnd));
        return end;
    }

    private bool Hedge(ref int i)
    {
        if (i >= lineEnd || !(text[i] is '余' or '多' or '来')) return false;
        i++;
        return true;
    }

    private Approximation HedgeAround(int start, int end)
    {
        if (StartsAt(end, "以上") || StartsAt(end, "多")) return Approximation.Above;
        if (StartsAt(end, "左右") || StartsAt(end, "上下")) return Approximation.About;
        if (StartsAt(end, "以下") || StartsAt(end, "以内") || StartsAt(end, "之内")) return Approximation.Below;
        var k = start;
        while (k > lineStart && text[k - 1] == ' ') k--;
        if (EndsAt(k, "不低于") || EndsAt(k, "不少于") || EndsAt(k, "超过") || EndsAt(k, "超") || EndsAt(k, "逾") || EndsAt(k, "突破") || EndsAt(k, "高于") || EndsAt(k, "至少")
            || EndsAt(k, "多达") || EndsAt(k, "大于") || EndsAt(k, "超出") || EndsAt(k, "跨越") || EndsAt(k, "跃上") || EndsAt(k, "迈上") || EndsAt(k, "破"))
            return Approximation.Above;
        if (EndsAt(k, "近") || EndsAt(k, "不到") || EndsAt(k, "不足") || EndsAt(k, "低于") || EndsAt(k, "不超过") || EndsAt(k, "最多")) return EndsAt(k, "最近") ? Approximation.Exact : Approximation.Below;
        if (EndsAt(k, "约") || EndsAt(k, "约为") || EndsAt(k, "约占") || EndsAt(k, "大概")) return Approximation.About;
        return Approximation.Exact;
    }

    private bool EndsAt(int end, string word) => end - word.Length >= lineStart && string.CompareOrdinal(text, end - word.Length, word, 0, word.Length) == 0;

    private bool TryRange(int start, int end, out int after)
    {
        after = end;
        var i = end;
        while (i < lineEnd && (text[i] is ' ' or '%' or '万' or '亿')) i++;
        if (i >= lineEnd || !(text[i] is '-' or '~' or '—' or '至' or '到')) return false;
        var j = i + 1;
        while (j < lineEnd && text[j] is '-' or '—' or ' ') j++;
        if (j >= lineEnd || !char.IsAsciiDigit(text[j])) return false;
        // 由20%到25% is a change and not a range: 到 and 至 bind only bare numbers with one unit.
        if (text[i] is '至' or '到' && (i != end || EndsAt(start, "从") || EndsAt(start, "由"))) return false;
        var stop = Numerals.EndOfArabic(text, source.Raw, j);
        var k = stop;
        Numerals.Magnitude(text, ref k);
        if (Units.TryMatch(text.AsSpan(k, Math.Max(0, lineEnd - k)), out var length, out _)) k += length;
        Numerals.TryValue(text.AsSpan(start, end - start), out var value, out _);
        Add(start, Math.Min(k, lineEnd), end, value, FigureRole.Range);
        after = Math.Min(k, lineEnd);
        labelFrom = after;
        return true;
    }

    private int ReadProportion(int start)
    {
        var i = start;
        var terms = new List<(int Start, int End)>();
        while (i < lineEnd && char.IsAsciiDigit(text[i]))
        {
            var end = Numerals.EndOfArabic(text, source.Raw, i);
            terms.Add((i, end));
            i = end;
            if (i < lineEnd && text[i] is ':' or '∶' && i + 1 < lineEnd && char.IsAsciiDigit(text[i + 1])) { i++; continue; }
            break;
        }
        var clock = terms.Count <= 3 && terms.All(t => t.End - t.Start <= 2);
        if (!clock || terms.Any(t => text.AsSpan(t.Start, t.End - t.Start).Contains('.')))
        {
            foreach (var (s, e) in terms)
                if (Numerals.TryValue(text.AsSpan(s, e - s), out var value, out var decimals))
                    Add(s, e, e, value, FigureRole.Proportion, 1, decimals);
        }
        return Mask(start, i);
    }
}
