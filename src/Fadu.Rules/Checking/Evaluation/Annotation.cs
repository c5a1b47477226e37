namespace Fadu.Rules.Checking.Evaluation;

/// <summary>
/// One annotated relation of a development text: the ground truth that the checker is measured against.
/// </summary>
/// <param name="File">Name of the annotated text.</param>
/// <param name="Span">The annotated words, verbatim.</param>
/// <param name="Kind">sum, ratio, difference, year, date, duplicate, typo or unrelated.</param>
/// <param name="Subkind">A finer kind, or empty.</param>
/// <param name="Numbers">The numbers of the relation as printed.</param>
/// <param name="Verdict">consistent, rounding-ok, inconsistent or n/a.</param>
/// <param name="Severity">material, ulp, ambiguous, format-artefact, typo, or empty.</param>
/// <param name="Line">Line of the span, counted from 1.</param>
public sealed record Annotation(string File, string Span, string Kind, string Subkind, IReadOnlyList<string> Numbers, string Verdict, string Severity, int Line)
{
    /// <summary>True when an alarm on it is a hit.</summary>
    public bool IsError => Verdict == "inconsistent" && Severity is "material" or "ulp" && Kind != "typo";

    /// <summary>True when an alarm on it is a false alarm.</summary>
    public bool IsSound => Verdict == "consistent" || Kind == "unrelated";
}
