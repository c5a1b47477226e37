using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Fadu.Core.Checking;
using Fadu.Rules.Checking;

namespace Fadu.Tests.Checking;

/// <summary>The statutory table of the disclosure report with its merged cells, as it stands in web pages, documents and workbooks.</summary>
public sealed class MergedTableTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fadu-check").FullName;

    private readonly record struct Merged(string Words, int Columns, int Rows);

    // Words and the columns and rows that they cover.
    private static readonly Merged[][] Heads =
    [
        [new("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), new("申请人情况", 7, 1)],
        [new("自然人", 1, 2), new("法人或其他组织", 5, 1), new("总计", 1, 2)],
        [new("商业企业", 1, 1), new("科研机构", 1, 1), new("社会公益组织", 1, 1), new("法律服务机构", 1, 1), new("其他", 1, 1)],
    ];

    private static readonly (Merged[] Labels, int[] Numbers)[] Body =
    [
        ([new("一、本年新收政府信息公开申请数量", 3, 1)], [12, 3, 0, 0, 1, 0, 16]),
        ([new("二、上年结转政府信息公开申请数量", 3, 1)], [1, 0, 0, 0, 0, 0, 1]),
        ([new("三、本年度办理结果", 1, 6), new("（一）予以公开", 2, 1)], [5, 1, 0, 0, 0, 0, 6]),
        ([new("（三）不予公开", 1, 2), new("1.属于国家秘密", 1, 1)], [1, 0, 0, 0, 0, 0, 1]),
        ([new("2.其他法律行政法规禁止公开", 1, 1)], [2, 1, 0, 0, 0, 0, 3]),
        ([new("（四）无法提供", 1, 2), new("1.本机关不掌握相关政府信息", 1, 1)], [3, 1, 0, 0, 1, 0, 5]),
        ([new("2.没有现成信息需要另行制作", 1, 1)], [1, 0, 0, 0, 0, 0, 1]),
        ([new("（七）总计", 2, 1)], [12, 3, 0, 0, 1, 0, 16]),
        ([new("四、结转下年度继续办理", 3, 1)], [1, 0, 0, 0, 0, 0, 1]),
    ];

    public void Dispose() => Directory.Delete(folder, true);

    [Theory]
    [InlineData(".html")]
    [InlineData(".docx")]
    [InlineData(".xlsx")]
    public void StatutoryTable_ThatIsSound_IsCheckedByRowsAndColumnsAndNotAccused(string kind)
    {
        var result = ReportChecker.Check(ReportReader.Read(Write(kind, 5)).Text!);
        result.Relations.Where(relation => relation.IsAlarm).Select(relation => relation.Says).ShouldBeEmpty();
        result.Relations.Count(relation => relation.Kind == RelationKind.Table).ShouldBe(Body.Length + 7 + 7, "nine rows, seven columns of results, seven of stocks");
        result.Relations.ShouldContain(relation => relation.Says.StartsWith("“自然人”列（一）至（六）之和为12", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(".html")]
    [InlineData(".docx")]
    [InlineData(".xlsx")]
    public void StatutoryTable_WithOneWrongTotal_IsAccusedInItsRowAndColumn(string kind) =>
        ReportChecker.Check(ReportReader.Read(Write(kind, 4)).Text!).Relations.Where(relation => relation.IsAlarm).Select(relation => relation.Quote.Split(" | ")[^1]).ShouldBe(["4", "16"]);

    [Fact]
    public void Html_LaidOutWithTables_KeepsItsParagraphs() =>
        HtmlReport.ToText("<table><tr><td><table><tr><td><p>某县报告</p><p>全年12件。</p></td></tr></table></td></tr><tr><td>版权</td></tr></table>").ShouldBe("某县报告\n全年12件。\n版权\n");

    [Fact]
    public void Html_WithHugeSpans_IsBounded() =>
        HtmlReport.ToText("<table>" + string.Concat(Enumerable.Repeat("<tr><td colspan=1000 rowspan=60000>甲</td><td>1</td></tr>", 5_000)) + "</table>").Length.ShouldBeLessThan(100);

    private string Write(string kind, int total)
    {
        var path = Path.Combine(folder, "年报" + kind);
        var rows = Heads.Concat(Body.Select(row => row.Labels.Concat(row.Numbers.Select(number => new Merged(number.ToString(), 1, 1))).ToArray())).ToArray();
        rows[8][^1] = new(total.ToString(), 1, 1);
        if (kind == ".html") File.WriteAllText(path, $"<table>{string.Concat(rows.Select(row => $"<tr>{string.Concat(row.Select(cell => $"<td colspan=\"{cell.Columns}\" rowspan=\"{cell.Rows}\"><p>{cell.Words}</p></td>"))}</tr>"))}</table>");
        else if (kind == ".xlsx") XlsxSample.Write(path, "收到和处理", Grid(rows).Select(row => row.Select(cell => cell.Words.Length == 0 ? null : int.TryParse(cell.Words, out var number) ? (object)number : cell.Words).ToArray()));
        else Docx(path, rows);
        return path;
    }

    // Every place of the grid with its words, blank where a merged cell covers it; Above = covered by a cell of an upper row.
    private static (string Words, bool Above)[][] Grid(Merged[][] rows)
    {
        var covered = new int[10];
        return rows.Select(row =>
        {
            var places = Enumerable.Range(0, covered.Length).Select(i => (Words: "", Above: covered[i] > 0)).ToArray();
            var column = 0;
            foreach (var (words, columns, down) in row)
            {
                while (covered[column] > 0) column++;
                places[column].Words = words;
                for (var i = 0; i < columns; i++) covered[column++] = down;
            }
            for (var i = 0; i < covered.Length; i++) covered[i] = Math.Max(0, covered[i] - 1);
            return places;
        }).ToArray();
    }

    private static void Docx(string path, Merged[][] rows)
    {
        using var document = WordprocessingDocument.Create(path, WordprocessingDocumentType.Document);
        var table = new Table();
        foreach (var (row, places) in rows.Zip(Grid(rows)))
        {
            var line = new TableRow();
            var cells = new Queue<Merged>(row);
            for (var column = 0; column < places.Length;)
            {
                var continued = places[column].Above;
                var (words, columns, down) = continued ? new("", 1, 1) : cells.Dequeue();
                var properties = new TableCellProperties(new GridSpan { Val = columns });
                if (continued) properties.Append(new VerticalMerge());
                else if (down > 1) properties.Append(new VerticalMerge { Val = MergedCellValues.Restart });
                line.Append(new TableCell(properties, new Paragraph(new Run(new Text(words)))));
                column += columns;
            }
            table.Append(line);
        }

        document.AddMainDocumentPart().Document = new Document(new Body(table));
    }
}
