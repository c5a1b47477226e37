namespace Fadu.Rules.Checking.Figures;

/// <summary>Years, dates, months and periods.</summary>
internal sealed partial class FigureScanner
{
    private bool TryCalendar(int start, int end, out int after)
    {
        after = end;
        var length = end - start;
        if (end >= lineEnd) return false;
        var digits = text.AsSpan(start, length);
        if (digits.Contains('.') || digits.Contains(',') || digits.Contains(' '))
        {
            // 2024.1.5 as a date
            if (length is 6 or 7 && digits[4] == '.' && text[end] == '.' && IsYear(digits[..4])) { after = Mask(start, SkipIdentifier(end)); return true; }
            return false;
        }
        if (length == 4 && IsYear(digits))
        {
            if (text[end] == '年') return Year(start, end, end + 1, out after);
            if (text[end] is '-' or '—' or '~' or '至' or '/' or '.' && IsPeriodOrDate(start, end, out after)) return true;
            if (text[end] == ' ' && end + 1 < lineEnd && text[end + 1] == '年') return Year(start, end, end + 2, out after);
            if (StartsAt(end, "xx") || StartsAt(end, "XX") || StartsAt(end, "版") || StartsAt(end, "财年")) { after = Mask(start, end); return true; }
        }
        if (length <= 2 && text[end] == '月' && !StartsAt(end, "月度"))
        {
            after = end + 1;
            var i = after;
            while (i < lineEnd && char.IsAsciiDigit(text[i])) i++;
            if (i > after && i < lineEnd && text[i] == '日') after = i + 1;
            Add(start, after, end, int.Parse(digits), FigureRole.Date);
            labelFrom = after;
            return true;
        }
        if (length >= 5 && text[end] == '日' && IsYear(digits[..4]))
        {
            Add(start, end + 1, end, 0, FigureRole.Date);
            after = end + 1;
            return true;
        }
        return false;
    }

    private bool Year(int start, int end, int next, out int after)
    {
        after = next;
        if (after < lineEnd && text[after] == '度') after++;
        var i = after;
        while (i < lineEnd && text[i] == ' ') i++;
        var month = i;
        while (i < lineEnd && char.IsAsciiDigit(text[i])) i++;
        if (i > month && i - month <= 2 && i < lineEnd && text[i] == '月')
        {
            after = i + 1;
            var day = after;
            while (day < lineEnd && text[day] == ' ') day++;
            i = day;
            while (i < lineEnd && char.IsAsciiDigit(text[i])) i++;
            if (i > day && i - day <= 2 && i < lineEnd && text[i] == '日') after = i + 1;
            Add(start, after, end, decimal.Parse(text.AsSpan(start, 4)), FigureRole.Date);
        }
        else Add(start, after, end, decimal.Parse(text.AsSpan(start, 4)), FigureRole.Year);
        labelFrom = after;
        return true;
    }

    private bool IsPeriodOrDate(int start, int end, out int after)
    {
        after = end;
        var i = end;
        while (i < lineEnd && text[i] is '-' or '—' or '~' or '至' or '/' or '.') i++;
        var second = i;
        while (i < lineEnd && char.IsAsciiDigit(text[i])) i++;
        if (i == second) return false;
        if (i - second == 4 && i < lineEnd && text[i] == '年') { after = Mask(start, i + 1); return true; }
        if (i - second <= 4) { after = Mask(start, SkipIdentifier(i)); return true; }
        return false;
    }

    private static bool IsYear(ReadOnlySpan<char> digits) => digits.Length >= 4 && digits[0] is '1' or '2' && (digits[0] == '2' || digits[1] is '8' or '9');
}
