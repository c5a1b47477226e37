using Fadu.Rules.Measures;
using Fadu.Rules.StatutoryTables;

namespace Fadu.Core.StatutoryTables;

/// <summary>A cell: what it asks and what came out.</summary>
/// <param name="Office">The office counted, where rows are offices.</param>
public sealed record FilledCell(MeasureRequest? Request, MeasureValue? Value, string? Office);

/// <summary>A row with its cells.</summary>
public sealed record FilledRow(string Title, int Indent, IReadOnlyList<FilledCell> Cells);

/// <summary>A sheet filled for a period.</summary>
/// <param name="Broken">Identities that do not hold, in words.</param>
public sealed record FilledSheet(StatutorySheet Sheet, IReadOnlyList<FilledRow> Rows, IReadOnlyList<string> Broken);
