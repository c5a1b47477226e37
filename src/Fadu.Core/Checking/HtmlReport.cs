using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Fadu.Core.Checking;

/// <summary>Text of a web page: one line per block, one line with bars per table row; scripts and styles are left out.</summary>
public static class HtmlReport
{
    private static readonly HashSet<string> Blocks = ["P", "DIV", "LI", "H1", "H2", "H3", "H4", "H5", "H6", "SECTION", "ARTICLE", "BR", "TITLE", "CAPTION", "UL", "OL", "TABLE", "HR", "BLOCKQUOTE", "DD", "DT"];

    public static ReportText Read(string path) =>
        TextEncodings.Decode(File.ReadAllBytes(path)) is { } html ? ReportText.Of(ToText(html)) : ReportText.Unreadable($"{Path.GetFileName(path)} 不是 UTF-8 或 GB18030 编码的网页。");

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
            if (element.TagName == "TR") { WriteRow(element, text); continue; }
            var block = Blocks.Contains(element.TagName);
            if (block) { NewLine(text); pending.Push((null, true)); }
            for (var child = node.ChildNodes.Length - 1; child >= 0; child--) pending.Push((node.ChildNodes[child], false));
        }
    }

    private static void WriteRow(IElement row, StringBuilder text)
    {
        NewLine(text);
        var cells = row.Children.Where(cell => cell.TagName is "TD" or "TH").Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        text.Append(string.Join(" | ", cells)).Append('\n');
    }

    private static void NewLine(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
    }
}
