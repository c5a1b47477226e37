using DocumentFormat.OpenXml.Wordprocessing;

namespace Fadu.Tests.Reports;

/// <summary>Texts between the bookmarks of a document, by name.</summary>
internal static class DocxBookmarks
{
    public static Dictionary<string, string> Of(Body body)
    {
        Dictionary<string, string> texts = [];
        Dictionary<string, string> open = [];
        foreach (var element in body.Descendants())
        {
            switch (element)
            {
                case BookmarkStart start:
                    open[start.Id!.Value!] = start.Name!.Value!;
                    texts.Add(start.Name!.Value!, "");
                    break;
                case BookmarkEnd end:
                    open.Remove(end.Id!.Value!);
                    break;
                case Text text:
                    foreach (var name in open.Values)
                    {
                        texts[name] += text.Text;
                    }

                    break;
            }
        }

        return texts;
    }
}
