using System.Text;
using Fadu.Core.Documents;

namespace Fadu.Core.Reports;

/// <summary>A document as the plain text that the report checker reads: a line for each paragraph, cells between bars.</summary>
public static class PlainText
{
    /// <summary>The text.</summary>
    public static string Of(OfficialDocument document) => Of(document, (_, _, _) => { });

    /// <summary>The text, telling where in it each figure of the paragraphs stands.</summary>
    /// <param name="figure">Takes offset, length and identifier of a figure.</param>
    public static string Of(OfficialDocument document, Action<int, int, string> figure)
    {
        var text = new StringBuilder().AppendJoin("", document.TitleLines).Append('\n');
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case Heading heading:
                    text.Append(Words(heading.Runs)).Append(Words(heading.RunIn)).Append('\n');
                    break;
                case Paragraph paragraph:
                    foreach (var run in paragraph.Runs)
                    {
                        if (run.Figure is { } id)
                        {
                            figure(text.Length, run.Text.Length, id);
                        }

                        text.Append(run.Text);
                    }

                    text.Append('\n');
                    break;
                case TableBlock table:
                    text.Append(table.Caption).Append('\n');
                    foreach (var row in table.HeaderRows.Concat(table.Rows))
                    {
                        text.AppendJoin(" | ", row.Select(c => Words(c.Runs).Replace('|', ' '))).Append('\n');
                    }

                    break;
            }
        }

        return text.ToString();
    }

    private static string Words(IEnumerable<Run> runs) => string.Concat(runs.Select(r => r.Text));
}
