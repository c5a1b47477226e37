namespace Fadu.Rules.Checking.Text;

/// <summary>
/// A text with its lines, in the given form and in a form for reading: full-width digits and punctuation become half-width, one character
/// for one, so that every offset in the reading form is an offset into the text as given.
/// Lines at the top that start with # are notes about the text and not part of it.
/// </summary>
internal sealed class SourceText
{
    private readonly List<int> starts = [0];

    public SourceText(string raw)
    {
        Raw = raw;
        Reading = string.Create(raw.Length, raw, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++) target[i] = Normalize(source[i]);
        });
        for (var i = 0; i < raw.Length; i++)
            if (raw[i] == '\n') starts.Add(i + 1);
        while (BodyLine < LineCount && Raw.AsSpan(starts[BodyLine]).StartsWith("#") && !Raw.AsSpan(starts[BodyLine]).StartsWith("##")
            && Raw.AsSpan(starts[BodyLine]).StartsWith("# ") && IsNote(BodyLine)) BodyLine++;
    }

    public string Raw { get; }

    public string Reading { get; }

    public int LineCount => starts.Count;

    /// <summary>First line that belongs to the text.</summary>
    public int BodyLine { get; }

    public int StartOf(int line) => starts[line];

    public int EndOf(int line)
    {
        var end = line + 1 < starts.Count ? starts[line + 1] - 1 : Raw.Length;
        return end > starts[line] && Raw[end - 1] == '\r' ? end - 1 : end;
    }

    public ReadOnlySpan<char> Line(int line) => Reading.AsSpan(starts[line], EndOf(line) - starts[line]);

    /// <summary>Index of the line, from 0, that holds the offset.</summary>
    public int LineAt(int offset)
    {
        var index = starts.BinarySearch(offset);
        return index >= 0 ? index : ~index - 1;
    }

    public string Quote(int start, int end) => Raw[start..end];

    // A note says where a text comes from ("# source: …"); a Markdown heading says what it is about and belongs to the text.
    private bool IsNote(int line)
    {
        var text = Raw.AsSpan(starts[line], EndOf(line) - starts[line]);
        var colon = text.IndexOf(':');
        if (colon is < 2 or > 16) return false;
        foreach (var c in text[2..colon])
            if (!char.IsAsciiLetter(c)) return false;
        return true;
    }

    private static char Normalize(char c) => c switch
    {
        >= '\uff10' and <= '\uff19' => (char)(c - '\uff10' + '0'),
        '\uff05' or '\ufe6a' => '%',
        '\uff08' => '(',
        '\uff09' => ')',
        '\uff0c' => ',',
        '\uff1b' => ';',
        '\uff1a' => ':',
        '\uff0e' => '.',
        '\uff5c' or '\u2502' => '|',
        '\uff1f' => '?',
        '\uff01' => '!',
        '\uff5e' or '\u301c' => '~',
        '\uff0b' => '+',
        '\uff0d' or '\u2212' or '\u2013' => '-',
        '\u2236' or '\ufe30' => '\u2236',
        '\u3000' or '\u00a0' or '\u2002' or '\u2003' or '\u2009' or '\t' => ' ',
        '\r' => ' ',
        _ => c,
    };
}
