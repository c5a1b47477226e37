using Fadu.Core.Measures;
using Fadu.Rules.Measures;
using Fadu.Rules.Registers;

namespace Fadu.Web.Workspace.Measures;

/// <summary>A definition of a measure with what it comes to.</summary>
/// <param name="Chosen">Counts for the question asked.</param>
/// <param name="Trace">What exactly is counted, in words.</param>
public sealed record DefinitionView(MeasureDefinition Definition, MeasureValue Now, MeasureValue Before, bool Chosen, string Trace, string Basis);

/// <summary>Says what a definition counts, from its expressions.</summary>
public sealed class DefinitionTrace(Rules.Registers.Law law)
{
    /// <summary>The predicate or the arithmetic as a sentence.</summary>
    public string Of(Measure measure, MeasureDefinition definition) => definition.Kind switch
    {
        MeasureKind.Ratio => $"{Title(definition.Ratio!.Value.Numerator)} ÷ {Title(definition.Ratio.Value.Denominator)}",
        MeasureKind.Value => $"{definition.Formula!.Text}（{string.Join("；", definition.Parts.Select(p => $"{p}：{Title(p)}"))}）",
        _ => Counted(measure, definition),
    };

    private string Counted(Measure measure, MeasureDefinition definition)
    {
        var register = law.Latest(measure.Register);
        var of = measure.RowsField is { } rows ? $"{register.Title}的“{register.Facts.FindRows(rows)?.Title ?? rows}”各行" : register.Title;
        var where = definition.Where is null ? $"全部{of}" : $"{of}中，{definition.Where.Explain()}的";
        return definition.Kind switch
        {
            MeasureKind.Sum => $"{where}，合计：{definition.Operand!.Explain()}",
            MeasureKind.Distinct => $"{where}，不同的{definition.Operand!.Explain()}各计一次",
            _ => where,
        };
    }

    /// <summary>A filter in words.</summary>
    public string FilterTitle(Measure measure, MeasureFilter filter)
    {
        if (measure.Register.Length == 0 || Column(measure, filter.Field) is not { } column)
        {
            return filter.ToString();
        }

        var code = column.Codes?.Find(filter.Code)?.Title ?? filter.Code switch { "true" => "是", "false" => "否", _ => filter.Code };
        return $"{column.Title}：{code}";
    }

    /// <summary>The column a measure may be split by.</summary>
    public FactColumn? Column(Measure measure, string field)
    {
        var table = law.Facts(measure.Register);
        return (measure.RowsField is null ? null : table.FindRows(measure.RowsField)?.Find(field)) ?? table.Find(field);
    }

    /// <summary>A measure with its filters in words.</summary>
    public string Title(MeasureRequest request)
    {
        var measure = law.Measures[request.Measure];
        return measure.Title + string.Concat(request.Filters.Select(f => $"［{FilterTitle(measure, f)}］"));
    }

    /// <summary>The choice that counts, of those made for a year.</summary>
    public static DefinitionChoice? Latest(IEnumerable<DefinitionChoice> newestFirst, int year, string office) =>
        newestFirst.FirstOrDefault(c => c.Year == year && c.Office == office);
}
