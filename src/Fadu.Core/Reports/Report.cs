using System.Text.Json;

namespace Fadu.Core.Reports;

/// <summary>A report that is being written or was frozen.</summary>
/// <param name="Matter">Number under which the ledger keeps its acts.</param>
/// <param name="Office">Office reported on; empty = the whole district.</param>
/// <param name="Version">Grows with every change of its texts and typed figures.</param>
public sealed record Report(
    string Id, long Matter, string Template, int Year, string Office, string Title, ReportStatus Status, int Version, ReportEdits Edits, DateTimeOffset ChangedAt, string Account);

/// <summary>How far a report is.</summary>
public enum ReportStatus
{
    /// <summary>编写中.</summary>
    Draft,
    /// <summary>已定稿; a later freeze is a further snapshot.</summary>
    Frozen,
}

/// <summary>What was changed in this report against its template.</summary>
/// <param name="Texts">Texts by section.</param>
/// <param name="Typed">Figures typed by hand, by identifier.</param>
public sealed record ReportEdits(IReadOnlyDictionary<string, string> Texts, IReadOnlyDictionary<string, string> Typed)
{
    /// <summary>Nothing changed.</summary>
    public static ReportEdits None { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>());

    /// <summary>As stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>As read.</summary>
    public static ReportEdits FromJson(string json) => JsonSerializer.Deserialize<ReportEdits>(json, JsonSerializerOptions.Web) ?? None;
}

/// <summary>What came of a change to a report.</summary>
/// <param name="Problem">Why nothing was changed; none = done.</param>
/// <param name="Id">Of what was made.</param>
public sealed record ReportOutcome(string? Problem, string? Id = null)
{
    /// <summary>Done.</summary>
    public static ReportOutcome Done(string? id = null) => new(null, id);

    /// <summary>Refused.</summary>
    public static implicit operator ReportOutcome(string problem) => new(problem);
}
