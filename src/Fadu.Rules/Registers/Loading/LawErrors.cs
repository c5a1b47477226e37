using Fadu.Rules.LawFiles;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Collects errors while loading; loading goes on after each, so that the author sees all of them at once.</summary>
internal sealed class LawErrors
{
    private readonly List<LawError> list = [];
    private readonly HashSet<LawError> seen = [];

    public int Count => list.Count;

    /// <summary>The register being read: an error in a shared part names it.</summary>
    public string? Using { get; set; }


    /// <summary>Errors in the order of files and lines.</summary>
    public IReadOnlyList<LawError> Sorted =>
        [.. list.OrderBy(e => e.File, StringComparer.Ordinal).ThenBy(e => e.Line).ThenBy(e => e.Column)];

    public void Add(LawNode at, string message, string advice = "") => Add(new LawError(at.File, at.Line, at.Column, message, advice));

    public void Add(Position at, string message, string advice = "") => Add(new LawError(at.File, at.Line, 0, message, advice));

    public void Add(string file, string message, string advice = "") => Add(new LawError(file, 0, 0, message, advice));

    public void Add(LawError error)
    {
        if (seen.Add(error))
        {
            list.Add(Using is null || !error.File.StartsWith("shared/", StringComparison.Ordinal) ? error : error with { Advice = $"{error.Advice}（用到它的有 {Using}）" });
        }
    }
}
