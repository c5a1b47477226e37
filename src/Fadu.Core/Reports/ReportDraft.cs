namespace Fadu.Core.Reports;

/// <summary>A paragraph that an office sent in and that was accepted.</summary>
public sealed record NarrativeText(string Section, string Office, string Text);

/// <summary>A paragraph that is still missing.</summary>
/// <param name="Says">Who owes it and how far it is.</param>
public sealed record MissingNarrative(string Section, string SectionTitle, string Says);

/// <summary>Everything that a report is composed of beside the template and the records.</summary>
public sealed record ReportDraft
{
    /// <summary>Year reported on.</summary>
    public required int Year { get; init; }
    /// <summary>Name that stands for <c>{district}</c>.</summary>
    public required string Place { get; init; }
    /// <summary>Who signs.</summary>
    public required string Organ { get; init; }
    /// <summary>Day of the signature.</summary>
    public required DateOnly Date { get; init; }
    /// <summary>Office reported on, with all below it; none = the whole district.</summary>
    public string? Office { get; init; }
    /// <summary>Texts of sections that were changed for this report, by section; the others are the template's.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();
    /// <summary>Figures typed by hand, by identifier.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();
    /// <summary>Accepted paragraphs, in the order in which they are printed.</summary>
    public IReadOnlyList<NarrativeText> Narratives { get; init; } = [];
    /// <summary>Paragraphs that are missing.</summary>
    public IReadOnlyList<MissingNarrative> Missing { get; init; } = [];
    /// <summary>Lines of lists, by section.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Lists { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    /// <summary>Shows on paper where something is missing: for drafts.</summary>
    public bool Placeholders { get; init; }
}
