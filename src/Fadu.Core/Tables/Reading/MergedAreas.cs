using System.Text;

namespace Fadu.Core.Tables;

/// <summary>
/// Areas merged downwards: the value of the top cell is repeated below it, which is what a reader of the sheet understands.
/// The list stands behind the rows in the file, so it is found by a scan of the bytes before the rows are read.
/// </summary>
internal sealed class MergedAreas(IReadOnlyList<(int Top, int Bottom, int Column)> areas)
{
    private const int Most = 200_000;
    private readonly List<(int Bottom, int Column, Cell Value)> _active = [];
    private int _next;

    public static IReadOnlyList<(int Top, int Bottom, int Column)> Scan(Stream sheet)
    {
        var areas = new List<(int Top, int Bottom, int Column)>();
        var buffer = new byte[64 * 1024];
        var kept = 0;
        for (int n; (n = sheet.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var span = buffer.AsSpan(0, kept + n);
            int at;
            while ((at = span.IndexOf("mergeCell "u8)) >= 0)
            {
                span = span[at..];
                var end = span.IndexOf((byte)'>');
                if (end < 0) break;
                Add(areas, span[..end]);
                span = span[end..];
            }
            kept = Math.Min(span.Length, 512);
            span[^kept..].CopyTo(buffer);
        }
        areas.Sort();
        return areas;
    }

    private static void Add(List<(int Top, int Bottom, int Column)> areas, ReadOnlySpan<byte> element)
    {
        var start = element.IndexOf("ref="u8) + 5;
        if (start < 5 || start >= element.Length) return;
        var length = element[start..].IndexOfAny((byte)'"', (byte)'\'');
        if (length <= 0 || length > 32) return;
        Span<char> text = stackalloc char[length];
        Encoding.Latin1.GetChars(element.Slice(start, length), text);
        var colon = text.IndexOf(':');
        if (colon < 0) return;
        var (column, top) = CellReference.Parse(text[..colon]);
        var (_, bottom) = CellReference.Parse(text[(colon + 1)..]);
        if (column < 0 || top < 0 || bottom <= top) return;
        if (areas.Count >= Most) throw TableReadException.TooLarge("合并单元格过多");
        areas.Add((top, bottom, column));
    }

    public void FillDown(int row, List<Cell> cells)
    {
        if (_next == areas.Count && _active.Count == 0) return;
        for (; _next < areas.Count && areas[_next].Top <= row; _next++)
            if (areas[_next] is var (top, bottom, column) && top == row && column < cells.Count && !cells[column].IsBlank)
                _active.Add((bottom, column, cells[column] with { FilledDown = true }));
        for (var i = _active.Count - 1; i >= 0; i--)
        {
            var (bottom, column, value) = _active[i];
            if (row > bottom)
            {
                _active.RemoveAt(i);
                continue;
            }
            while (cells.Count <= column) cells.Add(Cell.Empty);
            if (cells[column].IsBlank) cells[column] = value;
        }
    }
}
