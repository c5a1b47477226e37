using Fadu.Rules.Measures;
using Fadu.Rules.Registers;

namespace Fadu.Rules.StatutoryTables;

/// <summary>A table that a law or an authority prescribes (政府信息公开年度报告, 行政执法统计年报 …), filled from measures.</summary>
public sealed record StatutoryTable(string Id, string Title, Basis Basis, IReadOnlyList<StatutorySheet> Sheets, Position Position);

/// <summary>One sheet of it.</summary>
/// <param name="ByOffice">The rows are the offices; else <paramref name="Rows"/>.</param>
public sealed record StatutorySheet(
    string Id, string Title, string Unit, bool ByOffice, IReadOnlyList<StatutoryColumn> Columns, IReadOnlyList<StatutoryRow> Rows, IReadOnlyList<StatutoryCheck> Checks)
{
    /// <summary>What a cell asks: the measure of the row, else of the column, with the filters of both; none where neither names a measure.</summary>
    public static MeasureRequest? Cell(StatutoryRow? row, StatutoryColumn column) =>
        (row?.Request ?? column.Request) is { } request ? request.With([.. column.Filters, .. row?.Filters ?? []]) : null;

    /// <summary>All that the sheet asks.</summary>
    public IEnumerable<MeasureRequest> Requests =>
        (from column in Columns from request in ByOffice ? [Cell(null, column)] : Rows.Select(r => Cell(r, column)) select request).OfType<MeasureRequest>().Distinct();
}

/// <summary>A column, with the headings above it from the outermost inwards.</summary>
public sealed record StatutoryColumn(IReadOnlyList<string> Headings, MeasureRequest? Request, IReadOnlyList<MeasureFilter> Filters);

/// <summary>A row.</summary>
/// <param name="Id">By which checks name it; may be empty.</param>
/// <param name="Indent">Levels under the rows above.</param>
public sealed record StatutoryRow(string Id, string Title, int Indent, MeasureRequest? Request, IReadOnlyList<MeasureFilter> Filters);
