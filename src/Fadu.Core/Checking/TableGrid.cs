using System.Text;

namespace Fadu.Core.Checking;

/// <summary>
/// A table with merged cells as lines of equal width, so that every number stands under its heading: what a merged cell covers beside its first
/// place is blank. A line of one cell is a caption and has no bars.
/// </summary>
internal sealed class TableGrid
{
    /// <summary>Most columns that are read.</summary>
    public const int MaxColumns = 200;

    private const int LongestLabel = 40;
    private readonly List<(List<string> Cells, bool Caption)> rows = [];
    private readonly int[] covered = new int[MaxColumns];
    private long length;

    /// <summary>Adds a row of cells with the columns and rows that each covers; rows beyond the longest text that is checked are left out.</summary>
    public void Add(IReadOnlyList<(string Text, int Columns, int Rows)> cells)
    {
        if (length > ReportReader.MaxCharacters) return;
        var row = new List<string>();
        var column = 0;
        var caption = cells.Count == 1 && !covered.Any(left => left > 0);
        foreach (var (text, columns, down) in cells)
        {
            while (column < MaxColumns && covered[column] > 0) column++;
            if (column >= MaxColumns) break;
            var words = text.Replace('|', ' ').Trim();
            if (words.Length > 0) row.AddRange(Enumerable.Repeat("", column - row.Count).Append(words));
            length += words.Length + 3;
            for (var end = Math.Min(MaxColumns, column + Math.Clamp(columns, 1, MaxColumns)); column < end; column++) covered[column] = Math.Max(down, 1);
        }

        for (var i = 0; i < MaxColumns; i++) covered[i] = Math.Max(0, covered[i] - 1);
        if (row.Count > 0) rows.Add((row, caption));
    }

    /// <summary>Writes the rows that have words.</summary>
    public void Write(StringBuilder text)
    {
        var width = rows.Select(row => row.Cells.Count).DefaultIfEmpty(0).Max();
        var begun = false;
        foreach (var (cells, caption) in rows)
        {
            var single = cells.Count == 1;
            begun |= cells.Count(cell => cell.Length > 0) > 1;
            // A title above the headings, and a note below the numbers.
            var alone = caption || single && (!begun || cells[0].Length > LongestLabel || cells[0].Contains('。'));
            text.Append(alone ? cells[0] : Line(cells, width)).Append('\n');
        }
    }

    // A bar at the start of a line would be taken for the frame of the table: a line whose first cell is blank gets the frame.
    private static string Line(List<string> cells, int width)
    {
        var line = string.Join(" | ", cells.Concat(Enumerable.Repeat("", width - cells.Count)));
        return cells[0].Length == 0 ? $"| {line} |" : line;
    }
}
