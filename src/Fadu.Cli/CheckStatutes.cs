using Fadu.Rules.Checking;
using Fadu.Rules.LawFiles;
using Fadu.Rules.Statutes;

namespace Fadu.Cli;

/// <summary>
/// The statutes against which citations are judged: law/statutes beside the program or in a folder above it.
/// The checker works without them, so a folder that is missing or wrong only means that no citation is judged.
/// </summary>
internal static class CheckStatutes
{
    public static IReadOnlyList<CitableStatute> Load()
    {
        if (Folder() is not { } folder) return [];
        var files = Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(path => new LawFile("statutes/" + Path.GetFileName(path), File.ReadAllText(path)));
        return StatuteLoader.Load(files) is { Ok: true } book ? book.Value!.All.SelectMany(Titles).ToList() : [];
    }

    // A statute is cited by its full title or by its usual short one.
    private static IEnumerable<CitableStatute> Titles(Statute statute) =>
        new[] { statute.Title, statute.ShortTitle }.Distinct().Select(title => new CitableStatute(title, statute.InForce, statute.Repealed, statute.Number == "待核实" ? null : statute.Number));

    private static string? Folder()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
            if (Path.Combine(directory.FullName, "law", "statutes") is var folder && Directory.Exists(folder)) return folder;
        return null;
    }
}
