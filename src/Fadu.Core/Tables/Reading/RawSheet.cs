namespace Fadu.Core.Tables;

/// <summary>A row before the header is known: cells by column, without trailing blanks.</summary>
internal readonly record struct RawRow(int Number, Cell[] Cells)
{
    public bool IsBlank => Cells.Length == 0;

    public static RawRow Of(int number, List<Cell> cells)
    {
        var used = cells.Count;
        while (used > 0 && cells[used - 1].IsBlank) used--;
        return new(number, used == 0 ? [] : cells.GetRange(0, used).ToArray());
    }
}

/// <summary>A sheet of any kind of file. Rows can be asked for more than once; each time the file is read anew.</summary>
internal sealed record RawSheet(string Name, bool Visible, Func<IEnumerable<RawRow>> Rows);
