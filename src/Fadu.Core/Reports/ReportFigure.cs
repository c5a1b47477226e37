using Fadu.Rules.Expressions;
using Fadu.Rules.Reports;

namespace Fadu.Core.Reports;

/// <summary>One figure where it stands in a report: what it says and where it comes from.</summary>
public sealed record ReportFigure
{
    /// <summary>Unique in the report, one for each place: also the name behind its bookmark in the DOCX.</summary>
    public required string Id { get; init; }
    /// <summary>Section it stands in, e.g. <c>1.4</c>.</summary>
    public required string Section { get; init; }
    /// <summary>Name of the measure, with the names of its filters.</summary>
    public required string Title { get; init; }
    /// <summary>Measure; none = typed by hand (无来源).</summary>
    public string? Measure { get; init; }
    /// <summary>Filters as written, e.g. <c>result=uphold</c>; several are separated by commas.</summary>
    public string Filter { get; init; } = "";
    /// <summary>How it is printed.</summary>
    public FigureForm Form { get; init; } = FigureForm.Value;
    /// <summary>Definition by which it was computed (口径).</summary>
    public string? Definition { get; init; }
    /// <summary>The definition in words.</summary>
    public string DefinitionText { get; init; } = "";
    /// <summary>Office with all below it; none = the whole district.</summary>
    public string? Office { get; init; }
    /// <summary>Days it is about; none for a typed figure.</summary>
    public Period? Period { get; init; }
    /// <summary>Unit; <c>%</c> means that the value is a fraction of one.</summary>
    public string Unit { get; init; } = "";
    /// <summary>Value before rounding or cutting for print; missing where it cannot be computed.</summary>
    public decimal? Value { get; init; }
    /// <summary>Of a rate.</summary>
    public decimal? Numerator { get; init; }
    /// <summary>Of a rate.</summary>
    public decimal? Denominator { get; init; }
    /// <summary>The same a year before.</summary>
    public decimal? Previous { get; init; }
    /// <summary>As it stands in the text.</summary>
    public required string Printed { get; init; }
    /// <summary>The matters behind it.</summary>
    public IReadOnlyList<FigureList> Lists { get; init; } = [];

    /// <summary>Typed by hand.</summary>
    public bool Typed => Measure is null;

    /// <summary>The measure with its filters.</summary>
    public string Reference => Measure + (Filter.Length == 0 ? "" : $"[{Filter}]");
}
