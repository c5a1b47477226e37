using Fadu.Rules.LawFiles;

namespace Fadu.Core.Law;

/// <summary>Reads the files of a law folder.</summary>
public static class LawFolder
{
    /// <summary>All definitions under a folder, by their path below it; none where the folder does not exist.</summary>
    public static IReadOnlyList<LawFile> Read(string folder) => !Directory.Exists(folder) ? [] :
        [.. from path in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            let relative = Path.GetRelativePath(folder, path).Replace('\\', '/')
            orderby relative
            select new LawFile(relative, File.ReadAllText(path))];
}
