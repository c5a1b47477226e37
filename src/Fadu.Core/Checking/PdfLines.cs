using System.Text;

namespace Fadu.Core.Checking;

/// <summary>
/// Rejoins the lines of a PDF: a line that fills the page and does not end a sentence continues in the next.
/// Columns that are far apart become cells of a table.
/// </summary>
public static class PdfLines
{
    public static string Join(string text)
    {
        var lines = text.Replace("\r", "", StringComparison.Ordinal).Replace("\f", "\n", StringComparison.Ordinal).Split('\n');
        var width = lines.Length == 0 ? 0 : lines.Select(line => line.Trim().Length).DefaultIfEmpty(0).Max();
        var joined = new StringBuilder();
        foreach (var line in lines)
        {
            var words = line.Trim();
            if (words.Length == 0) continue;
            var cells = System.Text.RegularExpressions.Regex.Split(words, " {3,}");
            if (cells.Length >= 3) { joined.Append(string.Join(" | ", cells)).Append('\n'); continue; }
            joined.Append(words);
            var full = words.Length > width * 0.75 && !(words[^1] is '。' or ':' or '：' or ';' or '；');
            if (!full) joined.Append('\n');
        }
        return joined.ToString();
    }
}
