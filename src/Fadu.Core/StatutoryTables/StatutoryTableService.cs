using System.Globalization;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Measures;
using Fadu.Core.Offices;
using Fadu.Core.Tables;
using Fadu.Rules.Measures;
using Fadu.Rules.StatutoryTables;

namespace Fadu.Core.StatutoryTables;

/// <summary>Fills prescribed tables from the measures, for one office or the whole district, and checks their identities.</summary>
public sealed class StatutoryTableService(LawStore law, OfficeDirectory offices, MeasureService measures)
{
    /// <summary>All tables that the law folder holds.</summary>
    public IReadOnlyCollection<StatutoryTable> All => [.. law.Current.StatutoryTables.Values];

    /// <summary>Fills every sheet.</summary>
    public async Task<IReadOnlyList<FilledSheet>> FillAsync(StatutoryTable table, MeasureQuestion question, Actor actor, CancellationToken cancel = default)
    {
        var figures = await measures.EvaluateAsync([.. table.Sheets.SelectMany(s => s.Requests).Distinct()], question, actor, null, cancel);
        return [.. table.Sheets.Select(s => s.ByOffice ? ByOffice(s, figures, actor) : ByRows(s, figures))];
    }

    /// <summary>Writes filled sheets as a workbook.</summary>
    public void Write(Stream output, StatutoryTable table, IReadOnlyList<FilledSheet> sheets, string under)
    {
        using var book = new XlsxWriter(output);
        foreach (var filled in sheets)
        {
            var grouped = filled.Sheet.Columns.Any(c => c.Headings.Count > 1);
            TableColumn[] columns = [new(filled.Sheet.ByOffice ? "单位" : "项目", Width: 36), .. filled.Sheet.Columns.Select(c => new TableColumn(string.Join("／", c.Headings.Skip(c.Headings.Count > 1 ? 1 : 0)), ColumnType.Decimal))];
            var sheet = book.AddSheet(filled.Sheet.Title, columns, new SheetLayout
            {
                Title = filled.Sheet.Title,
                UnderTitle = $"{under}　单位：{filled.Sheet.Unit}　依据：{law.Current.Cite(table.Basis)}",
                Groups = grouped ? ["", .. filled.Sheet.Columns.Select(c => c.Headings.Count > 1 ? c.Headings[0] : "")] : null,
                BlankRowsWithChoices = 0,
                Filter = false,
            });
            foreach (var row in filled.Rows)
            {
                sheet.Row([new string('　', row.Indent) + row.Title, .. row.Cells.Select(c => (object?)c.Value?.Value)]);
            }
        }
    }

    private FilledSheet ByOffice(StatutorySheet sheet, MeasureFigures figures, Actor actor)
    {
        var requests = sheet.Columns.Select(c => StatutorySheet.Cell(null, c)).ToList();
        var rows = offices.Of(actor.Region).Where(o => figures.Offices.Contains(o.Code))
            .Select(o => new FilledRow(o.Name, 0, [.. requests.Select(r => new FilledCell(r, r is null ? null : figures.Of(r, o.Code), o.Code))]))
            .Where(r => r.Cells.Any(c => c.Value?.Value is not (null or 0)));
        return new(sheet, [.. rows, new("合计", 0, [.. requests.Select(r => new FilledCell(r, r is null ? null : figures.Total(r), null))])], []);
    }

    private static FilledSheet ByRows(StatutorySheet sheet, MeasureFigures figures)
    {
        List<FilledRow> rows = [.. sheet.Rows.Select(r => new FilledRow(r.Title, r.Indent, [.. sheet.Columns.Select(c => StatutorySheet.Cell(r, c)).Select(q => new FilledCell(q, q is null ? null : figures.Total(q), null))]))];
        return new(sheet, rows, [.. Broken(sheet, rows)]);
    }

    private static IEnumerable<string> Broken(StatutorySheet sheet, List<FilledRow> rows)
    {
        for (var column = 0; column < sheet.Columns.Count; column++)
        {
            decimal? Value(string id) => rows[sheet.Rows.ToList().FindIndex(r => r.Id == id)].Cells[column].Value?.Value;
            foreach (var check in sheet.Checks.Where(c => !c.Holds(Value)))
            {
                var (left, right) = check.Sides(Value);
                yield return string.Create(CultureInfo.InvariantCulture, $"{string.Join("／", sheet.Columns[column].Headings)}：{check.Says}（{left:0.##} 与 {right:0.##}）");
            }
        }
    }
}
