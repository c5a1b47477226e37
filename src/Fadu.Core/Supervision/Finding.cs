namespace Fadu.Core.Supervision;

/// <summary>A rule that hit a matter, an office or an officer.</summary>
/// <param name="Rule">Identifier of the supervision rule, or <c>register.gate</c> where an import passed a gate.</param>
/// <param name="OccurredOn">Day on which it became so in law.</param>
/// <param name="NoticedAt">When the system noticed it.</param>
/// <param name="Due">Day until which the office is to answer.</param>
/// <param name="Instrument">Heaviest instrument sent so far.</param>
/// <param name="ResolvedAt">Since when the rule no longer hits; the finding still has to be closed by somebody.</param>
public sealed record Finding(
    long Id, string Rule, string Severity, string? Register, long? Matter, string Office, string? Officer, string Title, string Says,
    DateOnly OccurredOn, DateTimeOffset NoticedAt, string Status, DateOnly? Due, string? Instrument, DateTimeOffset? ResolvedAt, DateTimeOffset? ClosedAt, int Version);

/// <summary>One act on a finding, as recorded.</summary>
public sealed record FindingHistory(int Sequence, string Act, string Text, string AccountName, string Office, DateTimeOffset At, string? Instrument, DateOnly? Due);

/// <summary>An act on a finding.</summary>
/// <param name="Act">One of <see cref="FindingActs"/>.</param>
/// <param name="Instrument">Of a sending.</param>
/// <param name="Due">Of a sending: until when the office is to answer.</param>
public sealed record FindingAct(string Act, string Text, string? Instrument = null, DateOnly? Due = null);

/// <summary>What came of an act on a finding.</summary>
public abstract record FindingOutcome
{
    /// <summary>Recorded.</summary>
    public sealed record Recorded(int Version) : FindingOutcome;

    /// <summary>Refused; the words say why and what to do.</summary>
    public sealed record Refused(string Says) : FindingOutcome;

    /// <summary>There is no such finding in scope.</summary>
    public sealed record Missing : FindingOutcome;
}
