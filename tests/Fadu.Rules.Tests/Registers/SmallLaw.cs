using Fadu.Rules.LawFiles;
using Fadu.Rules.Registers;
using Fadu.Rules.Registers.Loading;

namespace Fadu.Rules.Tests.Registers;

/// <summary>A small law that is right in every point; broken files are put in place of its own.</summary>
internal static class SmallLaw
{
    public static string Folder { get; } = Path.Combine(LawFolder.Root, "tests", "Fadu.Rules.Tests", "Registers");

    public static IReadOnlyList<LawFile> Files { get; } = Read(Path.Combine(Folder, "Small", "law"));

    public static LawResult Load(params IReadOnlyList<LawFile> changed) => Load(["coast"], changed);

    public static LawResult Load(IReadOnlyList<string> overlays, IReadOnlyList<LawFile> changed) =>
        LawLoader.Load(changed.Concat(Files.Where(f => changed.All(c => c.Path != f.Path))), overlays);

    public static IReadOnlyList<LawFile> Read(string folder) =>
        [.. Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => new LawFile(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path)))];
}
