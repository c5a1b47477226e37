namespace Fadu.Core.Supervision;

/// <summary>Which findings a list shows.</summary>
/// <param name="Status">A state; <c>open</c> = neither closed nor dismissed; none = all.</param>
/// <param name="Matter">Findings of one matter.</param>
/// <param name="After">Last finding of the page before; newest come first.</param>
public sealed record FindingQuery(
    string? Rule = null, string? Office = null, string? Severity = null, string? Status = null, string? Register = null, long? Matter = null, long? After = null);
