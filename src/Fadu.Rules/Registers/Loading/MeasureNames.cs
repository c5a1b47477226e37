using Fadu.Rules.Measures;
using Fadu.Rules.Reports;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Checks everything that names measures: ratios, formulas, report texts.</summary>
internal sealed class MeasureNames(LawErrors errors, IReadOnlyDictionary<string, Measure> measures, RegisterScopes registers)
{
    /// <summary>The full name of a measure in a file of a group; null where the text is no name.</summary>
    public static string? Full(string text, string group)
    {
        var bracket = text.IndexOf('[');
        var named = (bracket < 0 ? text : text[..bracket]).Contains('.') ? text : $"{group}.{text}";
        return ReportTextParser.Reference(named)?.Reference;
    }

    /// <summary>Whether the measure exists and may be filtered so; reports what is wrong.</summary>
    public bool Check(FigurePiece figure, Position at)
    {
        if (!measures.TryGetValue(figure.Measure, out var measure))
        {
            errors.Add(at, $"没有指标“{figure.Measure}”", Suggestion.For(figure.Measure, measures.Keys));
            return false;
        }

        foreach (var (field, code) in figure.Filters)
        {
            CheckFilter(measure, field, code, at);
        }

        return true;
    }

    /// <summary>Whether every row of a table may be split by a field.</summary>
    public void CheckSplit(IEnumerable<FigurePiece> rows, LawText field)
    {
        foreach (var row in rows.Where(r => !Splits(measures[r.Measure]).Contains(field.Value)))
        {
            errors.Add(field, $"指标“{row.Measure}”不能按“{field.Value}”分列", Suggestion.For(field.Value, Splits(measures[row.Measure])));
        }
    }

    /// <summary>Checks the references among measures, and that none depends on itself.</summary>
    public void CheckAll()
    {
        foreach (var measure in measures.Values)
        {
            foreach (var reference in References(measure))
            {
                if (ReportTextParser.Reference(reference) is { } figure)
                {
                    Check(figure, measure.Position);
                }
                else
                {
                    errors.Add(measure.Position, $"指标“{measure.Id}”引用的“{reference}”看不懂", "请写成 组.指标 或者 组.指标[字段=代码]，组名用小写英文和下划线");
                }
            }
        }

        HashSet<string> done = [];
        foreach (var measure in measures.Values)
        {
            Visit(measure, [], done);
        }
    }

    /// <summary>The fields by which a measure may be filtered: its own, or those that all the measures it is computed from share.</summary>
    private IEnumerable<string> Splits(Measure measure, int depth = 0)
    {
        if (measure.By.Count > 0 || depth > 10)
        {
            return measure.By;
        }

        var parts = References(measure).Select(r => measures.GetValueOrDefault(Bare(r))).OfType<Measure>().Select(m => Splits(m, depth + 1).ToHashSet()).ToList();
        return parts.Count == 0 ? [] : parts.Aggregate((a, b) => [.. a.Intersect(b)]);
    }

    private void CheckFilter(Measure measure, string field, string code, Position at)
    {
        var splits = Splits(measure).ToList();
        if (!splits.Contains(field))
        {
            errors.Add(at, $"指标“{measure.Id}”不能按“{field}”筛选", splits.Count == 0 ? "请在指标的 by 里写上这个字段" : Suggestion.For(field, splits));
            return;
        }

        var source = measure.Register.Length > 0 && measure.Definitions.All(d => d.Kind < MeasureKind.Ratio) ? measure : Leaves(measure).FirstOrDefault();
        if (source is not null && registers.Find(source.Register) is { } register
            && Column(register, source.RowsField, field) is { Codes: { } codes } && codes.Find(code) is null)
        {
            errors.Add(at, $"代码表“{codes.Id}”没有代码“{code}”（{measure.Id}[{field}={code}]）", Suggestion.For(code, codes.Codes.Select(c => c.Id)));
        }
    }

    private static Field? Column(RegisterScope register, string? rows, string field) =>
        (rows is null ? null : register.Field(rows)?.Columns.FirstOrDefault(c => c.Id == field)) ?? register.Field(field);

    private IEnumerable<Measure> Leaves(Measure measure, int depth = 0) => depth > 10 ? [] : References(measure)
        .Select(r => measures.GetValueOrDefault(Bare(r))).OfType<Measure>()
        .SelectMany(m => References(m).Any() ? Leaves(m, depth + 1) : [m]);

    private void Visit(Measure measure, List<string> path, HashSet<string> done)
    {
        var start = path.IndexOf(measure.Id);
        if (start >= 0)
        {
            errors.Add(measure.Position, $"指标互相依赖，成了循环：{string.Join(" → ", path.Skip(start).Append(measure.Id))}", "请改正 ratio 或者 value");
            return;
        }

        if (!done.Add(measure.Id))
        {
            return;
        }

        path.Add(measure.Id);
        foreach (var next in References(measure).Select(r => measures.GetValueOrDefault(Bare(r))).OfType<Measure>())
        {
            if (path.Contains(next.Id) || !done.Contains(next.Id))
            {
                Visit(next, path, done);
            }
        }

        path.RemoveAt(path.Count - 1);
    }

    private static string Bare(string reference) => reference.Split('[')[0];

    private static IEnumerable<string> References(Measure measure) => measure.Definitions.SelectMany(d =>
        d.Ratio is { } ratio ? [ratio.Numerator, ratio.Denominator] : d.Formula?.Measures ?? (IEnumerable<string>)[]);
}
