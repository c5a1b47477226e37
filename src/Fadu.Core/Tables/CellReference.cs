using System.Globalization;

namespace Fadu.Core.Tables;

/// <summary>References such as C12; columns count from 0, rows from 1 as the user sees them.</summary>
internal static class CellReference
{
    public const int MostColumns = 16_384;
    public const int MostRows = 1_048_576;

    public static string Letters(int column)
    {
        var letters = "";
        for (var n = column + 1; n > 0; n = (n - 1) / 26) letters = (char)('A' + (n - 1) % 26) + letters;
        return letters;
    }

    public static string Of(int column, int row) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>Column and row of a reference; -1 for a part that is missing or out of range.</summary>
    public static (int Column, int Row) Parse(ReadOnlySpan<char> reference)
    {
        int column = 0, i = 0;
        for (; i < reference.Length && char.IsAsciiLetter(reference[i]); i++)
        {
            column = column * 26 + (reference[i] & 0x1F);
            if (column > MostColumns) return (-1, -1);
        }
        var row = int.TryParse(reference[i..], NumberStyles.None, CultureInfo.InvariantCulture, out var r) && r is > 0 and <= MostRows ? r : -1;
        return (column - 1, row);
    }
}
