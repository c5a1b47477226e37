using Fadu.Rules.Measures;

namespace Fadu.Rules.Reports;

/// <summary>A text with figures in it, taken apart.</summary>
/// <param name="Source">As written.</param>
public sealed record ReportText(string Source, IReadOnlyList<ReportPiece> Pieces)
{
    /// <summary>Its figures in order.</summary>
    public IEnumerable<FigurePiece> Figures => Pieces.OfType<FigurePiece>();

    /// <summary>Identifiers of figures typed by hand, in order.</summary>
    public IEnumerable<string> Typed => Pieces.OfType<TypedPiece>().Select(p => p.Id);
}

/// <summary>A piece of a report text.</summary>
public abstract record ReportPiece;

/// <summary>Words as they stand; a line feed begins a new paragraph.</summary>
public sealed record LiteralPiece(string Text) : ReportPiece;

/// <summary>A word that the report fills in: <c>district</c>, <c>office</c> (who reports), <c>year</c>, <c>period</c>.</summary>
public sealed record WordPiece(string Word) : ReportPiece;

/// <summary>A figure typed by hand, marked 无来源.</summary>
public sealed record TypedPiece(string Id) : ReportPiece;

/// <summary>How a figure is printed.</summary>
public enum FigureForm
{
    /// <summary>The value; rates with %.</summary>
    Value = 1,
    /// <summary>The value with its unit.</summary>
    Unit = 2,
    /// <summary>The value of the period before.</summary>
    Previous = 3,
    /// <summary>增长p% / 下降p% / 持平.</summary>
    Change = 4,
    /// <summary>The text of the definition (口径).</summary>
    Definition = 5,
}

/// <summary>A figure: a measure in a form.</summary>
/// <param name="Floor">Cuts the value down to a multiple of this, as in “250余件”.</param>
/// <param name="Decimals">Decimals printed at most, where not those of the measure.</param>
/// <param name="Office">Code of one office, where not the report's own scope.</param>
/// <param name="Scale">万元 or 亿元: the unit that an amount in 元 is printed in.</param>
public sealed record FigurePiece(
    MeasureRequest Request, FigureForm Form, int? Floor = null, int? Decimals = null, string? Office = null, string? Scale = null) : ReportPiece
{
    /// <summary>Identifier of the measure.</summary>
    public string Measure => Request.Measure;
}
