using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;
using Fadu.Rules.Checking.Text;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Shares in tables: a column 占比 beside a column of counts, or a row 占比 under a row of counts.
/// The base is whatever most shares agree on: the printed total, the sum of the counts, or a total that the text names.
/// Where no base unites at least two shares nothing is said.
/// </summary>
internal static class TableShares
{
    private static readonly string[] ShareWords = ["占比", "比例", "比重", "占总", "占全", "占受理", "占新", "占收", "百分比"];

    public static void Check(CheckContext context)
    {
        foreach (var table in context.Tables)
        {
            for (var column = 1; column < table.Header.Count; column++)
            {
                if (!IsShare(table.Header[column].Text)) continue;
                Judge(context, Enumerable.Range(1, column - 1).Reverse().Where(c => IsCount(table, c)).Select(c => table.Rows.Where(row => row.Cells.Count > column).Select(row => (row.Cell(c), row.Cell(column), TableTotals.IsTotalWord(row.Label))).ToList()).ToList());
            }
            for (var index = 1; index < table.Rows.Count; index++)
            {
                var shares = table.Rows[index];
                var counts = table.Rows[index - 1];
                if (!IsShare(shares.Label) || counts.Cells.Count != shares.Cells.Count || IsShare(counts.Label)) continue;
                Judge(context, [Enumerable.Range(1, shares.Cells.Count - 1).Select(c => (counts.Cell(c), shares.Cell(c), c < table.Header.Count && TableTotals.IsTotalWord(table.Header[c].Text))).ToList()]);
            }
        }
    }

    public static bool IsShare(string label) => label.Length <= 14 && ShareWords.Any(word => label.Contains(word, StringComparison.Ordinal)) && !label.Contains("同比", StringComparison.Ordinal);

    private static bool IsCount(ReportTable table, int c) => !IsShare(table.Header[c].Text) && table.Rows.Count(row => row.Value(c) is not null && !row.Cell(c)!.Text.EndsWith('%')) >= 2;

    // The column and the base on which most shares agree.
    private static void Judge(CheckContext context, List<List<(TableCell? Count, TableCell? Share, bool Total)>> columns)
    {
        Reading? best = null;
        foreach (var column in columns)
            if (Read(context, column) is { } reading && (best is null || reading.Hits > best.Hits)) best = reading;
        if (best is null || best.Hits < 2 || best.Hits * 2 < best.Items) return;
        var closes = ClosingShares.Close(best.Pairs.Where(pair => !pair.Total).Select(pair => pair.Share.Value!.Value));
        foreach (var (count, share, isTotal) in best.Pairs)
            if (!isTotal && share.Value != 0) Report(context, count, share, best.Base, best.Hits >= 3 && best.Hits * 4 >= best.Items * 3 || best.Hits >= 2 && best.Items - best.Hits == 1 && best.Base.Name == "合计", closes);
    }

    private sealed record Reading(List<(TableCell Count, TableCell Share, bool Total)> Pairs, (decimal Value, Figure? Figure, string Name) Base, int Hits, int Items);

    private static Reading? Read(CheckContext context, List<(TableCell? Count, TableCell? Share, bool Total)> cells)
    {
        var pairs = cells.Where(cell => cell is { Count: { Value: not null, FigureId: >= 0 }, Share: { Value: not null, FigureId: >= 0 } }).Select(cell => (Count: cell.Count!, Share: cell.Share!, cell.Total)).ToList();
        var items = pairs.Where(pair => !pair.Total && pair.Share.Value > 0).ToList();
        if (items.Count < 2) return null;
        var bases = new List<(decimal Value, Figure? Figure, string Name)>();
        if (cells.FirstOrDefault(cell => cell.Total).Count is { Value: { } printed, FigureId: >= 0 } total) bases.Add((printed, context.Figures[total.FigureId], "合计"));
        bases.Add((items.Sum(item => item.Count.Value!.Value), null, "各项之和"));
        var largest = items.Max(item => item.Count.Value!.Value);
        var line = context.Source.LineAt(items[0].Count.Start);
        bases.AddRange(context.Quantities.Where(figure => figure.Paragraph < line && figure.Paragraph >= line - 12 && figure.IsExact && figure.Value >= largest && SumSearch.IsSummable(figure)).TakeLast(24).Reverse().Select(figure => (figure.Value, (Figure?)figure, Say.Labelled(context, figure))));
        var (whole, hits) = bases.Select(candidate => (candidate, Hits: items.Count(item => Agrees(context, item.Count, item.Share, candidate.Value) >= RateAgreement.Truncated))).MaxBy(pair => pair.Hits);
        return new(pairs, whole, hits, items.Count);
    }

    private static RateAgreement Agrees(CheckContext context, TableCell count, TableCell share, decimal whole) =>
        whole <= 0 ? RateAgreement.None : PrintedRate.Compare(Percent(context, share), count.Value!.Value / whole * 100, new(0, 0));

    // A column headed 占比（%） prints 42.3 without the sign; the value is the same.
    private static Figure Percent(CheckContext context, TableCell share) => context.Figures[share.FigureId] with { Group = UnitGroup.Percent };

    private static void Report(CheckContext context, TableCell count, TableCell share, (decimal Value, Figure? Figure, string Name) whole, bool certain, bool closes)
    {
        var agreement = Agrees(context, count, share, whole.Value);
        var rate = Percent(context, share);
        var percent = count.Value!.Value / whole.Value * 100;
        List<Figure> figures = [context.Figures[share.FigureId], context.Figures[count.FigureId]];
        if (whole.Figure is not null) figures.Add(whole.Figure);
        List<string> numbers = [rate.Numeral, context.Figures[count.FigureId].Numeral, whole.Figure?.Numeral ?? Say.Number(whole.Value)];
        var says = $"{Say.Number(count.Value.Value)}÷{Say.Number(whole.Value)}={Say.Percent(percent, rate.Decimals)}";
        if (agreement >= RateAgreement.Truncated)
            context.Add(RelationKind.Table, agreement == RateAgreement.Exact ? Verdict.Consistent : Verdict.Rounding, share.Start, share.End, numbers, $"{says}，与{share.Text}一致；基数取“{whole.Name}”。", null, figures);
        else if (agreement == RateAgreement.LastDigit && closes)
            context.Add(RelationKind.Table, Verdict.Rounding, share.Start, share.End, numbers, $"{says}，表中为{share.Text}。基数取“{whole.Name}”。{ClosingShares.Said}", null, figures);
        else if (certain)
            context.Add(RelationKind.Table, agreement == RateAgreement.LastDigit ? Verdict.Doubtful : Verdict.Contradiction, share.Start, share.End, numbers,
                $"{says}，表中为{share.Text}。基数取“{whole.Name}”（本表其他占比均以此为基数）。{(agreement == RateAgreement.LastDigit ? "末位相差1。" : "")}", Say.Rounded(percent, rate.Decimals) + "%", figures);
    }
}
