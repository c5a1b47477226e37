using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;
using Fadu.Rules.Checking.Text;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Rates in tables: 受理 | 办结 | 办结率, row by row.
/// Which columns stand above and below the line is what most rows agree on; the heading of the rate has to name one of them before a row is accused.
/// </summary>
internal static class TableRates
{
    public static void Check(CheckContext context)
    {
        foreach (var table in context.Tables)
            for (var column = 2; column < table.Header.Count; column++)
                if (Stem(table.Header[column].Text) is { Length: >= 2 } stem) Column(context, table, column, stem);
    }

    private static string Stem(string header)
    {
        var bracket = header.IndexOf('(');
        var text = (bracket > 0 ? header[..bracket] : header).Trim();
        return text.EndsWith('率') && !text.Contains("增长", StringComparison.Ordinal) && !text.Contains("同比", StringComparison.Ordinal) ? text[..^1] : "";
    }

    private static void Column(CheckContext context, ReportTable table, int column, string stem)
    {
        var rows = table.Rows.Where(row => row.Cells.Count == table.Header.Count && row.Cell(column) is { Value: > 0, FigureId: >= 0 }).ToList();
        if (rows.Count < 2) return;
        var counts = Enumerable.Range(1, column - 1).Where(c => rows.All(row => row.Cell(c) is { Value: not null, FigureId: >= 0 } cell && !cell.Text.EndsWith('%'))).ToList();
        var best = (Part: -1, Whole: -1, Hits: 0);
        foreach (var part in counts)
            foreach (var whole in counts.Where(whole => whole != part))
            {
                var hits = rows.Count(row => Agreement(context, row, part, whole, column) >= RateAgreement.Truncated);
                if (hits > best.Hits) best = (part, whole, hits);
            }
        if (best.Hits < 2 || best.Hits * 2 < rows.Count) return;
        var named = table.Header[best.Part].Text.Contains(stem[^2..], StringComparison.Ordinal) || table.Header[best.Whole].Text.Contains(stem[^2..], StringComparison.Ordinal);
        foreach (var row in rows) Report(context, row, best.Part, best.Whole, column, named || best.Hits >= 3 && best.Hits * 4 >= rows.Count * 3);
    }

    private static RateAgreement Agreement(CheckContext context, TableRow row, int part, int whole, int column) =>
        row.Value(whole) is > 0 and var of ? PrintedRate.Compare(Rate(context, row, column), row.Value(part)!.Value / of * 100, new(0, 0)) : RateAgreement.None;

    private static Figure Rate(CheckContext context, TableRow row, int column) => context.Figures[row.Cell(column)!.FigureId] with { Group = UnitGroup.Percent };

    private static void Report(CheckContext context, TableRow row, int part, int whole, int column, bool certain)
    {
        var agreement = Agreement(context, row, part, whole, column);
        if (row.Value(whole) is not > 0 || agreement < RateAgreement.Truncated && !certain) return;
        var cell = row.Cell(column)!;
        var rate = Rate(context, row, column);
        var percent = row.Value(part)!.Value / row.Value(whole)!.Value * 100;
        List<Figure> figures = [context.Figures[cell.FigureId], context.Figures[row.Cell(part)!.FigureId], context.Figures[row.Cell(whole)!.FigureId]];
        var says = $"{Say.Number(row.Value(part)!.Value)}÷{Say.Number(row.Value(whole)!.Value)}={Say.Percent(percent, rate.Decimals)}";
        var verdict = agreement == RateAgreement.Exact ? Verdict.Consistent : agreement >= RateAgreement.Truncated ? Verdict.Rounding : agreement == RateAgreement.LastDigit ? Verdict.Doubtful : Verdict.Contradiction;
        context.Add(RelationKind.Table, verdict, cell.Start, cell.End, figures.Select(figure => figure.Numeral).ToList(), says + (agreement >= RateAgreement.Truncated ? $"，与{cell.Text}一致。" : $"，表中为{cell.Text}（本表其他各行均为此两列之比）。"),
            agreement >= RateAgreement.Truncated ? null : Say.Rounded(percent, rate.Decimals) + "%", figures);
    }
}
