using Fadu.Rules.Measures;
using Fadu.Rules.Reports;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Checks everything that names measures: ratios, formulas, report texts.</summary>
internal sealed class MeasureNames(LawErrors errors, IReadOnlyDictionary<string, Measure> measures, RegisterScopes registers)
{
    /// <summary>Reads a measure with filters; reports what is wrong. Whether there is such a measure is left to <see cref="Check"/>.</summary>
    public MeasureRequest? Read(LawText text)
    {
        if (MeasureRequest.TryParse(text.Value, "", out var request, out _))
        {
            return request;
        }

        errors.Add(text, $"“{text.Value}”不是指标", MeasureRequest.Notation);
        return null;
    }

    /// <summary>Reads a measure that must exist; reports what is wrong.</summary>
    public MeasureRequest? Find(LawText text) => Read(text) is { } request && Check(request, text.Position) ? request : null;

    /// <summary>Whether the measure exists and may be filtered so; reports what is wrong.</summary>
    public bool Check(MeasureRequest request, Position at)
    {
        if (!measures.TryGetValue(request.Measure, out var measure))
        {
            errors.Add(at, $"没有指标“{request.Measure}”", Suggestion.For(request.Measure, measures.Keys));
            return false;
        }

        foreach (var filter in request.Filters)
        {
            CheckFilter(measure, filter, at);
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
            foreach (var part in Parts(measure))
            {
                Check(part, measure.Position);
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

        var parts = Parts(measure).Select(p => measures.GetValueOrDefault(p.Measure)).OfType<Measure>().Select(m => Splits(m, depth + 1).ToHashSet()).ToList();
        return parts.Count == 0 ? [] : parts.Aggregate((a, b) => [.. a.Intersect(b)]);
    }

    private void CheckFilter(Measure measure, MeasureFilter filter, Position at)
    {
        var (field, code) = filter;
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

    private IEnumerable<Measure> Leaves(Measure measure, int depth = 0) => depth > 10 ? [] : Parts(measure)
        .Select(p => measures.GetValueOrDefault(p.Measure)).OfType<Measure>()
        .SelectMany(m => Parts(m).Any() ? Leaves(m, depth + 1) : [m]);

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
        foreach (var next in Parts(measure).Select(p => measures.GetValueOrDefault(p.Measure)).OfType<Measure>())
        {
            if (path.Contains(next.Id) || !done.Contains(next.Id))
            {
                Visit(next, path, done);
            }
        }

        path.RemoveAt(path.Count - 1);
    }

    private static IEnumerable<MeasureRequest> Parts(Measure measure) => measure.Definitions.SelectMany(d => d.Parts);
}
