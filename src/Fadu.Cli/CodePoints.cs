namespace Fadu.Cli;

/// <summary>Places of a text in characters as a reader counts them: a pair of surrogates (rare names, emoji) is one.</summary>
internal sealed class CodePoints
{
    private readonly List<int> pairs = [];

    public CodePoints(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
            if (char.IsSurrogatePair(text[i], text[i + 1])) pairs.Add(i++);
    }

    /// <summary>The place of an offset.</summary>
    public int At(int offset)
    {
        var index = pairs.BinarySearch(offset);
        return offset - (index >= 0 ? index : ~index);
    }
}
