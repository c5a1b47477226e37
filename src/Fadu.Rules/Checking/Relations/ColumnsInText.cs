using System.Text.RegularExpressions;
using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;
using Fadu.Rules.Checking.Text;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// The total of a column and the same figure in the text: 立案 | 172 in the row 合计, 全年共立案172件 beside the table.
/// Only a slip of one digit is doubted, because the text may speak of another period or scope under the same word.
/// </summary>
internal static partial class ColumnsInText
{
    private const int Near = 12;

    public static void Check(CheckContext context)
    {
        foreach (var table in context.Tables.Where(table => !DisclosureTable.Is(table)))
        {
            var total = table.Rows.LastOrDefault(row => TableTotals.IsTotalWord(row.Label));
            if (total is null || total.Cells.Count != table.Header.Count) continue;
            for (var column = 1; column < table.Header.Count; column++)
            {
                if (total.Cell(column) is not { Value: > 0, FigureId: >= 0 } cell) continue;
                var word = Unit().Replace(table.Header[column].Text, "");
                if (word.Length is < 2 or > 10 || TableShares.IsShare(word)) continue;
                Column(context, total.Line, word, Year().Match(table.Header[column].Text) is { Success: true } year ? int.Parse(year.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : null, context.Figures[cell.FigureId], Factor(table.Header[column].Text));
            }
        }
    }

    // A column of one year speaks only to figures of that year.
    private static void Column(CheckContext context, int line, string word, int? year, Figure cell, decimal factor)
    {
        var value = cell.Value * factor;
        var named = context.Quantities.Where(figure => Math.Abs(figure.Paragraph - line) <= Near && figure.IsExact && SumSearch.IsSummable(figure) && Labels.Clean(figure.Before).EndsWith(word, StringComparison.Ordinal) && !GrowthRelation.IsDelta(figure) && (year is null || GrowthRelation.YearOf(context, figure) == year)).ToList();
        var same = named.Where(figure => figure.Value == value).ToList();
        foreach (var figure in same)
            context.Add(RelationKind.Table, Verdict.Consistent, figure.Start, figure.End, [figure.Numeral, cell.Numeral], $"正文{Say.Labelled(context, figure)}与表中“{word}”合计一致。", null, [figure, cell]);
        if (same.Count > 0 || named.Count != 1) return;
        var unit = named[0].Ulp;
        if (value < 20 || value % unit != 0 || !DigitRepair.Replaces(named[0].Value / unit, value / unit)) return;
        context.Add(RelationKind.Table, Verdict.Doubtful, named[0].Start, named[0].End, [named[0].Numeral, cell.Numeral], $"正文{Say.Labelled(context, named[0])}，表中“{word}”合计为{Say.Number(value)}，只差一个数字，请核对。", Say.Number(value), [named[0], cell]);
    }

    private static decimal Factor(string header) => header.Contains("万元", StringComparison.Ordinal) || header.Contains("(万", StringComparison.Ordinal) ? 10_000 : header.Contains("亿元", StringComparison.Ordinal) ? 100_000_000 : 1;

    [GeneratedRegex(@"^(\d{4})年")]
    private static partial Regex Year();

    [GeneratedRegex(@"^\d{4}年度?|[(（][^()（）]*[)）]|数量$|数$|件数$")]
    private static partial Regex Unit();
}
