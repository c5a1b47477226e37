using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;
using Fadu.Rules.Checking.Text;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// A share of the text whose count stands in a table: 收案量以临江区最多，占30.7% is the row 临江区 of the column 收案.
/// Agreement with any column is recorded; a doubt needs the column named and one digit that repairs it.
/// </summary>
internal static class SharesOfRows
{
    private const int Near = 12;
    private const int Clause = 40;

    public static void Check(CheckContext context)
    {
        if (context.Tables.Count == 0) return;
        var known = context.Relations.SelectMany(relation => relation.FigureIds).ToHashSet();
        foreach (var rate in context.Quantities.Where(figure => figure.Group == UnitGroup.Percent && figure.IsExact && !known.Contains(figure.Id)))
        {
            if (RateCue.Of(context, rate).Kind != RateKind.Share) continue;
            foreach (var table in context.Tables.Where(table => !DisclosureTable.Is(table) && table.Rows.Any(row => Math.Abs(row.Line - rate.Paragraph) <= Near)))
                if (Judge(context, table, rate)) break;
        }
    }

    private static bool Judge(CheckContext context, ReportTable table, Figure rate)
    {
        var (start, _) = context.SentenceAt(rate.Start);
        var sentence = context.Text[start..rate.Start];
        var clause = sentence[(sentence.LastIndexOf(';') + 1)..];
        if (clause.Length > Clause) return false;
        var rows = table.Rows.Where(row => row.Cells.Count == table.Header.Count).ToList();
        var total = rows.LastOrDefault(row => TableTotals.IsTotalWord(row.Label));
        if (total is not null) rows.Remove(total);
        var named = rows.Where(row => row.Label.Length >= 2 && clause.Contains(row.Label, StringComparison.Ordinal)).ToList();
        if (named.Count != 1 || rows.Count < 2) return false;
        (Figure Cell, decimal Whole)? slip = null;
        for (var column = 1; column < table.Header.Count; column++)
        {
            if (ColumnSums.Cells(context, table, rows, column) is not { } cells) continue;
            var cell = cells[rows.IndexOf(named[0])];
            var whole = total?.Value(column) ?? cells.Sum(figure => figure.Value);
            if (whole <= 0) continue;
            var percent = cell.Value / whole * 100;
            if (PrintedRate.Compare(rate, percent, new(0, 0)) >= RateAgreement.Truncated)
            {
                Add(context, Verdict.Consistent, rate, cell, whole, "，一致。", null);
                return true;
            }
            if (ColumnsInText.WordOf(table.Header[column].Text) is { Length: >= 2 } word && sentence.Contains(word, StringComparison.Ordinal) && RatioSlip.Near(rate, percent)) slip = (cell, whole);
        }
        if (slip is { } found) Add(context, Verdict.Doubtful, rate, found.Cell, found.Whole, $"，文中为{Say.Printed(context, rate)}，只差一个数字。", Say.Rounded(found.Cell.Value / found.Whole * 100, rate.Decimals) + "%");
        return slip is not null;
    }

    private static void Add(CheckContext context, Verdict verdict, Figure rate, Figure cell, decimal whole, string says, string? expected) =>
        context.Add(RelationKind.Ratio, verdict, rate.Start, rate.End, [rate.Numeral, cell.Numeral, Say.Number(whole)], $"表中{Say.Number(cell.Value)}÷{Say.Number(whole)}={Say.Percent(cell.Value / whole * 100, rate.Decimals)}" + says, expected, [rate, cell]);
}
