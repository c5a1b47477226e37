using Fadu.Rules.Coverage;

namespace Fadu.Core.Replays;

/// <summary>The coverage and the printed figures beside the definitions.</summary>
public sealed record CoverageFiles(CoverageBook Book, IReadOnlyList<PrintedFigure> Figures)
{
    /// <summary>Reads both from a law folder.</summary>
    /// <exception cref="Rules.LawFiles.LawFileException">The coverage is wrong.</exception>
    public static CoverageFiles Read(string law) => new(
        CoverageBook.Load(File.ReadAllText(Path.Combine(law, CoverageBook.Path))).OrThrow(),
        PrintedFigure.Read(File.ReadAllText(Path.Combine(law, "replays", "figures.jsonl"))));
}
