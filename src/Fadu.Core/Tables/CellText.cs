using System.Text;

namespace Fadu.Core.Tables;

/// <summary>Takes the traces of typing out of texts: odd blanks, invisible characters, full-width digits and letters.</summary>
public static class CellText
{
    private static readonly HashSet<string> Nothing =
        ["", "无", "暂无", "空", "/", "／", "\\", "-", "--", "—", "——", "———", "————", "－", "－－", "一一", "N/A", "n/a", "NULL", "null", "#N/A"];

    /// <summary>Without invisible characters, NBSP as blank, trimmed; the apostrophe and tab that protect text in CSV are taken off.</summary>
    public static string Clean(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\u007F', '\uFFFF') >= 0 && text.Any(IsOddBlank))
        {
            var clean = new StringBuilder(text.Length);
            foreach (var c in text)
                if (!IsInvisible(c)) clean.Append(c is '\u00A0' or '\u202F' or '\u2007' ? ' ' : c);
            text = clean.ToString();
        }
        text = text.Trim();
        return text.Length > 1 && text[0] == '\'' && text[1] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' ? text[1..] : text;
    }

    /// <summary>Full-width digits, letters and signs as half-width; Chinese punctuation that has no place in a number stays.</summary>
    public static string HalfWidth(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uFF01', '\uFF5E') < 0) return text;
        return string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = source[i] is >= '\uFF01' and <= '\uFF5E' ? (char)(source[i] - 0xFEE0) : source[i];
        });
    }

    /// <summary>无, /, — — and the like: how exports of other systems say that there is no value.</summary>
    public static bool MeansNothing(string cleaned) =>
        cleaned.Length <= 9 && Nothing.Contains(cleaned.Contains(' ') ? cleaned.Replace(" ", "") : cleaned);

    /// <summary>A heading for comparison: no blanks, no line breaks, half width, no star or bracketed hint such as （必填）.</summary>
    public static string Heading(string text)
    {
        var bare = string.Concat(HalfWidth(Clean(text)).Where(c => !char.IsWhiteSpace(c) && c is not ('*' or '★' or '※' or '　'))).TrimEnd(':');
        foreach (var hint in (ReadOnlySpan<string>)["(必填)", "(选填)", "(必填项)", "(非必填)"]) bare = bare.Replace(hint, "");
        return bare;
    }

    internal static bool IsBlank(string text)
    {
        foreach (var c in text)
            if (!char.IsWhiteSpace(c) && !IsInvisible(c)) return false;
        return true;
    }

    private static bool IsOddBlank(char c) => c is '\u00A0' or '\u202F' or '\u2007' || IsInvisible(c);

    private static bool IsInvisible(char c) => c is '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\u00AD' or (>= '\u202A' and <= '\u202E');
}
