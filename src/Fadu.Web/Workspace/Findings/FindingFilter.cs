using Fadu.Core.Supervision;

namespace Fadu.Web.Workspace.Findings;

/// <summary>The filters of the list as they stand in its address.</summary>
public sealed record FindingFilter
{
    /// <summary>Rule.</summary>
    public string? Rule { get; init; }
    /// <summary>Office.</summary>
    public string? Office { get; init; }
    /// <summary>Severity.</summary>
    public string? Severity { get; init; }
    /// <summary>State.</summary>
    public string? Status { get; init; }
    /// <summary>Register.</summary>
    public string? Register { get; init; }
    /// <summary>Matter.</summary>
    public long? Matter { get; init; }
    /// <summary>Last finding of the page before.</summary>
    public long? After { get; init; }

    /// <summary>As the service asks it; an empty text is no filter.</summary>
    public FindingQuery ToQuery() => new(Given(Rule), Given(Office), Given(Severity), Given(Status), Given(Register), Matter, After);

    private static string? Given(string? text) => text is { Length: > 0 } ? text : null;
}
