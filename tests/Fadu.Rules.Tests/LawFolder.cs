using Fadu.Rules.Calendar;
using Fadu.Rules.LawFiles;

namespace Fadu.Rules.Tests;

/// <summary>The law folder of this repository, read once.</summary>
internal static class LawFolder
{
    private static readonly Lazy<HolidayCalendar> LoadedCalendar = new(() => CalendarLoader.Load(Files("calendar")).OrThrow());

    public static string Root { get; } = FindRoot();

    public static HolidayCalendar Calendar => LoadedCalendar.Value;

    /// <summary>All definitions, by path below the law folder: not what makes matters of them (replays) or counts them (coverage).</summary>
    public static IReadOnlyList<LawFile> Definitions { get; } =
        [.. Directory.GetFiles(Path.Combine(Root, "law"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => new LawFile(Path.GetRelativePath(Path.Combine(Root, "law"), path).Replace('\\', '/'), File.ReadAllText(path)))
            .Where(f => f.Path != "coverage.yaml" && !f.Path.StartsWith("replays/", StringComparison.Ordinal))];

    public static IReadOnlyList<LawFile> Files(string folder) =>
        [.. Directory.GetFiles(Path.Combine(Root, "law", folder), "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => new LawFile(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path)))];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Fadu.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Fadu.slnx not found above the test output.");
    }
}
