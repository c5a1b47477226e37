using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Text;

/// <summary>One cell with its place; <see cref="FigureId"/> is −1 where no number stands.</summary>
internal sealed record TableCell(int Start, int End, string Text, decimal? Value, int FigureId)
{
    public bool IsBlank => Text is "" or "-" or "—" or "/" or "——" or "--" or "－";
}

/// <summary>One row; a caption row has no cells and only heads what follows.</summary>
internal sealed record TableRow(int Line, IReadOnlyList<TableCell> Cells, string Caption)
{
    public string Label => Cells.Count > 0 && Cells[0].Value is null ? Cells[0].Text : "";

    public TableCell? Cell(int column) => column >= 0 && column < Cells.Count ? Cells[column] : null;

    public decimal? Value(int column) => Cell(column)?.Value;
}

/// <summary>A table as it stands in a text: header cells and rows.</summary>
internal sealed record ReportTable(IReadOnlyList<TableCell> Header, IReadOnlyList<TableRow> Rows)
{
    public bool HeaderContains(string word) => Header.Any(cell => cell.Text.Contains(word, StringComparison.Ordinal));
}
