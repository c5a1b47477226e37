namespace Fadu.Rules.LawFiles;

/// <summary>One thing wrong in a law file: where it stands, what is wrong, and what to do about it.</summary>
/// <param name="Path">The file, as given by the caller.</param>
/// <param name="Line">Line counted from one; zero when the whole file or a set of files is meant.</param>
/// <param name="Problem">What is wrong, in Chinese.</param>
/// <param name="Remedy">What the author should do, in Chinese.</param>
public sealed record LawFileError(string Path, int Line, string Problem, string Remedy)
{
    /// <summary>The full sentence that is shown to the user.</summary>
    public override string ToString() =>
        Line > 0 ? $"{Path} 第{Line}行：{Problem}。{Remedy}。" : $"{Path}：{Problem}。{Remedy}。";
}
