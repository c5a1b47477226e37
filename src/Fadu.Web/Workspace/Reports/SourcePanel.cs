using Fadu.Core.Law;
using Fadu.Core.Reports;
using Fadu.Rules.Measures;

namespace Fadu.Web.Workspace.Reports;

/// <summary>Where a figure comes from, beside the paper.</summary>
/// <param name="Lists">Address of the page with the matters behind it.</param>
/// <param name="Restated">What the records say now, beside a frozen figure.</param>
public sealed record SourcePanel(ReportFigure Figure, string Lists, RestatedFigure? Restated, IReadOnlyList<(string Title, string Says)> Conditions, string? Basis)
{
    /// <summary>Makes the panel of a figure; none where no figure is chosen.</summary>
    public static SourcePanel? Of(ReportFigure? figure, string lists, RestatedFigure? restated, LawStore law)
    {
        if (figure is null)
        {
            return null;
        }

        var measure = figure.Measure is { } id ? law.Current.Measures.GetValueOrDefault(id) : null;
        return new(figure, lists, restated, measure is null ? [] : [.. Walk(law, measure, figure.Definition, [])], measure is null ? null : law.Cite(measure.Basis));
    }

    private static IEnumerable<(string, string)> Walk(LawStore law, Measure measure, string? chosen, HashSet<string> seen)
    {
        var definition = (chosen is null ? null : measure.Definition(chosen)) ?? measure.Definitions[0];
        if (!seen.Add(measure.Id))
        {
            yield break;
        }

        if (definition.Kind is MeasureKind.Ratio or MeasureKind.Value)
        {
            foreach (var condition in definition.Parts.SelectMany(p => Walk(law, law.Current.Measures[p.Measure], null, seen)))
            {
                yield return condition;
            }

            yield break;
        }

        var register = law.Current.Has(measure.Register) ? law.Current.Latest(measure.Register).Title : measure.Register;
        yield return (measure.Title, $"{register}：{definition.Where?.Explain() ?? "全部"}{(definition.Operand is { } operand ? $"；合计{operand.Explain()}" : "")}");
    }
}
