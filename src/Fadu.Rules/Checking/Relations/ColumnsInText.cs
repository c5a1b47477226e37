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
                Column(context, total.Line, table.Header[column].Text, context.Figures[cell.FigureId]);
            }
        }
    }

    /// <summary>What a column counts, without its year and unit; empty where the heading says nothing that a text would repeat.</summary>
    public static string WordOf(string header) => Unit().Replace(header, "") is { Length: >= 2 and <= 10 } word && !TableShares.IsShare(word) ? word : "";

    /// <summary>The figures near a line whose words end with the heading of a column; a column of one year speaks only to figures of that year.</summary>
    public static List<Figure> Named(CheckContext context, int line, string header)
    {
        if (WordOf(header) is not { Length: > 0 } word) return [];
        int? year = Year().Match(header) is { Success: true } match ? int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : null;
        return context.Quantities.Where(figure => Math.Abs(figure.Paragraph - line) <= Near && figure.IsExact && SumSearch.IsSummable(figure) && Labels.Clean(figure.Before).EndsWith(word, StringComparison.Ordinal) && !GrowthRelation.IsDelta(figure) && (year is null || GrowthRelation.YearOf(context, figure) == year)).ToList();
    }

    private static void Column(CheckContext context, int line, string header, Figure cell)
    {
        var value = cell.Value * Factor(header);
        var word = WordOf(header);
        var named = Named(context, line, header);
        var same = named.Where(figure => figure.Value == value).ToList();
        foreach (var figure in same)
            context.Add(RelationKind.Table, Verdict.Consistent, figure.Start, figure.End, [figure.Numeral, cell.Numeral], $"正文{Say.Labelled(context, figure)}与表中“{word}”合计一致。", null, [figure, cell]);
        if (same.Count > 0 || named.Count != 1) return;
        var unit = named[0].Ulp;
        if (value < 20 || value % unit != 0 || !DigitRepair.Replaces(named[0].Value / unit, value / unit)) return;
        context.Add(RelationKind.Table, Verdict.Doubtful, named[0].Start, named[0].End, [named[0].Numeral, cell.Numeral], $"正文{Say.Labelled(context, named[0])}，表中“{word}”合计为{Say.Number(value)}，只差一个数字，请核对。", Say.Number(value), [named[0], cell]);
    }

    /// <summary>The magnitude that a heading gives to its numbers.</summary>
    public static decimal Factor(string header) => header.Contains("万元", StringComparison.Ordinal) || header.Contains("(万", StringComparison.Ordinal) ? 10_000 : header.Contains("亿元", StringComparison.Ordinal) ? 100_000_000 : 1;

    [GeneratedRegex(@"^(\d{4})年")]
    private static partial Regex Year();

    [GeneratedRegex(@"^\d{4}年度?|[(（][^()（）]*[)）]|数量$|数$|件数$")]
    private static partial Regex Unit();
}
