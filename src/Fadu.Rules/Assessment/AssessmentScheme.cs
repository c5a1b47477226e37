using Fadu.Rules.Measures;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Assessment;

/// <summary>An indicator tree by which offices are assessed for a year (法治政府建设考评).</summary>
/// <param name="OfficeKinds">Kinds of offices assessed by it.</param>
/// <param name="Full">Points of an office that loses none; shares of items that do not apply are spread over the others.</param>
public sealed record AssessmentScheme(
    string Id, string Title, Basis Basis, IReadOnlyList<string> OfficeKinds, decimal Full, IReadOnlyList<AssessmentIndicator> Indicators, Position Position)
{
    /// <summary>All items in order.</summary>
    public IEnumerable<AssessmentItem> Items => Indicators.SelectMany(i => i.Items);
}

/// <summary>A first-level indicator (一级指标).</summary>
public sealed record AssessmentIndicator(string Id, string Title, IReadOnlyList<AssessmentItem> Items);

/// <summary>An item that is scored. Exactly one of <paramref name="Measure"/>, <paramref name="Deduction"/>, <paramref name="Evidence"/> is given.</summary>
/// <param name="Points">Points at most; of a deduction, the most that is taken off.</param>
public sealed record AssessmentItem(
    string Id, string Title, decimal Points, Basis Basis, MeasuredItem? Measure, DeductedItem? Deduction, string? Evidence);

/// <summary>Points by a measure: none at <paramref name="Zero"/> or below, all at <paramref name="Full"/> or above, between them in proportion.</summary>
/// <remarks>Where <paramref name="Zero"/> is above <paramref name="Full"/> less is better.</remarks>
/// <param name="Full">Value for all points; a rate as a fraction of one.</param>
public sealed record MeasuredItem(MeasureRequest Request, decimal Full, decimal Zero);

/// <summary>Points taken off for each finding of these supervision rules (倒扣分).</summary>
public sealed record DeductedItem(IReadOnlyList<string> Rules, decimal Each);
