namespace Fadu.Core.Supervision;

/// <summary>Which findings a list shows; what is not given does not matter.</summary>
/// <param name="Rules">Any of these rules.</param>
/// <param name="Module">Found by rules of this module, or on matters of its registers.</param>
/// <param name="Status">A state; <c>open</c> = neither closed nor dismissed.</param>
/// <param name="Matter">Findings of one matter.</param>
/// <param name="Words">Stand in what it is about, in what is wrong, or in the name of the officer.</param>
/// <param name="After">Last finding of the page before; newest come first.</param>
public sealed record FindingQuery(
    IReadOnlyList<string>? Rules = null, string? Office = null, string? Severity = null, string? Status = null, string? Module = null, string? Register = null,
    long? Matter = null, string? Words = null, long? After = null);
