using System.Text.RegularExpressions;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Counts of listed things: A、B、C三项制度, 三项制度(A、B、C), “A”“B”2个项目, 一是…五是.
/// Where a list begins is a matter of reading, so a count that fails before the number is never accused; in brackets after it the list has
/// two ends, and a failure is doubtful.
/// </summary>
internal static partial class EnumerationRelation
{
    private static readonly string[] Ordinals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

    public static void Check(CheckContext context)
    {
        for (var line = context.Source.BodyLine; line < context.Source.LineCount; line++)
        {
            var start = context.Source.StartOf(line);
            var text = context.Source.Line(line).ToString();
            if (text.Contains('|')) continue;
            foreach (Match match in Counted().Matches(text)) CheckCount(context, start, text, match);
            foreach (Match match in Slogan().Matches(text)) CheckSlogan(context, start, match);
            foreach (Match match in Named().Matches(text)) CheckNamed(context, start, text, match);
            Sequence(context, start, text);
        }
    }

    private static void CheckCount(CheckContext context, int offset, string text, Match match)
    {
        var stated = ValueOf(match.Groups[1].Value);
        if (stated is < 2 or > 15) return;
        if (!match.Groups[3].Success && NamedAfter(context, offset, text, match, stated)) return;
        if (match.Groups[3].Success)
        {
            var inside = match.Groups[3].Value;
            var items = Items(inside);
            if (items.Count >= 2 && Counts(inside, items).Contains(stated)) { Report(context, Verdict.Consistent, offset + match.Index, offset + match.Index + match.Length, match.Groups[1].Value, stated, stated); return; }
            var clean = items.Count >= 2 && !inside.Contains('等') && items.All(item => item.Length is > 1 and <= 14) && !ConjunctionOrNumber().IsMatch(inside) && inside.Contains('、') && !inside.Contains(',');
            if (clean && Math.Abs(items.Count - stated) <= 2) Report(context, Verdict.Doubtful, offset + match.Index, offset + match.Index + match.Length, match.Groups[1].Value, stated, items.Count);
            return;
        }
        var from = match.Index;
        var depth = 0;
        while (from > 0 && match.Index - from < 160)
        {
            var c = text[from - 1];
            if (c is '”' or '》' or ')') depth++;
            else if (c is '“' or '《' or '(') depth--;
            if (depth < 0 || (depth == 0 && c is ',' or '。' or ';' or ':')) break;
            from--;
        }
        // The number may stand inside quotation marks of its own (“三项制度”): the list is before them.
        if (depth < 0 && from > 0 && text[from - 1] == '“' && match.Index == from)
        {
            var end = from - 1;
            from = end;
            while (from > 0 && !(text[from - 1] is ',' or '。' or ';' or ':')) from--;
            TryList(context, offset, text, from, end, match, stated);
            return;
        }
        var stop = depth < 0 ? match.Index : match.Index;
        if (stop > from) TryList(context, offset, text, from, stop, match, stated);
    }

    private static void TryList(CheckContext context, int offset, string text, int from, int to, Match match, int stated)
    {
        var list = text[from..to].TrimEnd('等', ' ', '”');
        if (list.Length < 2) return;
        var items = Items(list);
        if (Counts(list, items).Contains(stated)) Report(context, Verdict.Consistent, offset + from, offset + match.Index + match.Groups[1].Length, match.Groups[1].Value, stated, stated);
        // 行政处罚、行政许可、行政强制四类案卷: short items alike in form, one more or fewer than counted.
        else if (items.Count >= 3 && Math.Abs(items.Count - stated) == 1 && match.Groups[2].Value is "类" or "项" or "种" && !ConjunctionOrNumber().IsMatch(list) && !text[from..to].EndsWith('等') && items.Skip(1).All(item => item.Length == items[1].Length) && Alike(items))
            Report(context, Verdict.Doubtful, offset + from, offset + match.Index + match.Groups[1].Length, match.Groups[1].Value, stated, items.Count, $"文中称{stated}{match.Groups[2].Value}，其前列出{items.Count}项。若未列全，请加“等”。");
    }

    // 行政处罚、行政许可、行政强制: every item begins or ends like the others.
    private static bool Alike(List<string> items)
    {
        var second = items[1];
        if (second.Length < 4) return false;
        var head = second[..2];
        var tail = second[^2..];
        return items.Skip(1).All(item => item.StartsWith(head, StringComparison.Ordinal)) && items[0].Contains(head, StringComparison.Ordinal) || items.All(item => item.EndsWith(tail, StringComparison.Ordinal));
    }

    // “三项制度”，即A、B、C: the list follows and ends with the clause.
    private static bool NamedAfter(CheckContext context, int offset, string text, Match match, int stated)
    {
        var from = match.Index + match.Length;
        if (Explains().Match(text[from..]) is not { Success: true } list) return false;
        var inside = list.Groups[1].Value;
        var items = Items(inside);
        if (items.Count < 2 || inside.Contains('等') || items.Any(item => item.Length is < 2 or > 16)) return false;
        var end = offset + from + list.Length;
        if (Counts(inside, items).Contains(stated)) Report(context, Verdict.Consistent, offset + match.Index, end, match.Groups[1].Value, stated, stated);
        else if (!ConjunctionOrNumber().IsMatch(inside) && Math.Abs(items.Count - stated) <= 2) Report(context, Verdict.Doubtful, offset + match.Index, end, match.Groups[1].Value, stated, items.Count, $"文中称{stated}项，其后列出{items.Count}项。若未列全，请加“等”。");
        return true;
    }

    private static List<string> Items(string list) => list.Split(['、', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();

    // The readings of one list: marks of enumeration, the last item split at 和, quoted names, book titles.
    private static IEnumerable<int> Counts(string list, List<string> items)
    {
        if (items.Count >= 2) yield return items.Count;
        if (items.Count >= 1 && Conjunction().IsMatch(items[^1])) yield return items.Count + 1;
        if (list.Count(c => c == '“') is >= 2 and var quotes) yield return quotes;
        if (list.Count(c => c == '《') is >= 2 and var titles) yield return titles;
        if (list.Split(';').Length is >= 2 and var segments) yield return segments;
    }

    // 四亮三减(…七项…): the numerals of the slogan add to the items.
    private static void CheckSlogan(CheckContext context, int offset, Match match)
    {
        var stated = ValueOf(match.Groups[1].Value) + ValueOf(match.Groups[2].Value);
        var items = Items(match.Groups[3].Value);
        if (items.Count == stated) Report(context, Verdict.Consistent, offset + match.Index, offset + match.Index + match.Length, stated.ToString(System.Globalization.CultureInfo.InvariantCulture), stated, stated);
    }

    // “四零”清单，实现“零收费”“零距离”“零时限”“零材料”: the number opens the name and the quoted items follow in the clause list.
    private static void CheckNamed(CheckContext context, int offset, string text, Match match)
    {
        var from = match.Index + match.Length;
        var to = text.AsSpan(from).IndexOfAny("。;");
        var rest = text[from..(to < 0 ? text.Length : from + to)];
        if (Named().Match(rest) is { Success: true } next) rest = rest[..next.Index];
        var stated = ValueOf(match.Groups[1].Value);
        if (rest.Length < 200 && stated == rest.Count(c => c == '“')) Report(context, Verdict.Consistent, offset + match.Index, offset + from + rest.Length, match.Groups[1].Value, stated, stated);
    }

    private static void Sequence(CheckContext context, int offset, string text)
    {
        var places = new List<int>();
        foreach (var ordinal in Ordinals)
        {
            var at = text.IndexOf(ordinal + "是", places.Count > 0 ? places[^1] + 2 : 0, StringComparison.Ordinal);
            if (at < 0 || (at > 0 && !(text[at - 1] is '。' or ',' or ';' or ':' or ' ' or '.' or '、'))) break;
            places.Add(at);
        }
        if (places.Count >= 2 && Announced().Match(text[..places[0]]) is { Success: true } announced && ValueOf(announced.Groups[1].Value) is >= 2 and <= 10 and var stated && stated != places.Count && Complete(context, offset, text, places))
        {
            Report(context, Verdict.Doubtful, offset + announced.Index, offset + places[^1] + 2, announced.Groups[1].Value, stated, places.Count, $"文中称{announced.Groups[1].Value}，“一是”至“{Ordinals[places.Count - 1]}是”共列出{places.Count}项。");
            return;
        }
        if (places.Count >= 2) Report(context, Verdict.Consistent, offset + places[0], offset + places[^1] + 2, places.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), places.Count, places.Count);
    }

    // The list ends with its line: no second 一是 in it, and the next lines do not go on with 四是.
    private static bool Complete(CheckContext context, int offset, string text, List<int> places)
    {
        if (text.IndexOf("一是", places[0] + 2, StringComparison.Ordinal) >= 0 || places.Count >= Ordinals.Length) return false;
        var line = context.Source.LineAt(offset);
        for (var next = line + 1; next < Math.Min(context.Source.LineCount, line + 12); next++)
            if (context.Source.Line(next).TrimStart().StartsWith(Ordinals[places.Count] + "是")) return false;
        return true;
    }

    private static void Report(CheckContext context, Verdict verdict, int start, int end, string printed, int stated, int counted, string? says = null) =>
        context.Add(RelationKind.Enumeration, verdict, start, end, [Plain(printed, stated), counted.ToString(System.Globalization.CultureInfo.InvariantCulture)],
            says ?? (verdict == Verdict.Consistent ? $"所列{counted}项，与“{printed}”一致。" : $"文中称{stated}项，括号内列出{counted}项。若未列全，请加“等”。"), verdict == Verdict.Consistent ? null : counted.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static string Plain(string printed, int stated) => char.IsAsciiDigit(printed[0]) ? printed : stated.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static int ValueOf(string numeral) => int.TryParse(numeral, out var value) ? value : Numerals.ChineseCount(numeral, out _);

    [GeneratedRegex(@"(?<![第\d.])(?<![零〇一二三四五六七八九十百千万亿])([两二三四五六七八九十]{1,3}|\d{1,2})(?!是|、|分|季度|月|届|年|次|天|日|\d|[%.])(大|个|项|类|种|条|张|道|份|部|方面|家|名|位|级|下降|提升|同步|率|抓|不)[^\d,。;:、()“”《》]{0,12}(?:\(([^()]{4,160})\))?")]
    private static partial Regex Counted();

    [GeneratedRegex(@"[“]?([一二三四五六七八九])[\u4e00-\u9fa5]([一二三四五六七八九])[\u4e00-\u9fa5][”]?\(([^()]{6,120})\)")]
    private static partial Regex Slogan();

    [GeneratedRegex(@"“([2-9二三四五六七八九])(?![年月日\d])[\u4e00-\u9fa5]{1,8}”")]
    private static partial Regex Named();

    [GeneratedRegex(@"([两二三四五六七八九十]|\d)(?:个|项|大)?(?:方面|举措|措施|任务|重点|机制|行动|工程)[\u4e00-\u9fa5]{0,4}[:,。]$")]
    private static partial Regex Announced();

    [GeneratedRegex("^”?,?(?:即|分别是|分别为|具体为|指的是):?([^。;,]{6,120})(?=[。;,])")]
    private static partial Regex Explains();

    [GeneratedRegex("和|与|及|以及|、并")]
    private static partial Regex Conjunction();

    [GeneratedRegex(@"和|与|及|或|\d|;")]
    private static partial Regex ConjunctionOrNumber();
}
