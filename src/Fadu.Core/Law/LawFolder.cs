using Fadu.Rules.LawFiles;

namespace Fadu.Core.Law;

/// <summary>Reads the files of a law folder.</summary>
public static class LawFolder
{
    // Replays make matters and the coverage says what is counted: both are read by those who use them.
    private static bool IsDefinition(string path) => !path.StartsWith("replays/", StringComparison.Ordinal) && path != "coverage.yaml";

    /// <summary>All definitions under a folder, by their path below it; none where the folder does not exist. A file called <c>.yml</c> is read too, so that the loader can refuse it.</summary>
    public static IReadOnlyList<LawFile> Read(string folder) => !Directory.Exists(folder) ? [] :
        [.. from path in Directory.EnumerateFiles(folder, "*.y*ml", SearchOption.AllDirectories)
            let relative = Path.GetRelativePath(folder, path).Replace('\\', '/')
            where IsDefinition(relative)
            orderby relative
            select new LawFile(relative, File.ReadAllText(path))];
}
