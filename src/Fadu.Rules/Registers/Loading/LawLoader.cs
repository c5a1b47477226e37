using Fadu.Rules.LawFiles;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Turns the files of the law folder into a <see cref="Law"/>, strictly.</summary>
/// <remarks>Nothing is skipped with a warning: whoever starts the platform must know that every definition is read as written.
/// All errors are collected; those that only follow from an earlier one are left out where that can be told.</remarks>
public static class LawLoader
{
    /// <summary>Reads, checks and binds all definitions.</summary>
    /// <param name="files">Paths relative to the law folder, with forward slashes.</param>
    /// <param name="overlays">Regions whose overlays apply; their parents apply before them.</param>
    /// <param name="districtParameters">Values that the district gives to parameters, by <c>register.parameter</c>.</param>
    public static LawResult Load(IEnumerable<LawFile> files, IReadOnlyList<string> overlays, IReadOnlyDictionary<string, object>? districtParameters = null)
    {
        var errors = new LawErrors();
        var all = files.ToList();
        foreach (var twice in all.GroupBy(f => f.Path).Where(g => g.Count() > 1))
        {
            errors.Add(twice.Key, "同一个文件给了两次", "请只留一份");
        }

        var placed = all.DistinctBy(f => f.Path).Select(f => LawPath.Place(f, errors)).OfType<PlacedFile>().ToList();
        placed = [.. placed.AsParallel().AsOrdered().Select(f => HasOwnLoader(f.Kind) ? f : f with { Text = YamlReader.Parse(f.File) })];
        var law = new LawBuilder(errors, placed, overlays, districtParameters ?? new Dictionary<string, object>()).Build(LawDigest.Of(all, overlays, districtParameters));
        return new(law, errors.Sorted);
    }

    private static bool HasOwnLoader(LawKind kind) => kind is LawKind.Statute or LawKind.Calendar or LawKind.Other;
}
