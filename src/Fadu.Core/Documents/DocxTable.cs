namespace Fadu.Core.Documents;

/// <summary>A ruled table over the whole text width; header rows repeat, rows do not break across pages.</summary>
internal sealed class DocxTable(WordXml w)
{
    private const int ManyColumns = 6;

    public void Write(TableBlock table)
    {
        var grid = TableGrid.Of(table);
        var widths = grid.Widths(GbPage.TextWidth);
        if (table.Caption is { Length: > 0 } caption) w.Paragraph(DocxStyles.Caption, () => w.Text(caption));
        w.Start("tbl").Start("tblPr").Element("tblW", ("w", GbPage.TextWidth), ("type", "dxa")).Element("jc", ("val", "center")).Start("tblBorders");
        foreach (var side in (ReadOnlySpan<string>)["top", "left", "bottom", "right", "insideH", "insideV"])
            w.Element(side, ("val", "single"), ("sz", 4), ("space", 0), ("color", "000000"));
        w.End().Element("tblLayout", ("type", "fixed"))
            .Start("tblCellMar").Element("left", ("w", 70), ("type", "dxa")).Element("right", ("w", 70), ("type", "dxa")).End().End();
        w.Start("tblGrid");
        foreach (var width in widths) w.Element("gridCol", ("w", width));
        w.End();
        foreach (var row in grid.Rows)
        {
            w.Start("tr").Start("trPr").Element("cantSplit");
            if (row.IsHeader) w.Element("tblHeader");
            w.End();
            foreach (var place in row.Places) Cell(place, row.IsHeader, widths, table.Alignments);
            w.End();
        }
        w.End();
    }

    private void Cell(TablePlace place, bool header, int[] widths, IReadOnlyList<CellAlignment>? alignments)
    {
        w.Start("tc").Start("tcPr").Element("tcW", ("w", widths.AsSpan(place.Column, place.Span).ToArray().Sum()), ("type", "dxa"));
        if (place.Span > 1) w.Element("gridSpan", ("val", place.Span));
        if (place.Merge == VerticalMerge.Begins) w.Element("vMerge", ("val", "restart"));
        if (place.Merge == VerticalMerge.Continues) w.Element("vMerge");
        w.Element("vAlign", ("val", "center")).End();
        var alignment = alignments is not null && place.Column < alignments.Count ? alignments[place.Column] : CellAlignment.Left;
        var small = widths.Length > ManyColumns;
        w.Paragraph((header ? DocxStyles.CellHead : DocxStyles.Cell) + (small ? DocxStyles.Small : ""), () =>
        {
            if (place.Cell is { } cell) w.Runs(cell.Runs);
        }, () =>
        {
            if (!header) w.Element("jc", ("val", alignment switch { CellAlignment.Centre => "center", CellAlignment.Right => "right", _ => "left" }));
        });
        w.End();
    }
}
