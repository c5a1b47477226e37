using Fadu.Rules.Registers;

namespace Fadu.Rules.Measures;

/// <summary>One aggregate a figure rests on.</summary>
/// <param name="Measure">The count, sum or distinct measure, with the filters that apply.</param>
/// <param name="Pass">Index in <see cref="MeasurePlan.Passes"/>.</param>
/// <param name="Atom">Index in the atoms of the pass.</param>
public sealed record MeasureLeaf(MeasureRequest Measure, int Pass, int Atom);

/// <summary>Turns the measures asked for into as few queries as there are tables, and their results into values.</summary>
public sealed class MeasurePlan
{
    // PostgreSQL returns at most 1,664 columns.
    private const int MostAtoms = 500;

    private readonly IReadOnlyDictionary<string, Measure> measures;
    private readonly Func<string, FactTable?> tables;
    private readonly DefinitionChoices choices;
    private readonly List<MeasurePass> passes = [];
    private readonly Dictionary<(MeasureRequest Request, string Definition), MeasureLeaf> leaves = [];

    /// <summary>Plans some measures.</summary>
    /// <param name="measures">All measures by identifier; <see cref="MeasureCheck"/> has found nothing in them.</param>
    /// <param name="tables">Fact table of a register.</param>
    /// <param name="requests">What is asked for; <see cref="MeasureCheck.Request"/> has found nothing in it.</param>
    public MeasurePlan(
        IReadOnlyDictionary<string, Measure> measures, Func<string, FactTable?> tables, IEnumerable<MeasureRequest> requests, DefinitionChoices? choices = null)
    {
        (this.measures, this.tables, this.choices) = (measures, tables, choices ?? DefinitionChoices.Default);
        foreach (var request in requests)
        {
            Plan(request);
        }
    }

    /// <summary>The queries to run: one for each table and office column, unless there are very many figures.</summary>
    public IReadOnlyList<MeasurePass> Passes => passes;

    /// <summary>Value of a measure.</summary>
    /// <param name="office">None = the total of all offices in scope.</param>
    /// <param name="results">Results of <see cref="Passes"/>, in their order.</param>
    public MeasureValue Value(MeasureRequest request, string? office, IReadOnlyList<MeasureResults> results)
    {
        var measure = measures[request.Measure];
        var definition = choices.Of(measure, office);
        decimal? Part(MeasureRequest part) => Value(part.With(request.Filters), office, results).Value;
        switch (definition.Kind)
        {
            case MeasureKind.Ratio:
                var (over, under) = definition.Ratio!.Value;
                var (numerator, denominator) = (Part(over), Part(under));
                return new(denominator is null or 0 ? null : numerator / denominator, numerator, denominator, definition);
            case MeasureKind.Value:
                return new(definition.Formula!.Evaluate(new(Part, p => ByOffice(p.With(request.Filters), office, results))), null, null, definition);
            default:
                var leaf = leaves[(request, definition.Id)];
                return new(results[leaf.Pass].Value(leaf.Atom, office), null, null, definition);
        }
    }

    private IEnumerable<decimal> ByOffice(MeasureRequest request, string? office, IReadOnlyList<MeasureResults> results) =>
        (office is null ? results.SelectMany(r => r.Offices).Distinct() : [office]).Select(o => Value(request, o, results).Value).OfType<decimal>().Where(v => v != 0);

    /// <summary>The aggregates a figure rests on, for drilling down to its matters.</summary>
    public IReadOnlyList<MeasureLeaf> Leaves(MeasureRequest request, string? office)
    {
        var measure = measures[request.Measure];
        var definition = choices.Of(measure, office);
        return leaves.TryGetValue((request, definition.Id), out var leaf)
            ? [leaf]
            : [.. definition.Parts.SelectMany(p => Leaves(p.With(request.Filters), office)).Distinct()];
    }

    private void Plan(MeasureRequest request)
    {
        var measure = measures[request.Measure];
        foreach (var definition in choices.InUse(measure))
        {
            if (definition.Kind is MeasureKind.Ratio or MeasureKind.Value)
            {
                foreach (var part in definition.Parts)
                {
                    Plan(part.With(request.Filters));
                }
            }
            else if (!leaves.ContainsKey((request, definition.Id)))
            {
                leaves[(request, definition.Id)] = Leaf(request, measure, definition);
            }
        }
    }

    private MeasureLeaf Leaf(MeasureRequest request, Measure measure, MeasureDefinition definition)
    {
        var table = tables(measure.Register)!;
        var rows = measure.RowsField is null ? null : table.FindRows(measure.RowsField);
        var index = passes.FindLastIndex(p => p.Atoms.Count < MostAtoms && p.Table.Name == table.Name && p.Rows?.Field == rows?.Field && p.OfficeColumn == measure.OfficeColumn);
        if (index < 0)
        {
            index = passes.Count;
            passes.Add(new(table, rows, measure.OfficeColumn));
        }

        return new(request, index, passes[index].Add(new(table, rows, definition.Kind, definition.Where, definition.Operand, request.Filters)));
    }
}
