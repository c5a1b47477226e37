using Fadu.Rules.Checking.Figures;
using Fadu.Rules.Checking.Text;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Figures of the text against the tables of the same report: the most productive cross-check (5 of 22 disagree).
/// The text may mean a group, one line of it, or a shorter list, so every reading is tried; only the six official result groups and the
/// two stocks are ever doubted, and only when the words before the number are the words of the table.
/// </summary>
internal static partial class TextAgainstTable
{
    private static readonly (string Key, string[] Words)[] Groups =
    [
        ("予以公开", ["予以公开"]), ("部分公开", ["部分公开"]), ("不予公开", ["不予公开"]), ("无法提供", ["无法提供"]), ("不予处理", ["不予处理"]), ("其他处理", ["其他处理"]),
    ];

    public static void Check(CheckContext context)
    {
        foreach (var table in context.Tables.Where(DisclosureTable.Is)) Disclosure(context, table);
        Rows(context);
        Upheld(context);
    }

    // 均获维持 in the text, and a table of 复议 and 诉讼 whose results are not all 维持.
    private static void Upheld(CheckContext context)
    {
        var tables = context.Tables.Where(table => table.HeaderContains("维持") && table.HeaderContains("纠正") && table.HeaderContains("总计")).ToList();
        if (tables.Count == 0) return;
        foreach (System.Text.RegularExpressions.Match match in AllUpheld().Matches(context.Text))
        {
            var upheld = tables.SelectMany(table => table.Rows.Select(row => (Kept: row.Value(IndexOf(table, "维持")), Total: row.Value(IndexOf(table, "总计"))))).Where(pair => pair.Total is > 0).ToList();
            if (upheld.Count == 0 || upheld.All(pair => pair.Kept == pair.Total)) continue;
            context.Add(RelationKind.Table, Verdict.Doubtful, match.Index, match.Index + match.Length, [.. match.Groups.Values.Skip(1).Select(group => group.Value).Where(value => value.Length > 0), .. upheld.Select(pair => Say.Number(pair.Kept ?? 0))],
                $"正文称全部维持，表中{string.Join("；", upheld.Select(pair => $"总计{Say.Number(pair.Total!.Value)}、维持{Say.Number(pair.Kept ?? 0)}"))}。");
        }
    }

    private static int IndexOf(ReportTable table, string word)
    {
        for (var column = 0; column < table.Header.Count; column++)
            if (table.Header[column].Text.Contains(word, StringComparison.Ordinal)) return column;
        return -1;
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"行政复议(?:案件)?(\d+)件[,、](?:行政)?诉讼(?:案件)?(\d+)件,(?:均获维持|均维持|全部维持|均被维持)")]
    private static partial System.Text.RegularExpressions.Regex AllUpheld();

    private static void Disclosure(CheckContext context, ReportTable table)
    {
        var totalColumn = table.Header.Count > 0 ? table.Header.Count - 1 : table.Rows.Max(row => row.Cells.Count) - 1;
        decimal Total(TableRow row) => row.Value(totalColumn) ?? row.Cells.Skip(1).Take(Math.Max(0, totalColumn - 1)).Sum(cell => cell.Value ?? 0);
        var groups = Collect(table);
        var received = table.Rows.FirstOrDefault(row => row.Label.Contains("新收", StringComparison.Ordinal));
        var carried = table.Rows.FirstOrDefault(row => row.Label.Contains("上年", StringComparison.Ordinal));
        var next = table.Rows.FirstOrDefault(row => row.Label.Contains("下年", StringComparison.Ordinal));
        foreach (var figure in context.Quantities.Where(figure => figure.IsWhole && figure.Unit is "件" or "宗"))
        {
            var named = Groups.Where(group => group.Words.Any(word => figure.Before.Contains(word, StringComparison.Ordinal))).Select(group => group.Key).ToList();
            if (figure.Before.Contains("依法", StringComparison.Ordinal) && named.Count == 0) continue;
            // 作其他处理（含申请人主动撤回申请）341件: the words stand before a bracket.
            if (named.Count == 0 && figure.Before.Length == 0) named = BeforeBracket(context, figure);
            if (named.Count > 0) { Group(context, figure, named, groups, Total); continue; }
            if (received is not null && Applicant(context, table, received, figure)) continue;
            if (next is not null && (figure.Before.Contains("转下年", StringComparison.Ordinal) || figure.Before.Contains("结转下", StringComparison.Ordinal)))
            {
                if (figure.Value == Total(next)) Pair(context, figure, [next], Total);
                else Differs(context, figure, "结转下年度继续办理", Total(next));
            }
            else if (received is not null && carried is not null && figure.Before.Contains("申请", StringComparison.Ordinal) && (figure.Before.Contains("公开", StringComparison.Ordinal) || figure.Before.Contains('收')) && !figure.Before.Contains("复议", StringComparison.Ordinal))
            {
                if (figure.Value == Total(received) + Total(carried)) Pair(context, figure, [received, carried], Total);
                else if (figure.Value == Total(received)) Pair(context, figure, [received], Total);
                else if (table.Rows.FirstOrDefault(row => row.Label.Contains("总计", StringComparison.Ordinal)) is { } total && figure.Value == Total(total)) Pair(context, figure, [total], Total);
                else if (figure.Before.Contains('收') && new[] { Total(received), Total(received) + Total(carried) }.FirstOrDefault(value => Slip(figure, value)) is > 0 and var meant) Differs(context, figure, meant == Total(received) ? "本年新收" : "本年新收与上年结转之和", meant);
            }
        }
    }

    // 自然人申请142件: one column of what was received.
    private static bool Applicant(CheckContext context, ReportTable table, TableRow received, Figure figure)
    {
        if (Applicants.FirstOrDefault(name => figure.Before.Contains(name, StringComparison.Ordinal)) is not { } applicant || received.Cell(IndexOf(table, applicant)) is not { Value: > 0 and var value, FigureId: >= 0 } cell) return false;
        if (figure.Value == value) context.Add(RelationKind.Table, Verdict.Consistent, figure.Start, figure.End, [figure.Numeral, cell.Text], $"正文{Say.Labelled(context, figure)}与表中本年新收的“{applicant}”一致。", null, [figure, context.Figures[cell.FigureId]]);
        else if (value >= 10 && figure.Before.Contains("申请", StringComparison.Ordinal) && Arithmetic.DigitRepair.Replaces(figure.Value, value)) Differs(context, figure, "本年新收·" + applicant, value);
        return true;
    }

    private static readonly string[] Applicants = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构"];

    private static bool Slip(Figure figure, decimal value) => figure.Value >= 100 && value >= 100 && !GrowthRelation.IsDelta(figure) && Arithmetic.DigitRepair.Repairs(figure.Value, value);

    private static void Differs(CheckContext context, Figure figure, string row, decimal value) =>
        context.Add(RelationKind.Table, Verdict.Doubtful, figure.Start, figure.End, [figure.Numeral, Say.Number(value)], $"正文{Say.Labelled(context, figure)}，表中“{row}”为{Say.Number(value)}，请核对。", Say.Number(value), [figure]);

    private static List<string> BeforeBracket(CheckContext context, Figure figure)
    {
        var close = figure.Start - 1;
        if (close < 0 || context.Text[close] != ')') return [];
        var bracket = context.Brackets.FirstOrDefault(item => item.End == close, new(-1, 0, 0, 0));
        if (bracket.Id < 0) return [];
        var lead = context.Text.AsSpan(Math.Max(context.Source.StartOf(figure.Paragraph), bracket.Start - 10), Math.Min(10, bracket.Start - context.Source.StartOf(figure.Paragraph))).ToString();
        return Groups.Where(group => group.Words.Any(word => lead.EndsWith(word, StringComparison.Ordinal))).Select(group => group.Key).ToList();
    }

    private static Dictionary<string, List<TableRow>> Collect(ReportTable table)
    {
        var groups = new Dictionary<string, List<TableRow>>();
        string? current = null;
        foreach (var row in table.Rows)
        {
            var label = row.Cells.Count > 0 ? row.Label : row.Caption;
            var key = Groups.FirstOrDefault(group => label.Contains(group.Key, StringComparison.Ordinal) && label.Contains('(')).Key;
            if (key is not null) current = key;
            else if (label.Contains("总计", StringComparison.Ordinal) || label.Contains("结转", StringComparison.Ordinal)) current = null;
            if (current is null || row.Cells.Count < 2) continue;
            if (!groups.TryGetValue(current, out var rows)) groups[current] = rows = [];
            rows.Add(row);
        }
        return groups;
    }

    private static void Group(CheckContext context, Figure figure, List<string> named, Dictionary<string, List<TableRow>> groups, Func<TableRow, decimal> total)
    {
        var rows = named.Where(groups.ContainsKey).SelectMany(key => groups[key]).ToList();
        if (rows.Count == 0 || named.Any(key => !groups.ContainsKey(key))) return;
        if (rows.Sum(total) == figure.Value) { Pair(context, figure, rows, total); return; }
        // One line of the group, or the first lines of it.
        if (rows.FirstOrDefault(row => total(row) == figure.Value) is { } single) { Pair(context, figure, [single], total); return; }
        for (var n = 2; n < rows.Count; n++)
            if (rows.Take(n).Sum(total) == figure.Value) { Pair(context, figure, rows.Take(n).ToList(), total); return; }
        var sum = rows.Sum(total);
        if (sum == 0) return;
        context.Add(RelationKind.Table, Verdict.Doubtful, figure.Start, figure.End, [figure.Numeral, Say.Number(sum)],
            $"正文“{string.Join("、", named)}”为{Say.Number(figure.Value)}，表中相应各行合计{Say.Number(sum)}，其中任一行也不等于{Say.Number(figure.Value)}。", Say.Number(sum), [figure]);
    }

    private static void Pair(CheckContext context, Figure figure, IReadOnlyList<TableRow> rows, Func<TableRow, decimal> total)
    {
        List<string> numbers = [figure.Numeral, .. rows.Select(row => Say.Number(total(row)))];
        // A total that the table leaves blank is the sum of its row, and the cells of the row are what stands there.
        if (rows.Count == 1 && rows[0].Value(rows[0].Cells.Count - 1) is null) numbers = [figure.Numeral, .. rows[0].Cells.Skip(1).Where(cell => cell.Value is > 0).Select(cell => cell.Text)];
        else if (rows.All(row => row.Value(row.Cells.Count - 1) is null)) numbers = [figure.Numeral, .. rows.SelectMany(row => row.Cells.Skip(1)).Where(cell => cell.Value is > 0).Select(cell => cell.Text)];
        context.Add(RelationKind.Table, Verdict.Consistent, figure.Start, figure.End, numbers, $"正文{Say.Labelled(context, figure)}与表中“{string.Join("、", rows.Select(row => row.Label).Where(label => label.Length > 0).Take(3))}”一致。", null,
            [figure, .. rows.SelectMany(row => row.Cells).Where(cell => cell.FigureId >= 0).Select(cell => context.Figures[cell.FigureId])]);
    }

    // Any table: a row named 规章 with 13 in a column, and 规章13件 in the text.
    private static void Rows(CheckContext context)
    {
        foreach (var table in context.Tables.Where(table => !DisclosureTable.Is(table)))
        {
            foreach (var row in table.Rows.Where(row => row.Label.Length is >= 2 and <= 12 && !TableTotals.IsTotalWord(row.Label)))
            {
                foreach (var figure in context.Quantities.Where(figure => figure.IsWhole && figure.Before.EndsWith(row.Label, StringComparison.Ordinal)))
                {
                    if (row.Cells.Skip(1).FirstOrDefault(cell => cell.Value == figure.Value && cell.FigureId >= 0) is not { } cell)
                    {
                        // A row of one number under the same words, and a slip of one digit between them.
                        if (row.Label.Length >= 4 && row.Cells.Count(other => other.Value is not null) == 1 && Slip(figure, row.Cells.First(other => other.Value is not null).Value!.Value)) Differs(context, figure, row.Label, row.Cells.First(other => other.Value is not null).Value!.Value);
                        continue;
                    }
                    context.Add(RelationKind.Table, Verdict.Consistent, figure.Start, figure.End, [figure.Numeral, cell.Text], $"正文{Say.Labelled(context, figure)}与表中“{row.Label}”一致。", null, [figure, context.Figures[cell.FigureId]]);
                }
            }
        }
    }
}
