using System.Globalization;
using System.Text.RegularExpressions;
using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;
using Fadu.Rules.Checking.Text;

namespace Fadu.Rules.Checking.Relations;

/// <summary>Growth in tables: 2014年 | 2013年 | 增幅, row by row, believed where most rows keep it.</summary>
internal static partial class TableGrowth
{
    public static void Check(CheckContext context)
    {
        foreach (var table in context.Tables)
        {
            for (var column = 2; column < table.Header.Count; column++)
            {
                if (table.Header[column].Text.Contains("同比", StringComparison.Ordinal) || Change().IsMatch(table.Header[column].Text)) YearRows(context, table, column);
                var delta = Delta().IsMatch(table.Header[column].Text);
                if (!delta && !Change().IsMatch(table.Header[column].Text)) continue;
                var years = Enumerable.Range(1, column - 1).Select(c => (Column: c, Year: YearOf(table.Header[c].Text))).Where(pair => pair.Year != 0).TakeLast(2).ToList();
                if (years.Count != 2 || Math.Abs(years[0].Year - years[1].Year) != 1) continue;
                var (old, now) = years[0].Year < years[1].Year ? (years[0].Column, years[1].Column) : (years[1].Column, years[0].Column);
                if (delta) Differences(context, table, old, now, column);
                else Rows(context, table, old, now, column);
            }
        }
    }

    private static void Differences(CheckContext context, ReportTable table, int old, int now, int column)
    {
        var rows = table.Rows.Where(row => row.Cells.Count == table.Header.Count && row.Value(old) is not null && row.Value(now) is not null && row.Cell(column) is { Value: not null, FigureId: >= 0 }).ToList();
        bool Holds(TableRow row) => Math.Abs(row.Value(column)!.Value) == Math.Abs(row.Value(now)!.Value - row.Value(old)!.Value);
        var kept = rows.Count(Holds);
        if (kept < 2 || kept * 4 < rows.Count * 3) return;
        foreach (var row in rows)
        {
            var difference = row.Value(now)!.Value - row.Value(old)!.Value;
            var cells = new[] { row.Cell(column)!, row.Cell(now)!, row.Cell(old)! };
            List<Figure> figures = [.. cells.Where(cell => cell.FigureId >= 0).Select(cell => context.Figures[cell.FigureId])];
            var says = $"{Say.Number(row.Value(now)!.Value)}−{Say.Number(row.Value(old)!.Value)}={Say.Number(difference)}";
            context.Add(RelationKind.Table, Holds(row) ? Verdict.Consistent : Verdict.Contradiction, cells[0].Start, cells[0].End, cells.Select(cell => cell.Text).ToList(), says + (Holds(row) ? "，一致。" : $"，表中为{cells[0].Text}。"), Holds(row) ? null : Say.Number(difference), figures);
        }
    }

    private static void Rows(CheckContext context, ReportTable table, int old, int now, int column)
    {
        var rows = table.Rows.Where(row => row.Cells.Count == table.Header.Count && row.Value(old) is > 0 && row.Value(now) is not null && row.Cell(column) is { Text.Length: > 0 } cell && cell.Text.EndsWith('%')).ToList();
        var judged = rows.Select(row => (Row: row, Rate: Rate(row.Cell(column)!), Change: (row.Value(now)!.Value - row.Value(old)!.Value) / row.Value(old)!.Value * 100)).Where(item => item.Rate is not null).ToList();
        var kept = judged.Count(item => PrintedRate.Compare(item.Rate!, Math.Abs(item.Change), new(0, 0)) >= RateAgreement.Truncated);
        if (kept == 0 || kept * 4 < judged.Count * 3) return;
        foreach (var (row, rate, change) in judged)
        {
            var cell = row.Cell(column)!;
            var agreement = PrintedRate.Compare(rate!, Math.Abs(change), new(0, 0));
            var turned = agreement >= RateAgreement.Truncated && change != 0 && cell.Text.StartsWith('-') != change < 0;
            List<string> numbers = [rate!.Numeral, row.Cell(now)!.Text, row.Cell(old)!.Text];
            List<Figure> figures = [.. new[] { row.Cell(now)!, row.Cell(old)!, cell }.Where(part => part.FigureId >= 0).Select(part => context.Figures[part.FigureId])];
            var says = $"（{Say.Number(row.Value(now)!.Value)}−{Say.Number(row.Value(old)!.Value)}）÷{Say.Number(row.Value(old)!.Value)}={Say.Percent(change, rate.Decimals)}";
            if (agreement >= RateAgreement.Truncated && !turned) context.Add(RelationKind.Table, agreement == RateAgreement.Exact ? Verdict.Consistent : Verdict.Rounding, cell.Start, cell.End, numbers, says + $"，与{cell.Text}一致。", null, figures);
            else if (kept >= 2) context.Add(RelationKind.Table, agreement == RateAgreement.LastDigit || turned ? Verdict.Doubtful : Verdict.Contradiction, cell.Start, cell.End, numbers, says + $"，表中为{cell.Text}。", Say.Rounded(change, rate.Decimals) + "%", figures);
        }
    }

    // 2023年 | 425 | 10.1% under 2022年 | 386: each row is a year, and the rate compares it with the year before.
    private static void YearRows(CheckContext context, ReportTable table, int column)
    {
        var rows = table.Rows.Where(row => row.Cells.Count == table.Header.Count && YearOf(row.Label) > 1900).ToDictionary(row => YearOf(row.Label), row => row);
        var pairs = rows.Where(pair => rows.ContainsKey(pair.Key - 1) && pair.Value.Cell(column) is { } cell && Rate(cell) is not null).Select(pair => (Now: pair.Value, Old: rows[pair.Key - 1])).ToList();
        if (pairs.Count == 0) return;
        foreach (var c in Enumerable.Range(1, table.Header.Count - 1).Where(c => c != column && pairs.All(pair => pair.Now.Value(c) is not null && pair.Old.Value(c) is > 0)))
        {
            decimal Of((TableRow Now, TableRow Old) pair) => (pair.Now.Value(c)!.Value - pair.Old.Value(c)!.Value) / pair.Old.Value(c)!.Value * 100;
            var kept = pairs.Count(pair => PrintedRate.Compare(Rate(pair.Now.Cell(column)!)!, Math.Abs(Of(pair)), new(0, 0)) >= RateAgreement.Truncated);
            var named = table.Header[c].Text.Length >= 2 && table.Header[column].Text.Contains(table.Header[c].Text[..2], StringComparison.Ordinal);
            if (kept == 0 || kept * 2 < pairs.Count || kept == 1 && !named) continue;
            foreach (var pair in pairs) Year(context, pair, c, column, Of(pair), kept >= 2 || named);
            return;
        }
    }

    private static void Year(CheckContext context, (TableRow Now, TableRow Old) pair, int c, int column, decimal change, bool certain)
    {
        var cell = pair.Now.Cell(column)!;
        var rate = Rate(cell)!;
        var agreement = PrintedRate.Compare(rate, Math.Abs(change), new(0, 0));
        if (agreement < RateAgreement.Truncated && !certain) return;
        var says = $"（{Say.Number(pair.Now.Value(c)!.Value)}−{Say.Number(pair.Old.Value(c)!.Value)}）÷{Say.Number(pair.Old.Value(c)!.Value)}={Say.Percent(change, rate.Decimals)}";
        List<string> numbers = [rate.Numeral, pair.Now.Cell(c)!.Text, pair.Old.Cell(c)!.Text];
        List<Figure> figures = [.. new[] { pair.Now.Cell(c)!, pair.Old.Cell(c)!, cell }.Where(part => part.FigureId >= 0).Select(part => context.Figures[part.FigureId])];
        if (agreement >= RateAgreement.Truncated) context.Add(RelationKind.Table, agreement == RateAgreement.Exact ? Verdict.Consistent : Verdict.Rounding, cell.Start, cell.End, numbers, says + $"，与{cell.Text}一致。", null, figures);
        else context.Add(RelationKind.Table, Verdict.Doubtful, cell.Start, cell.End, numbers, says + $"，表中为{cell.Text}。", Say.Rounded(change, rate.Decimals) + "%", figures);
    }

    // -20.00% is no cell of a count: the sign stands before the digits.
    private static Figure? Rate(TableCell cell)
    {
        if (Signed().Match(cell.Text) is not { Success: true } match || !decimal.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var value)) return null;
        var point = match.Groups[1].Value.IndexOf('.');
        return new() { Id = -1, Start = cell.Start, End = cell.End, Numeral = match.Groups[1].Value, Value = value, Decimals = point < 0 ? 0 : match.Groups[1].Value.Length - point - 1, Unit = "%", Group = UnitGroup.Percent, Role = FigureRole.Cell };
    }

    private static int YearOf(string header) => Year().Match(header) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : header is "今年" or "本年" or "本期" or "今年以来" ? 2 : header is "上年" or "去年" or "上期" or "去年同期" or "上年同期" ? 1 : 0;

    [GeneratedRegex("^(?:同比)?(?:增降|增减|增长|升降|变化)?(?:幅度|幅|率|同比)(?:[(]?%?[)]?)$|^同比(?:增长|增减|增幅|变化)?(?:[(]?%[)]?)?$|^(?:增降幅度|增长率|增幅|增减幅)$")]
    private static partial Regex Change();

    [GeneratedRegex("^(?:同比|较上年)?(?:增减|增加|增减数|增减量|净增|增量)(?:[(][^()]*[)])?$")]
    private static partial Regex Delta();

    [GeneratedRegex(@"^-?(\d+(?:\.\d+)?)%$")]
    private static partial Regex Signed();

    [GeneratedRegex(@"^(20\d{2})年(?:度|同期)?(?:[^\d]{0,6})$")]
    private static partial Regex Year();
}
