using Fadu.Rules.Measures;

namespace Fadu.Core.Measures;

/// <summary>Answers to one question: each measure asked for, in total and by office.</summary>
public sealed class MeasureFigures
{
    private readonly MeasurePlan plan;
    private readonly IReadOnlyList<MeasureResults> results;

    internal MeasureFigures(MeasureQuestion question, MeasurePlan plan, IReadOnlyList<MeasureResults> results)
    {
        (Question, this.plan, this.results) = (question, plan, results);
        Offices = results.SelectMany(r => r.Offices).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What was asked.</summary>
    public MeasureQuestion Question { get; }

    /// <summary>Offices with anything recorded in the tables asked; the empty text stands for matters without an office.</summary>
    public IReadOnlySet<string> Offices { get; }

    /// <summary>Value over all offices asked about.</summary>
    public MeasureValue Total(MeasureRequest request) => plan.Value(request, null, results);

    /// <summary>Value of one office, by the definition that counts for it.</summary>
    public MeasureValue Of(MeasureRequest request, string office) => plan.Value(request, office, results);

    /// <summary>The counts and sums that a figure rests on: each can be listed.</summary>
    public IReadOnlyList<MeasureLeaf> Leaves(MeasureRequest request) => plan.Leaves(request, null);
}
