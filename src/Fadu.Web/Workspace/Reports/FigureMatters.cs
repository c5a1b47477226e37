using Fadu.Core.Reports;

namespace Fadu.Web.Workspace.Reports;

/// <summary>The matters behind a figure, list by list, one page of each.</summary>
/// <param name="Frozen">They are shown as frozen, beside their present state.</param>
public sealed record FigureMatters(ReportFigure Figure, IReadOnlyList<FigureMattersList> Lists, RestatedFigure? Restated, IReadOnlyList<FrozenMatter> Added, bool Frozen, int Page)
{
    /// <summary>Matters on a page.</summary>
    public const int PageSize = 100;
}

/// <summary>One count or sum behind the figure.</summary>
/// <param name="Removed">Matters that do not count any more.</param>
public sealed record FigureMattersList(FigureList List, IReadOnlyList<FrozenMatter> Matters, IReadOnlySet<long> Removed);
