using Fadu.Core.Documents;

namespace Fadu.Core.Reports;

/// <summary>A section as composed, for the list beside the paper.</summary>
public sealed record ComposedSection(string Id, string Part, string Title, string? Ask, int Figures);

/// <summary>A report put together: the document as it will print, and every figure in it.</summary>
public sealed record ComposedReport(
    string Title, OfficialDocument Document, IReadOnlyList<ComposedSection> Sections, IReadOnlyList<ReportFigure> Figures, IReadOnlyList<MissingNarrative> Missing)
{
    /// <summary>The figure with this identifier, or none.</summary>
    public ReportFigure? Figure(string? id) => Figures.FirstOrDefault(f => f.Id == id);
}
