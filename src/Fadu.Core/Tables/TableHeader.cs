namespace Fadu.Core.Tables;

/// <summary>The headings of a table as they stand in the file; comparison forgives blanks, width of letters and hints such as （必填）.</summary>
public sealed class TableHeader
{
    private readonly Dictionary<string, int> _index = new(StringComparer.OrdinalIgnoreCase);

    internal TableHeader(int row, IEnumerable<string> headings)
    {
        Row = row;
        Headings = [.. headings];
        var duplicates = new List<string>();
        for (var i = 0; i < Headings.Count; i++)
            if (CellText.Heading(Headings[i]) is { Length: > 0 } bare && !_index.TryAdd(bare, i)) duplicates.Add(Headings[i]);
        Duplicates = duplicates;
    }

    public int Row { get; }

    public IReadOnlyList<string> Headings { get; }

    /// <summary>Headings that occur twice; the first one counts.</summary>
    public IReadOnlyList<string> Duplicates { get; }

    public int IndexOf(string heading) =>
        _index.TryGetValue(heading, out var i) || _index.TryGetValue(CellText.Heading(heading), out i) ? i : -1;

    public IEnumerable<string> Missing(IEnumerable<string> expected) => expected.Where(h => IndexOf(h) < 0);

    /// <summary>Headings that nobody asked for; 序号 and the columns of our own error workbook are not among them.</summary>
    public IEnumerable<string> Unknown(IEnumerable<string> expected)
    {
        var known = expected.Select(CellText.Heading).Concat(["序号", ErrorWorkbook.RowHeading, ErrorWorkbook.FaultHeading]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Headings.Where(h => CellText.Heading(h) is { Length: > 0 } bare && !known.Contains(bare));
    }
}
