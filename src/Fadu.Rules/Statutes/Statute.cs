using Fadu.Rules.Calendar;

namespace Fadu.Rules.Statutes;

/// <summary>Whether a statute applies on a given day.</summary>
public enum StatuteStatus
{
    /// <summary>尚未施行.</summary>
    NotYetInForce = 1,

    /// <summary>现行有效.</summary>
    InForce = 2,

    /// <summary>已失效: abolished, or replaced by a later version.</summary>
    Repealed = 3,
}

/// <summary>One version of a law, regulation or document, with the days between which it applies and its rule for counting days.</summary>
/// <remarks>An amended law is another statute: a matter keeps the version under which it started. Versions of one law share
/// <see cref="Law"/>.</remarks>
/// <param name="Id">File name, for example reconsideration-law-2023; the year is that of adoption.</param>
/// <param name="Title">Official title with 中华人民共和国 where it has it.</param>
/// <param name="ShortTitle">Usual short title, used in citations.</param>
/// <param name="Number">Decree or document number; the word 待核实 when unknown.</param>
/// <param name="Region">Code of the region for local statutes (GB/T 2260, six digits); null for national ones.</param>
/// <param name="Issued">Day of adoption, signature or issue; null when unknown.</param>
/// <param name="InForce">First day on which it applies.</param>
/// <param name="Repealed">First day on which it no longer applies; null while it does.</param>
/// <param name="Supersedes">Statutes that ended on the day on which this one came into force.</param>
/// <param name="Days">Rule for counting days; null for standards, which set no limits.</param>
/// <param name="Division">What its numbers count.</param>
/// <param name="Source">Where the facts were taken from.</param>
/// <param name="Unverified">Names of the facts that were not seen in an official text; shown as 待核实.</param>
public sealed record Statute(
    string Id, string Title, string ShortTitle, string Number, string Issuer, StatuteKind Kind, string? Region,
    DateOnly? Issued, DateOnly InForce, DateOnly? Repealed, IReadOnlyList<string> Supersedes,
    DayCountingRule? Days, Division Division, string Source, IReadOnlyList<string> Unverified)
{
    /// <summary>Identifier shared by all versions: the id without its year.</summary>
    public string Law => Id[..Id.LastIndexOf('-')];

    /// <summary>Whether any fact still has to be checked against the official text.</summary>
    public bool IsUnverified => Unverified.Count > 0;

    /// <summary>Whether the statute applies on a day.</summary>
    public StatuteStatus On(DateOnly day) =>
        day < InForce ? StatuteStatus.NotYetInForce
        : Repealed is { } end && day >= end ? StatuteStatus.Repealed
        : StatuteStatus.InForce;

    /// <summary>Writes the numbers of articles as this text has them: 第六十二条, 第（六）项.</summary>
    /// <exception cref="FormatException">The notation is wrong.</exception>
    public string Articles(string notation) => ArticleReference.Chinese(notation, Division);

    /// <summary>Cites articles: 《行政复议法》第六十二条. Documents without articles are cited with their number.</summary>
    /// <param name="articles">Notation of <see cref="ArticleReference"/>; empty cites the whole.</param>
    /// <exception cref="FormatException">The notation is wrong.</exception>
    public string Cite(string articles = "") =>
        articles.Length > 0 ? $"《{ShortTitle}》{Articles(articles)}"
        : Kind is StatuteKind.Normative or StatuteKind.Party && Number != "待核实" ? $"《{ShortTitle}》（{Number}）"
        : $"《{ShortTitle}》";
}
