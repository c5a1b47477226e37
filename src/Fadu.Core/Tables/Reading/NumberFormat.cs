namespace Fadu.Core.Tables;

/// <summary>What a number format shows: a date or time, a percentage, or a number.</summary>
internal static class NumberFormat
{
    /// <summary>14–22 and 45–47 are dates and times everywhere, 27–36 and 50–58 in Chinese Excel.</summary>
    public static CellKind BuiltIn(int id) => id switch
    {
        9 or 10 => CellKind.Percent,
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => CellKind.Date,
        _ => CellKind.Number,
    };

    /// <summary>Letters of dates outside quotes, brackets and escapes; [h] and the like are times.</summary>
    public static CellKind Kind(string code)
    {
        var percent = false;
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
            switch (code[i])
            {
                case '"':
                    i = code.IndexOf('"', i + 1);
                    if (i < 0) return CellKind.Number;
                    break;
                case '\\' or '_' or '*': i++; break;
                case '[':
                    var end = code.IndexOf(']', i + 1);
                    if (end < 0) return CellKind.Number;
                    var inside = code.AsSpan(i + 1, end - i - 1);
                    if (inside.Length > 0 && inside.IndexOfAnyExcept("hHmMsS") < 0) return CellKind.Date;
                    i = end;
                    break;
                case 'y' or 'Y' or 'd' or 'D' or 'h' or 'H' or 'm' or 'M' or 'e' when code[i] != 'e' || !code.Contains("0e", StringComparison.OrdinalIgnoreCase): return CellKind.Date;
                case '%': percent = true; break;
                case 'G' or 'g' when code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase): i += 6; break;
            }
        return percent ? CellKind.Percent : CellKind.Number;
    }
}
