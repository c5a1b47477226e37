using Fadu.Rules.Expressions;
using Fadu.Rules.Measures;

namespace Fadu.Core.Reports;

/// <summary>What one figure asks of the records.</summary>
/// <param name="Office">An office with all below it; none = the whole district.</param>
public sealed record FigureQuestion(MeasureRequest Request, Period Period, string? Office)
{
    /// <summary>The same question a year before.</summary>
    public FigureQuestion Previous => this with { Period = Period.Previous() };
}

/// <summary>What the records answer.</summary>
/// <param name="Lists">The matters behind it, where they were asked for: one list for each count or sum it rests on.</param>
public sealed record FigureAnswer(MeasureValue Value, IReadOnlyList<FigureList> Lists);
