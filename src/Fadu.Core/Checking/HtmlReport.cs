using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Fadu.Core.Checking;

/// <summary>Text of a web page: one line per block, one line with bars per row of a table of figures; scripts and styles are left out.</summary>
public static class HtmlReport
{
    private static readonly HashSet<string> Blocks = ["P", "DIV", "LI", "H1", "H2", "H3", "H4", "H5", "H6", "SECTION", "ARTICLE", "BR", "TITLE", "CAPTION", "UL", "OL", "TABLE", "TR", "TD", "TH", "HR", "BLOCKQUOTE", "DD", "DT"];

    private const int LongestCell = 600;

    public static ReportText Read(string path)
    {
        var name = Path.GetFileName(path);
        if (TextEncodings.Decode(File.ReadAllBytes(path)) is not { } html) return ReportText.Unreadable($"{name} 不是 UTF-8 或 GB18030 编码的网页。");
        return HtmlNesting.IsTooDeep(html) ? ReportText.Unreadable($"{name} 的标签层层嵌套，疑为异常网页，不予打开。请把正文复制到 .txt 后再校核。") : ReportText.Of(ToText(html));
    }

    public static string ToText(string html)
    {
        var document = new HtmlParser().ParseDocument(html);
        var text = new StringBuilder();
        if (document.Body is { } body) Write(body, text);
        return text.ToString();
    }

    // Iterative: a hostile page may nest a hundred thousand elements.
    private static void Write(INode root, StringBuilder text)
    {
        var pending = new Stack<(INode? Node, bool Closes)>();
        pending.Push((root, false));
        while (pending.TryPop(out var next))
        {
            if (next.Node is not { } node) { NewLine(text); continue; }
            if (node is IText words) { text.Append(words.Data.Replace('\n', ' ').Replace('\r', ' ')); continue; }
            if (node is not IElement element || element.TagName is "SCRIPT" or "STYLE" or "NOSCRIPT" or "TEMPLATE") continue;
            if (element is IHtmlTableElement table && IsData(table)) { WriteTable(table, text); continue; }
            var block = Blocks.Contains(element.TagName);
            if (block) { NewLine(text); pending.Push((null, true)); }
            for (var child = node.ChildNodes.Length - 1; child >= 0; child--) pending.Push((node.ChildNodes[child], false));
        }
    }

    // Old pages are laid out with tables: one that holds another table, or pages of prose, or one column, is no table of figures.
    private static bool IsData(IHtmlTableElement table) =>
        table.QuerySelector("table") is null && table.Rows.Any(row => row.Cells.Length > 1) && !table.Rows.Any(row => row.Cells.Any(cell => cell.TextContent.Length > LongestCell));

    private static void WriteTable(IHtmlTableElement table, StringBuilder text)
    {
        NewLine(text);
        if (table.Caption is { } caption) text.Append(Words(caption)).Append('\n');
        var grid = new TableGrid();
        foreach (var row in table.Rows) grid.Add(row.Cells.Select(cell => (Words(cell), cell.ColumnSpan, cell.RowSpan)).ToList());
        grid.Write(text);
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void NewLine(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
    }
}
