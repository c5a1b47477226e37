using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Text;

/// <summary>
/// Finds tables laid out with bars or tabs.
/// A row of words after rows of numbers starts a new table; one short line between rows is a caption (in the disclosure report the groups stand so).
/// </summary>
internal sealed class TableReader(SourceText source)
{
    private readonly bool[] isTable = new bool[source.LineCount];

    public bool IsTableLine(int line) => isTable[line];

    public IReadOnlyList<ReportTable> Read(List<Figure> figures)
    {
        var tables = new List<ReportTable>();
        var rows = new List<TableRow>();
        IReadOnlyList<TableCell> header = [];
        var seenNumbers = false;
        var gap = 0;
        void Close()
        {
            if (rows.Any(row => row.Cells.Any(cell => cell.Value is not null))) tables.Add(FoldedTable.Unfold(Aligned(header, rows)));
            rows = [];
            header = [];
            seenNumbers = false;
        }
        for (var line = source.BodyLine; line < source.LineCount; line++)
        {
            if (!isTable[line])
            {
                var text = source.Line(line).Trim();
                if (text.IsEmpty) continue;
                if (++gap > 1 || text.Length > 40 || text.Contains('。')) { Close(); continue; }
                rows.Add(new(line, [], text.ToString()));
                continue;
            }
            gap = 0;
            var cells = Cells(line, figures);
            if (cells.Count == 0) continue;
            var wordsOnly = cells.Count >= 2 && cells.All(cell => cell.Value is null) && cells.Count(cell => cell.Text.Length > 0) >= 2;
            if (wordsOnly)
            {
                // The same headings again (a new page) go on with the same table.
                if (seenNumbers && cells.Select(cell => cell.Text).SequenceEqual(header.Select(cell => cell.Text))) continue;
                if (seenNumbers) Close();
                if (header.Count == 0 || !seenNumbers) { header = Under(header, cells); continue; }
            }
            seenNumbers |= cells.Any(cell => cell.Value is not null);
            rows.Add(new(line, cells, ""));
        }
        Close();
        return tables;
    }

    // A second line of headings: below a heading of its own width it fills the blanks, below 法人或其他组织 it takes that heading's place.
    private static IReadOnlyList<TableCell> Under(IReadOnlyList<TableCell> upper, IReadOnlyList<TableCell> lower)
    {
        if (upper.Count == lower.Count) return upper.Zip(lower, (above, below) => below.Text.Length > 0 ? below : above).ToList();
        var wide = upper.ToList().FindIndex(cell => cell.Text.Contains("法人", StringComparison.Ordinal));
        return wide < 0 ? lower : [.. upper.Take(wide), .. lower, .. upper.Skip(wide + 1)];
    }

    // The heading of the labels covers several columns (as in the statutory table): they are joined to one.
    private static ReportTable Aligned(IReadOnlyList<TableCell> header, List<TableRow> rows)
    {
        var labels = header.Skip(1).TakeWhile(cell => cell.Text.Length == 0).Count();
        if (labels == 0 || labels + 2 > header.Count || rows.Any(row => row.Cells.Count == header.Count && row.Cells.Take(labels + 1).Any(cell => cell.Value is not null))) return new(header, rows.Select(row => Fit(row, header.Count)).ToList());
        var joined = rows.Select(row => row.Cells.Count == header.Count ? Fit(row, header.Count - labels) : row);
        return new([header[0], .. header.Skip(labels + 1)], joined.ToList());
    }

    // Labels may stand in two columns (三、本年度办理结果 | （一）予以公开): they are joined so that the numbers stand under their headings.
    private static TableRow Fit(TableRow row, int width)
    {
        var extra = row.Cells.Count - width;
        if (width < 2 || extra <= 0 || extra > 3 || row.Cells.Take(extra + 1).Any(cell => cell.Value is not null)) return row;
        var label = string.Join(" ", row.Cells.Take(extra + 1).Select(cell => cell.Text).Where(text => text.Length > 0));
        return row with { Cells = [new(row.Cells[0].Start, row.Cells[extra].End, label, null, -1), .. row.Cells.Skip(extra + 1)] };
    }

    public void Mark()
    {
        for (var line = source.BodyLine; line < source.LineCount; line++) isTable[line] = LooksLikeRow(line);
    }

    private bool LooksLikeRow(int line)
    {
        var text = source.Line(line);
        var raw = source.Raw.AsSpan(source.StartOf(line), text.Length);
        var bars = text.Count('|');
        if (bars == 0) return raw.Count('\t') >= 2 && !text.Contains('。');
        if (text.Contains('。') && text.Length > 120) return false;
        return bars >= 2 || text.Length < 80;
    }

    private List<TableCell> Cells(int line, List<Figure> figures)
    {
        var start = source.StartOf(line);
        var end = source.EndOf(line);
        var text = source.Reading;
        var separator = text.AsSpan(start, end - start).Contains('|') ? '|' : '\t';
        var from = start;
        var cells = new List<TableCell>();
        var framed = text.AsSpan(start, end - start).TrimStart().StartsWith("|");
        for (var i = start; i <= end; i++)
        {
            if (i < end && (separator == '|' ? text[i] : source.Raw[i]) != separator) continue;
            cells.Add(Cell(from, i, line, figures));
            from = i + 1;
        }
        if (framed)
        {
            if (cells.Count > 0 && cells[0].Text.Length == 0) cells.RemoveAt(0);
            if (cells.Count > 0 && cells[^1].Text.Length == 0) cells.RemoveAt(cells.Count - 1);
        }
        return cells.All(cell => cell.Text.Trim('-', ':', ' ').Length == 0 && cell.Text.Contains('-')) ? [] : cells;
    }

    private TableCell Cell(int start, int end, int line, List<Figure> figures)
    {
        var text = source.Reading;
        while (start < end && text[start] is ' ' or '*') start++;
        while (end > start && text[end - 1] is ' ' or '*') end--;
        var content = text[start..end];
        // A fall is printed with its sign: -8.
        var digits = start + 1 < end && text[start] == '-' ? start + 1 : start;
        var numeralEnd = digits < end && char.IsAsciiDigit(text[digits]) ? Numerals.EndOfArabic(text, source.Raw, digits) : digits;
        if (numeralEnd == digits || numeralEnd > end || !Numerals.TryValue(text.AsSpan(digits, numeralEnd - digits), out var value, out var decimals))
            return new(start, end, content, null, -1);
        if (digits > start) value = -value;
        var unitAt = numeralEnd;
        var factor = Numerals.Magnitude(text, ref unitAt);
        var unit = "";
        var group = UnitGroup.None;
        if (unitAt < end && Units.TryMatch(text.AsSpan(unitAt, end - unitAt), out var length, out group)) { unit = text.Substring(unitAt, length); unitAt += length; }
        // "1.属于国家秘密" and "2024年" are labels: the number has to fill the cell.
        if (unitAt < end || (unit == "年" && value is > 1900 and < 2100)) return new(start, end, content, null, -1);
        figures.Add(new()
        {
            Id = figures.Count,
            Start = start,
            End = end,
            Numeral = source.Raw[start..numeralEnd],
            Value = value * factor,
            Factor = factor,
            Decimals = decimals,
            Unit = unit,
            Group = group,
            Role = FigureRole.Cell,
            Paragraph = line,
            Sentence = -1,
            Segment = -1,
        });
        return new(start, end, content, value * factor, figures.Count - 1);
    }
}
