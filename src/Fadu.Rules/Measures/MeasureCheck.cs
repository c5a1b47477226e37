using Fadu.Rules.Expressions;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Measures;

/// <summary>A mistake in the definition of a measure.</summary>
/// <param name="Message">Chinese: what is wrong, what to do.</param>
public sealed record MeasureError(Position Position, string Message);

/// <summary>Finds what cannot be seen in a measure alone: unknown measures, loops, sums that divide, filters without a column.</summary>
public sealed class MeasureCheck(IReadOnlyDictionary<string, Measure> measures, Func<string, FactTable?> tables)
{
    /// <summary>Checks all measures.</summary>
    public IReadOnlyList<MeasureError> All() => [.. measures.Values.SelectMany(m => m.Definitions.SelectMany(d => Check(m, d)))];

    /// <summary>Checks what a report or a page asks for; none = fine.</summary>
    public string? Request(MeasureRequest request)
    {
        if (!measures.TryGetValue(request.Measure, out var measure))
        {
            return $"没有“{request.Measure}”这个指标，{Expressions.Binding.Similar.Hint(request.Measure, measures.Keys)}请改用已定义的指标。";
        }

        if (Loop(measure.Id, []) is not null)
        {
            return $"指标“{measure.Id}”的定义互相引用。";
        }

        foreach (var definition in measure.Definitions)
        {
            if (definition.Kind is MeasureKind.Ratio or MeasureKind.Value)
            {
                if (definition.Parts.Select(p => Request(p.With(request.Filters))).FirstOrDefault(p => p is not null) is { } problem)
                {
                    return problem;
                }
            }
            else if (request.Filters.Select(f => Filter(measure, f)).FirstOrDefault(p => p is not null) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private IEnumerable<MeasureError> Check(Measure measure, MeasureDefinition definition)
    {
        if (definition.Kind is MeasureKind.Ratio or MeasureKind.Value)
        {
            if (Loop(measure.Id, []) is { } loop)
            {
                yield return new(measure.Position, $"指标互相引用：{string.Join(" → ", loop)}。请改其中一个的定义。");
                yield break;
            }

            foreach (var part in definition.Parts)
            {
                if (Request(part) is { } problem)
                {
                    yield return new(measure.Position, $"指标“{measure.Id}”：{problem}");
                }
            }

            yield break;
        }

        if (tables(measure.Register) is not { } table)
        {
            yield return new(measure.Position, $"指标“{measure.Id}”的登记册“{measure.Register}”不存在。");
            yield break;
        }

        var rows = measure.RowsField is null ? null : table.FindRows(measure.RowsField);
        if (measure.RowsField is not null && rows is null)
        {
            yield return new(measure.Position, $"指标“{measure.Id}”：登记册“{measure.Register}”没有“{measure.RowsField}”这个表格。");
        }

        if ((rows?.Find(measure.OfficeColumn) ?? table.Find(measure.OfficeColumn)) is null)
        {
            yield return new(measure.Position, $"指标“{measure.Id}”：没有“{measure.OfficeColumn}”这个单位列。");
        }

        if (definition.Kind == MeasureKind.Sum && definition.Operand?.Summable != true)
        {
            yield return new(measure.Position, $"指标“{measure.Id}”：sum 的内容应当是数，并且不能有除法；需要相除请用 ratio。");
        }

        if (definition.Kind == MeasureKind.Distinct && definition.Operand?.Type is null or ExpressionType.Codes or ExpressionType.YesNo)
        {
            yield return new(measure.Position, $"指标“{measure.Id}”：distinct 的内容应当是文字、代码、日期、数或者关联事项。");
        }

        foreach (var field in measure.By)
        {
            if (Filter(measure, new(field, "")) is { } problem)
            {
                yield return new(measure.Position, $"指标“{measure.Id}”的 by：{problem}");
            }
        }
    }

    private string? Filter(Measure measure, MeasureFilter filter)
    {
        if (tables(measure.Register) is not { } table)
        {
            return null;
        }

        var rows = measure.RowsField is null ? null : table.FindRows(measure.RowsField);
        if (MeasureAtom.FilterColumn(table, rows, filter.Field)?.Column is not { } column
            || column.Type is not (ColumnType.Code or ColumnType.Codes or ColumnType.Text or ColumnType.YesNo))
        {
            return $"“{measure.Id}”没有“{filter.Field}”这个代码、单位或者是否字段，不能按它筛选。";
        }

        return column.Codes is null || filter.Code.Length == 0 || column.Codes.Find(filter.Code) is not null
            ? null
            : $"代码表“{column.Codes.Title}”没有代码“{filter.Code}”，{Expressions.Binding.Similar.Hint(filter.Code, column.Codes.Codes.Select(c => c.Id))}请改用表中的代码。";
    }

    private List<string>? Loop(string id, List<string> path)
    {
        if (path.Contains(id))
        {
            return [.. path.SkipWhile(p => p != id), id];
        }

        return measures.TryGetValue(id, out var measure)
            ? measure.Definitions.SelectMany(d => d.Parts).Select(p => Loop(p.Measure, [.. path, id])).FirstOrDefault(l => l is not null)
            : null;
    }
}
