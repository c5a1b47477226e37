namespace Fadu.Core.Checking;

/// <summary>
/// Refuses pages whose elements nest without end: the parser walks back over all that is open for each that opens, so a page of a
/// few hundred kilobytes could keep it busy for hours. Elements whose end may be left out (p, li, td …) close each other and do not count.
/// </summary>
internal static class HtmlNesting
{
    private const int MaxOpen = 2_000;

    private static readonly HashSet<string> Uncounted = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "li", "td", "th", "tr", "dd", "dt", "option", "optgroup", "tbody", "thead", "tfoot", "colgroup", "html", "head", "body",
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    };

    public static bool IsTooDeep(string html)
    {
        var names = Uncounted.GetAlternateLookup<ReadOnlySpan<char>>();
        var open = 0;
        for (var i = html.IndexOf('<'); i >= 0 && i + 1 < html.Length; i = html.IndexOf('<', i + 1))
        {
            var closes = html[i + 1] == '/';
            var name = html.AsSpan(i + (closes ? 2 : 1));
            var length = 0;
            while (length < name.Length && length < 32 && char.IsAsciiLetterOrDigit(name[length])) length++;
            if (length == 0 || names.Contains(name[..length])) continue;
            open = closes ? Math.Max(0, open - 1) : open + 1;
            if (open > MaxOpen) return true;
        }

        return false;
    }
}
