using System.Globalization;
using Fadu.Core.Documents;
using Fadu.Rules.Measures;
using Fadu.Rules.Registers;
using Fadu.Rules.Reports;

namespace Fadu.Core.Reports;

/// <summary>Tables of measures: one measure in a row, its values in the columns.</summary>
internal sealed class FigureTables(int year, Func<FigurePiece, string> title, Rules.Registers.Law law, Func<string, FigurePiece, ReportFigure> figure)
{
    /// <summary>All figures of a table.</summary>
    public IEnumerable<FigurePiece> Pieces(ReportTable table) => table.Rows.SelectMany(r => Cells(table, r)).OfType<FigurePiece>();

    /// <summary>The table with its figures.</summary>
    public TableBlock Write(string section, ReportTable table)
    {
        var rows = table.Rows.Select(row => (IReadOnlyList<TableCell>)
            [title(row), law.Measures[row.Measure].Unit, .. Cells(table, row).Select(piece => Cell(section, piece))]).ToList();
        List<string> heads = ["项目", "单位"];
        foreach (var column in table.Columns)
        {
            heads.AddRange(column == ReportColumn.Value && Codes(table) is { Count: > 0 } codes ? [.. codes.Select(c => c.Title), "合计"] : [Head(column)]);
        }

        return new(table.Title, [[.. heads.Select(h => new TableCell(h))]], rows,
            [CellAlignment.Left, CellAlignment.Centre, .. heads.Skip(2).Select(h => h == "口径" ? CellAlignment.Left : CellAlignment.Right)]);
    }

    private TableCell Cell(string section, FigurePiece piece)
    {
        var made = figure(section, piece);
        return new([piece.Form == FigureForm.Definition ? new Run(made.Printed) : new Run(made.Printed, made.Id)]);
    }

    private IEnumerable<FigurePiece> Cells(ReportTable table, FigurePiece row) => table.Columns.SelectMany<ReportColumn, FigurePiece>(column => column switch
    {
        ReportColumn.Value when Codes(table) is { Count: > 0 } codes =>
            [.. codes.Select(c => row with { Request = row.Request.With([new(table.Split!, c.Id)]) }), row],
        ReportColumn.Previous => [row with { Form = FigureForm.Previous }],
        ReportColumn.Change => [row with { Form = FigureForm.Change }],
        ReportColumn.Definition => [row with { Form = FigureForm.Definition }],
        _ => [row],
    });

    private IReadOnlyList<Code> Codes(ReportTable table)
    {
        if (table.Split is not { } field || law.Measures[table.Rows[0].Measure] is not { Register.Length: > 0 } measure)
        {
            return [];
        }

        var facts = law.Facts(measure.Register);
        return ((measure.RowsField is { } rows ? facts.FindRows(rows)?.Find(field) : null) ?? facts.Find(field))?.Codes?.Codes.ToList() ?? [];
    }

    private string Head(ReportColumn column) => column switch
    {
        ReportColumn.Previous => string.Create(CultureInfo.InvariantCulture, $"{year - 1}年"),
        ReportColumn.Change => "增减",
        ReportColumn.Definition => "口径",
        _ => string.Create(CultureInfo.InvariantCulture, $"{year}年"),
    };
}
