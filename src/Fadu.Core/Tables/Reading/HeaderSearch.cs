namespace Fadu.Core.Tables;

/// <summary>Finds the sheet and the row that carry the headings, below whatever titles stand above.</summary>
internal static class HeaderSearch
{
    public static (RawSheet Sheet, TableHeader Header) Find(IReadOnlyList<RawSheet> sheets, TableReadOptions options)
    {
        var candidates = options.SheetName is { } name
            ? sheets.Where(s => s.Name.Trim() == name.Trim()).ToList()
            : sheets.Where(s => s.Visible && !RowHabits.IsNotesSheet(s.Name)).ToList();
        if (candidates.Count == 0)
            throw new TableReadException(options.SheetName is null ? "文件里没有可读的工作表。" : $"文件里没有名为“{options.SheetName}”的工作表。");
        (RawSheet Sheet, TableHeader Header, int Matches)? best = null;
        foreach (var sheet in candidates)
            if (InSheet(sheet, options) is var (header, matches) && (best is null || matches > best.Value.Matches))
                best = (sheet, header, matches);
        if (best is { } found) return (found.Sheet, found.Header);
        throw new TableReadException(options.ExpectedHeadings.Count == 0
            ? "表格是空的，没有找到表头。"
            : $"没有找到表头：前 {options.HeaderWithinRows} 行里应有一行写着“{string.Join("”“", options.ExpectedHeadings.Take(5))}”{(options.ExpectedHeadings.Count > 5 ? "等" : "")}。请用下载的模板填写。");
    }

    private static (TableHeader Header, int Matches)? InSheet(RawSheet sheet, TableReadOptions options)
    {
        var expected = options.ExpectedHeadings.Select(CellText.Heading).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var needed = expected.Count == 0 ? 0 : Math.Min(expected.Count, Math.Max(2, (expected.Count + 3) / 4));
        (TableHeader Header, int Matches)? best = null;
        var seen = 0;
        using var rows = sheet.Rows().GetEnumerator();
        while (seen < options.HeaderWithinRows && rows.MoveNext())
        {
            var row = rows.Current;
            if (row.IsBlank) continue;
            seen++;
            var filled = row.Cells.Count(c => !c.IsBlank);
            var matches = expected.Count == 0
                ? filled
                : row.Cells.Where(c => c.Kind == CellKind.Text).Select(c => CellText.Heading(c.Text)).Distinct(StringComparer.OrdinalIgnoreCase).Count(expected.Contains);
            if (expected.Count == 0 ? filled < 2 && best is not null : matches < needed) continue;
            if (best is null || matches > best.Value.Matches) best = (new TableHeader(row.Number, row.Cells.Select(c => CellText.Clean(c.Text).ReplaceLineEndings(""))), matches);
            if (expected.Count == 0 && filled >= 2) break;
        }
        return best;
    }
}
