using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;
using Fadu.Rules.Checking.Text;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// This year's report against last year's: growth from last year's figure, what was carried over, stock and flow, and sentences copied with
/// their numbers.
/// A figure of last year is found by equal words and unit, and used only when those words stand once.
/// </summary>
internal static class PreviousReport
{
    public static void Check(CheckContext context)
    {
        if (context.Options.Previous is not { Length: > 0 } text) return;
        var previous = ReportChecker.Read(new SourceText(text), CheckOptions.Default);
        Growth(context, previous);
        Carried(context, previous);
        Stock(context, previous);
        Copied(context, previous);
    }

    // N件，同比增长p%: the old value stands in last year's text.
    private static void Growth(CheckContext context, CheckContext previous)
    {
        foreach (var rate in context.Quantities.Where(figure => figure.Group == UnitGroup.Percent && figure.IsExact && GrowthRelation.Sign(figure.Before) != 0))
        {
            var paragraph = context.Around(rate);
            var now = paragraph.Take(paragraph.IndexOf(rate)).LastOrDefault(figure => figure.Sentence == rate.Sentence && figure.Bracket == rate.Bracket && figure.Group != UnitGroup.Percent);
            if (now is null || !now.IsExact || !SumSearch.IsSummable(now) || GrowthRelation.IsDelta(now)) continue;
            // A bracket with the parts may stand between the number and its growth.
            if (context.Between(now, rate).ToString().Split('(')[0].Length > 24 || rate.Before.Length > 12) continue;
            if (Same(previous, now) is not { IsExact: true } old || old.Value == 0) continue;
            var sign = GrowthRelation.Sign(rate.Before);
            var change = (now.Value - old.Value) / old.Value * 100 * sign;
            var agreement = PrintedRate.Compare(rate, change, new(0, 0));
            var says = $"上年报告中“{Say.Labelled(previous, old)}”，（{Say.Number(now.Value)}−{Say.Number(old.Value)}）÷{Say.Number(old.Value)}={Say.Percent(change * sign, rate.Decimals)}";
            List<string> numbers = [rate.Numeral, now.Numeral, old.Numeral];
            if (agreement >= RateAgreement.Inputs) context.Add(RelationKind.Growth, agreement == RateAgreement.Exact ? Verdict.Consistent : Verdict.Rounding, now.Start, rate.End, numbers, says + "，一致。", null, [rate, now]);
            else context.Add(RelationKind.Growth, Verdict.Doubtful, now.Start, rate.End, numbers, says + $"，本年报告写{Say.Printed(context, rate)}。若上年数事后作过修正，请注明。", Say.Rounded(change, rate.Decimals) + "%", [rate, now]);
        }
    }

    private static void Carried(CheckContext context, CheckContext previous)
    {
        var now = context.Tables.FirstOrDefault(DisclosureTable.Is);
        var old = previous.Tables.FirstOrDefault(DisclosureTable.Is);
        if (now is null || old is null) return;
        var carried = now.Rows.FirstOrDefault(row => row.Label.Contains("上年", StringComparison.Ordinal) && row.Label.Contains("结转", StringComparison.Ordinal));
        var left = old.Rows.FirstOrDefault(row => row.Label.Contains("结转下年", StringComparison.Ordinal) || row.Label.Contains("下年度继续", StringComparison.Ordinal));
        if (carried is null || left is null) return;
        for (var column = 1; column < Math.Min(carried.Cells.Count, left.Cells.Count); column++)
        {
            if (carried.Value(column) is not { } here || left.Value(column) is not { } there) continue;
            var cell = carried.Cell(column)!;
            var says = $"本年表“上年结转”第{column}列为{Say.Number(here)}，上年表“结转下年度继续办理”为{Say.Number(there)}";
            context.Add(RelationKind.Duplicate, here == there ? Verdict.Consistent : Verdict.Contradiction, cell.Start, cell.End, [cell.Text, left.Cell(column)!.Text], says + (here == there ? "，一致。" : "，两者应相等。"), here == there ? null : Say.Number(there), [context.Figures[cell.FigureId]]);
        }
    }

    // 上年现行有效+本年制发−本年废止=本年现行有效, rows 规章 and 行政规范性文件.
    private static void Stock(CheckContext context, CheckContext previous)
    {
        foreach (var table in context.Tables.Where(IsStock))
        {
            foreach (var row in table.Rows.Where(row => row.Cells.Count >= 4 && row.Value(1) is not null && row.Value(2) is not null && row.Value(3) is not null))
            {
                var old = previous.Tables.Where(IsStock).SelectMany(other => other.Rows).FirstOrDefault(other => other.Label == row.Label)?.Value(3);
                if (old is not { } stock) continue;
                var expected = stock + row.Value(1)!.Value - row.Value(2)!.Value;
                var cells = row.Cells.Skip(1).Take(3).ToList();
                var says = $"上年现行有效{Say.Number(stock)}+本年制发{cells[0].Text}−本年废止{cells[1].Text}={Say.Number(expected)}，本年现行有效{cells[2].Text}";
                var holds = expected == row.Value(3);
                context.Add(RelationKind.Flow, holds ? Verdict.Consistent : Verdict.Doubtful, row.Cells[0].Start, row.Cells[3].End, [cells[2].Text, Say.Number(stock + row.Value(1)!.Value), cells[1].Text, cells[0].Text],
                    says + (holds ? "，一致。" : "，请核对是否有清理、失效等其他变动。"), holds ? null : Say.Number(expected), cells.Select(cell => context.Figures[cell.FigureId]));
            }
        }
    }

    private static bool IsStock(ReportTable table) => table.HeaderContains("制发") && table.HeaderContains("废止") && table.HeaderContains("现行有效");

    // A long sentence with numbers that stands in both reports word for word was probably not updated.
    private static void Copied(CheckContext context, CheckContext previous)
    {
        foreach (var sentence in context.Quantities.Where(figure => figure.Group != UnitGroup.Duration).GroupBy(figure => figure.Sentence).Where(group => group.Count() >= 2))
        {
            var (start, end) = context.SentenceAt(sentence.First().Start);
            var text = context.Text[start..end].Trim();
            if (text.Length < 24 || !previous.Text.Contains(text, StringComparison.Ordinal)) continue;
            context.Add(RelationKind.Duplicate, Verdict.Note, start, end, sentence.Select(figure => figure.Numeral).ToList(), "整句连同数字与上年报告完全相同，可能沿用旧稿未改。");
        }
    }

    private static Figure? Same(CheckContext previous, Figure now)
    {
        var label = Labels.Clean(now.Before);
        if (label.Length < 5) return null;
        var tail = label.Length > 10 ? label[^10..] : label;
        var found = previous.Quantities.Where(figure => Measure.SameUnit(figure, now) && Labels.Clean(figure.Before).EndsWith(tail, StringComparison.Ordinal)).ToList();
        return found.Count == 1 ? found[0] : null;
    }
}
