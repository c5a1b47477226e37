namespace Fadu.Rules.LawFiles;

/// <summary>One thing wrong in the law folder: where it stands, what is wrong, and what to do about it.</summary>
/// <param name="File">Path relative to the law folder.</param>
/// <param name="Line">Line counted from 1; 0 when the whole file or a set of files is meant.</param>
/// <param name="Column">Column counted from 1; 0 when no place in the line is meant.</param>
/// <param name="Message">What is wrong, in Chinese.</param>
/// <param name="Advice">What the author should do, in Chinese; empty where the message says it.</param>
public sealed record LawError(string File, int Line, int Column, string Message, string Advice)
{
    /// <summary>The sentence shown to the author, with the place in front as editors understand it.</summary>
    public override string ToString()
    {
        var place = Line == 0 ? File : Column == 0 ? $"{File}:{Line}" : $"{File}:{Line}:{Column}";
        return Advice.Length == 0 ? $"{place} {Message}。" : Advice.EndsWith('？') ? $"{place} {Message}。{Advice}" : $"{place} {Message}。{Advice}。";
    }
}
