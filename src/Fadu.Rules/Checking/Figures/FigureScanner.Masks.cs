namespace Fadu.Rules.Checking.Figures;

/// <summary>What is never a quantity: titles, slogans, document numbers, addresses, list marks.</summary>
internal sealed partial class FigureScanner
{
    private int SkipTitle(int i, char opener)
    {
        var closer = opener switch { '《' => '》', '〔' => '〕', '【' => '】', _ => ']' };
        var end = text.IndexOf(closer, i, Math.Min(lineEnd - i, 120));
        if (end < 0) return i + 1;
        if (opener != '〔') return end + 1;
        // 〔2024〕3号: the number after the bracket belongs to the document number.
        end++;
        while (end < lineEnd && (char.IsAsciiDigit(text[end]) || text[end] == ' ')) end++;
        return end;
    }

    // A short quotation is a name (“15分钟圈”, “3×4”); a long one may be a statement with real figures.
    private int SkipSlogan(int i)
    {
        var closer = text[i] switch { '“' => '”', '「' => '」', '‘' => '’', _ => '"' };
        var end = text.IndexOf(closer, i + 1, Math.Min(lineEnd - i - 1, 26));
        return end < 0 ? i : end + 1;
    }

    private int SkipIdentifier(int i)
    {
        while (i < lineEnd && (char.IsAsciiLetterOrDigit(text[i]) || (text[i] is '.' or '-' or '/' or '_' && i + 1 < lineEnd && char.IsAsciiLetterOrDigit(text[i + 1])))) i++;
        return i;
    }

    private bool IsListMark(int start, int end)
    {
        if (end >= lineEnd || !(text[end] is '.' or '、' or ')' or '．')) return false;
        for (var k = start - 1; k >= lineStart; k--)
            if (!(text[k] is ' ' or '(' or '-' or '#' or '*')) return text[k] is '。' or ';' or ':' && text[end] is '.' or ')' && end - start <= 2;
        return true;
    }

    private bool IsOrdinal(int start)
    {
        var k = start - 1;
        while (k >= lineStart && text[k] == ' ') k--;
        return k >= lineStart && text[k] is '第' or '前' && !(k > lineStart && text[k] == '前' && text[k - 1] is '年' or '月' or '日');
    }

    private bool IsNamed(int end) =>
        end < lineEnd && (text[end] is '号' or '路' or '×' || StartsAt(end, "国道") || StartsAt(end, "省道") || StartsAt(end, "热线") || StartsAt(end, "平台") || StartsAt(end, "专线")
            || StartsAt(end, "法庭") || (text[end] == '+' && end + 1 < lineEnd));

    private bool StartsAt(int i, string word) => string.CompareOrdinal(text, i, word, 0, word.Length) == 0;
}
