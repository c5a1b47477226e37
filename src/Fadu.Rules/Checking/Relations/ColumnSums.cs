using System.Text.RegularExpressions;
using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;
using Fadu.Rules.Checking.Text;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// A table without a row of totals, beside a text that gives them: 五个地区共收案1036件、结案979件 are the sums of the columns 收案 and 结案.
/// Doubted where one digit of the table or of the text repairs it, and the text says 共 or agrees with another column.
/// </summary>
internal static partial class ColumnSums
{
    private const int FewestRows = 3;

    public static void Check(CheckContext context)
    {
        foreach (var table in context.Tables.Where(table => !DisclosureTable.Is(table) && !table.Rows.Any(row => TableTotals.IsTotalWord(row.Label))))
        {
            var rows = table.Rows.Where(row => row.Cells.Count == table.Header.Count).ToList();
            if (rows.Count < FewestRows) continue;
            var agreed = new HashSet<int>();
            var open = new List<(Figure Figure, List<Figure> Cells, decimal Sum)>();
            for (var column = 1; column < table.Header.Count; column++)
            {
                if (Cells(context, table, rows, column) is not { } cells) continue;
                var sum = cells.Sum(cell => cell.Value) * ColumnsInText.Factor(table.Header[column].Text);
                var named = ColumnsInText.Named(context, rows[^1].Line, table.Header[column].Text);
                foreach (var figure in named.Where(figure => figure.Value == sum))
                {
                    agreed.Add(figure.Sentence);
                    context.Add(RelationKind.Table, Verdict.Consistent, figure.Start, figure.End, [figure.Numeral, .. cells.Select(cell => cell.Numeral)], $"正文{Say.Labelled(context, figure)}，表中该列{Say.Sum(cells, sum)}，一致。", null, [figure, .. cells]);
                }
                if (named.Count == 1 && named[0].Value != sum) open.Add((named[0], cells, sum));
            }
            foreach (var (figure, cells, sum) in open.Where(item => agreed.Contains(item.Figure.Sentence) || Together().IsMatch(item.Figure.Before))) Doubt(context, figure, cells, sum);
        }
    }

    /// <summary>The figures of a column of counts, or null where a cell is no count.</summary>
    public static List<Figure>? Cells(CheckContext context, ReportTable table, List<TableRow> rows, int column)
    {
        var header = table.Header[column].Text;
        if (TableShares.IsShare(header) || header.EndsWith('率') || header.Contains('%') || header.Contains("同比", StringComparison.Ordinal) || header.Contains('增')) return null;
        var cells = rows.Select(row => row.Cell(column)).ToList();
        return cells.All(cell => cell is { Value: >= 0, FigureId: >= 0 } && !cell.Text.EndsWith('%')) ? cells.Select(cell => context.Figures[cell!.FigureId]).ToList() : null;
    }

    private static void Doubt(CheckContext context, Figure figure, List<Figure> cells, decimal sum)
    {
        var factor = sum / Math.Max(1, cells.Sum(cell => cell.Value));
        if (sum < 20 || factor != 1 || DigitRepair.Sum(figure.Value, cells.Select(cell => cell.Value).ToList()) is not { Count: > 0 } repair) return;
        context.Add(RelationKind.Table, Verdict.Doubtful, figure.Start, figure.End, [figure.Numeral, .. cells.Select(cell => cell.Numeral)], $"正文{Say.Labelled(context, figure)}，表中该列{Say.Sum(cells, sum)}。" + SumRelation.RepairText(repair, figure.Value, cells.Select(cell => cell.Value).ToList()), Say.Number(sum), [figure, .. cells]);
    }

    [GeneratedRegex("共|合计|总|累计|全[年省市县区州镇乡]")]
    private static partial Regex Together();
}
