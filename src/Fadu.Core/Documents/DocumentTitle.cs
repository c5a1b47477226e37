namespace Fadu.Core.Documents;

/// <summary>Breaks a long title into centred lines where its sense allows: before 关于, after 的 or 、, never inside a book title.</summary>
public static class DocumentTitle
{
    /// <summary>二号 characters that fit the 156 mm of the text area.</summary>
    private const int LineLength = 20;

    public static IReadOnlyList<string> Break(string title)
    {
        if (TextWidth.InCharacters(title) <= LineLength) return [title];
        var about = title.IndexOf("关于", StringComparison.Ordinal);
        if (about > 0 && TextWidth.InCharacters(title[..about]) <= LineLength) return [title[..about], .. Halve(title[about..])];
        return [.. Halve(title)];
    }

    private static IEnumerable<string> Halve(string text)
    {
        var width = TextWidth.InCharacters(text);
        if (width <= LineLength) return [text];
        var best = -1;
        var inBook = 0;
        for (var i = 1; i < text.Length && TextWidth.InCharacters(text[..i]) <= LineLength; i++)
        {
            inBook += text[i - 1] switch { '《' => 1, '》' => -1, _ => 0 };
            if (inBook > 0 || !(text[i - 1] is '的' or '、' or '》' or '和' || text[i] == '《')) continue;
            if (best < 0 || FromMiddle(i) < FromMiddle(best)) best = i;
        }
        return best < 0 ? [text] : [text[..best], .. Halve(text[best..])];

        double FromMiddle(int i) => Math.Abs(TextWidth.InCharacters(text[..i]) - width / 2);
    }
}
