namespace Fadu.Core.Tables;

/// <summary>One row; <paramref name="Number"/> is the row number the user sees in the spreadsheet.</summary>
public sealed record TableRow(int Number, TableHeader Header, IReadOnlyList<Cell> Cells)
{
    /// <summary>The cell under a heading; empty where the table has no such column.</summary>
    public Cell this[string heading] => Header.IndexOf(heading) is >= 0 and var i && i < Cells.Count ? Cells[i] : Cell.Empty;

    /// <summary>There is text to the right of the last heading, as a rule because a comma or a cell slipped.</summary>
    public bool ReachesBeyondHeader => Cells.Count > Header.Headings.Count;
}

/// <summary>A row that was left out, and why, so that nothing disappears unseen.</summary>
public sealed record SkippedRow(int Number, string Reason);
