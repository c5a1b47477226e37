using Fadu.Core.Supervision;

namespace Fadu.Web.Workspace.Findings;

/// <summary>The filters of the list as they stand in its address.</summary>
public sealed record FindingFilter
{
    /// <summary>Rules; the address names each.</summary>
    public string[]? Rule { get; init; }
    /// <summary>Office.</summary>
    public string? Office { get; init; }
    /// <summary>Severity.</summary>
    public string? Severity { get; init; }
    /// <summary>State.</summary>
    public string? Status { get; init; }
    /// <summary>Module.</summary>
    public string? Module { get; init; }
    /// <summary>Register.</summary>
    public string? Register { get; init; }
    /// <summary>Matter.</summary>
    public long? Matter { get; init; }
    /// <summary>Words.</summary>
    public string? Q { get; init; }
    /// <summary>Last finding of the page before.</summary>
    public long? After { get; init; }

    /// <summary>As the service asks it; an empty text is no filter.</summary>
    public FindingQuery ToQuery() => new([.. (Rule ?? []).Where(r => r.Length > 0)], Given(Office), Given(Severity), Given(Status), Given(Module), Given(Register), Matter, Given(Q), After);

    /// <summary>Address of the list with these filters, one thing changed.</summary>
    public static string Address(FindingQuery query, string name, string? value)
    {
        List<(string Name, string? Value)> all =
        [
            ("status", query.Status), .. (query.Rules ?? []).Select(r => ("rule", (string?)r)), ("office", query.Office), ("severity", query.Severity), ("module", query.Module),
            ("register", query.Register), ("matter", query.Matter?.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("q", query.Words),
        ];
        var kept = all.Where(p => p.Name != name).Append((Name: name, Value: value)).Where(p => !string.IsNullOrEmpty(p.Value)).ToList();
        return "/findings" + (kept.Count == 0 ? "" : "?" + string.Join('&', kept.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}")));
    }

    private static string? Given(string? text) => text?.Trim() is { Length: > 0 } given ? given : null;
}
