using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// 甲、乙、丙分别增长6%、5.2%、5.2%: as many values as subjects.
/// 城乡 and 中小企业 hide two subjects in one word, so lists of unequal length are noted and never accused.
/// </summary>
internal static class RespectivelyRelation
{
    public static void Check(CheckContext context)
    {
        var text = context.Text;
        for (var at = text.IndexOf("分别", StringComparison.Ordinal); at >= 0; at = text.IndexOf("分别", at + 2, StringComparison.Ordinal))
        {
            var line = context.Source.LineAt(at);
            if (line < context.Source.BodyLine) continue;
            var values = Values(context, at);
            if (values.Count < 2) continue;
            var from = at;
            var lineStart = Math.Max(context.Source.StartOf(line), at - 200);
            while (from > lineStart && !(text[from - 1] is ',' or '。' or ';' or ':' or '(')) from--;
            var subjects = Count(text[from..at]);
            if (subjects != values.Count) continue;
            context.Add(RelationKind.Respectively, Verdict.Consistent, from, values[^1].End, [subjects.ToString(System.Globalization.CultureInfo.InvariantCulture), values.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)],
                $"“分别”前{subjects}项，其后{values.Count}个数值，一一对应。", null, values);
        }
    }

    private static List<Figure> Values(CheckContext context, int at)
    {
        var values = new List<Figure>();
        foreach (var figure in Following(context, at))
        {
            if (values.Count == 0) { if (figure.Start - at > 20 || context.Text.AsSpan(at, figure.Start - at).IndexOfAny("，,。；;") >= 0) break; values.Add(figure); continue; }
            var between = context.Between(values[^1], figure).Trim();
            if (figure.Group != values[0].Group || !(between is "、" or "和" or "与" or "及")) break;
            values.Add(figure);
        }
        return values;
    }

    private static IEnumerable<Figure> Following(CheckContext context, int at)
    {
        var low = 0;
        var high = context.Quantities.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (context.Quantities[middle].Start > at) high = middle; else low = middle + 1;
        }
        return context.Quantities.Skip(low).Take(12);
    }

    private static int Count(string list)
    {
        var items = list.Split('、');
        var last = items[^1];
        var joined = last.Contains('和') || last.Contains('与') || last.Contains('及');
        return items.Length + (joined ? 1 : 0);
    }
}
