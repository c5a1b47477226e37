namespace Fadu.Core.Documents;

internal enum VerticalMerge
{
    None,
    Begins,
    Continues,
}

/// <summary>Where a cell stands; <see cref="Cell"/> is null for a place that is covered from above or left out.</summary>
internal readonly record struct TablePlace(int Column, int Span, VerticalMerge Merge, TableCell? Cell);

internal sealed record TableGridRow(bool IsHeader, IReadOnlyList<TablePlace> Places);

/// <summary>Lays cells with spans on a grid, so that every row covers every column.</summary>
internal sealed class TableGrid
{
    private readonly TableBlock _table;

    private TableGrid(TableBlock table, IReadOnlyList<TableGridRow> rows, int columns) => (_table, Rows, Columns) = (table, rows, columns);

    public IReadOnlyList<TableGridRow> Rows { get; }

    public int Columns { get; }

    public static TableGrid Of(TableBlock table)
    {
        var source = table.HeaderRows.Concat(table.Rows).ToList();
        if (source.Count == 0) throw new ArgumentException("A table needs a row.", nameof(table));
        var columns = Math.Max(1, source.Max(r => r.Sum(c => Math.Max(1, c.ColumnSpan))));
        var covered = new (int RowsLeft, int Span)[columns];
        var rows = new List<TableGridRow>();
        for (var i = 0; i < source.Count; i++)
        {
            var places = new List<TablePlace>();
            using var cells = source[i].GetEnumerator();
            for (var column = 0; column < columns;)
            {
                if (covered[column].RowsLeft > 0)
                {
                    var span = covered[column].Span;
                    covered[column].RowsLeft--;
                    places.Add(new(column, span, VerticalMerge.Continues, null));
                    column += span;
                }
                else if (cells.MoveNext())
                {
                    var cell = cells.Current;
                    var free = 1;
                    while (free < Math.Max(1, cell.ColumnSpan) && column + free < columns && covered[column + free].RowsLeft == 0) free++;
                    if (cell.RowSpan > 1) covered[column] = (cell.RowSpan - 1, free);
                    places.Add(new(column, free, cell.RowSpan > 1 ? VerticalMerge.Begins : VerticalMerge.None, cell));
                    column += free;
                }
                else places.Add(new(column++, 1, VerticalMerge.None, null));
            }
            rows.Add(new(i < table.HeaderRows.Count, places));
        }
        return new(table, rows, columns);
    }

    /// <summary>Given widths, or those of the longest text within bounds, so that one long column does not starve the rest.</summary>
    public int[] Widths(int total)
    {
        var weights = new double[Columns];
        for (var i = 0; i < Columns; i++) weights[i] = _table.Widths is { } given && i < given.Count ? Math.Max(0.1, given[i]) : 3;
        if (_table.Widths is null)
            foreach (var place in Rows.SelectMany(r => r.Places))
                if (place is { Span: 1, Cell: { } cell }) weights[place.Column] = Math.Max(weights[place.Column], Math.Min(16, TextWidth.InCharacters(cell.Runs) + 1));
        var sum = weights.Sum();
        var widths = weights.Select(x => (int)(total * x / sum)).ToArray();
        widths[^1] += total - widths.Sum();
        return widths;
    }
}
