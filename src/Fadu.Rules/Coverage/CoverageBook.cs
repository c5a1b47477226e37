using Fadu.Rules.Expressions;
using Fadu.Rules.LawFiles;
using Fadu.Rules.Measures;

namespace Fadu.Rules.Coverage;

/// <summary>By which measure a printed figure is computed.</summary>
/// <param name="Figure">Identifier of the figure.</param>
/// <param name="Request">Measure with filters.</param>
/// <param name="Definition">Definition other than the first; none = the first.</param>
/// <param name="Period">Days counted where these are not the year of the report.</param>
/// <param name="Office">Counts one office only.</param>
/// <param name="Differs">Why the report's number cannot come out, where it contradicts itself.</param>
public sealed record CoverageEntry(string Figure, MeasureRequest Request, string? Definition, Period? Period, string? Office, string? Note, string? Differs, int Line);

/// <summary>Which figure of which report is computed by which measure (<c>law/coverage.yaml</c>).</summary>
public sealed class CoverageBook
{
    /// <summary>Path below the law folder.</summary>
    public const string Path = "coverage.yaml";

    private CoverageBook(IReadOnlyDictionary<string, CoverageEntry> entries) => Entries = entries;

    /// <summary>Entries by figure; a figure that stands in the file without a measure has none.</summary>
    public IReadOnlyDictionary<string, CoverageEntry> Entries { get; }

    /// <summary>Reads the file strictly.</summary>
    public static LawFileResult<CoverageBook> Load(string text)
    {
        List<LawFileError> errors = [];
        Dictionary<string, CoverageEntry> entries = [];
        if (YamlObject.Parse(new LawFile(Path, text), errors) is { } root)
        {
            if (root.Object("figures") is { } figures)
            {
                foreach (var id in figures.Keys.Where(figures.HasValue).ToList())
                {
                    if (Read(figures, id) is { } entry)
                    {
                        entries[id] = entry;
                    }
                }
            }

            root.Done();
        }

        return new(new CoverageBook(entries), errors);
    }

    private static CoverageEntry? Read(YamlObject figures, string id)
    {
        if (!figures.IsObject(id))
        {
            return Measure(figures, id, figures.RequiredText(id)) is { } plain ? new(id, plain, null, null, null, null, null, figures.LineOf(id)) : null;
        }

        var map = figures.Object(id)!;
        var (from, until) = (map.Date("from"), map.Date("until"));
        var entry = Measure(map, "measure", map.RequiredText("measure")) is { } request
            ? new CoverageEntry(
                id, request, map.Text("definition"), from is { } start && until is { } end && start <= end ? Period.Between(start, end) : null, map.Text("office"), map.Text("note"), map.Text("differs"), map.Line)
            : null;
        if ((from is null) != (until is null) || from > until)
        {
            map.Error("from 和 until 应当成对，并且先后有序", "请写 from: 2018-01-01, until: 2020-11-30", "from");
        }

        map.Done();
        return entry;
    }

    private static MeasureRequest? Measure(YamlObject map, string key, string text)
    {
        if (MeasureRequest.TryParse(text, "", out var request, out var error))
        {
            return request;
        }

        map.Error(error.Message.TrimEnd('。'), MeasureRequest.Notation, key);
        return null;
    }
}
