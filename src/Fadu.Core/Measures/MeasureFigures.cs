using Fadu.Rules.Measures;

namespace Fadu.Core.Measures;

/// <summary>Answers to one question: each measure asked for, in total and by office.</summary>
public sealed class MeasureFigures
{
    private readonly MeasurePlan plan;
    private readonly IReadOnlyList<MeasureResults> results;
    private readonly IReadOnlySet<string>? begun;

    /// <param name="begun">Registers in which anything was opened by the end of the period; what rests on none of them is not known. None = that was not asked.</param>
    internal MeasureFigures(MeasureQuestion question, MeasurePlan plan, IReadOnlyList<MeasureResults> results, IReadOnlySet<string>? begun = null)
    {
        (Question, this.plan, this.results, this.begun) = (question, plan, results, begun);
        Offices = results.SelectMany(r => r.Offices).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What was asked.</summary>
    public MeasureQuestion Question { get; }

    /// <summary>Offices with anything recorded in the tables asked; the empty text stands for matters without an office.</summary>
    public IReadOnlySet<string> Offices { get; }

    /// <summary>Value over all offices asked about.</summary>
    public MeasureValue Total(MeasureRequest request) => Known(request, plan.Value(request, null, results));

    /// <summary>Value of one office, by the definition that counts for it.</summary>
    public MeasureValue Of(MeasureRequest request, string office) => Known(request, plan.Value(request, office, results));

    /// <summary>The counts and sums that a figure rests on: each can be listed.</summary>
    public IReadOnlyList<MeasureLeaf> Leaves(MeasureRequest request) => plan.Leaves(request, null);

    /// <summary>Registers that were read.</summary>
    internal IEnumerable<string> Registers => plan.Passes.Select(p => p.Table.Register).Distinct();

    /// <summary>The same figures, in which what rests on registers that had not begun is not nought but not known.</summary>
    internal MeasureFigures Since(IReadOnlySet<string> begun) => new(Question, plan, results, begun);

    private MeasureValue Known(MeasureRequest request, MeasureValue value) =>
        begun is null || Leaves(request).Any(l => begun.Contains(plan.Passes[l.Pass].Table.Register)) ? value : value with { Value = null };
}
