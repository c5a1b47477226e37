using Fadu.Rules.Procedures;

namespace Fadu.Core.Matters;

/// <summary>What came of a write to a matter.</summary>
public abstract record MatterOutcome
{
    /// <summary>Recorded and durable.</summary>
    /// <param name="Warnings">What does not hold but does not refuse; kept as findings where the matter is imported.</param>
    public sealed record Recorded(long Id, int Version, string? Number, IReadOnlyList<Refusal> Warnings) : MatterOutcome;

    /// <summary>Refused; nothing was written.</summary>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : MatterOutcome;

    /// <summary>Somebody else was first; nothing was written.</summary>
    /// <param name="Changes">What has come since the version that was seen.</param>
    public sealed record Stale(int Version, IReadOnlyList<NewerChange> Changes) : MatterOutcome;

    /// <summary>There is no such matter in scope.</summary>
    public sealed record Missing : MatterOutcome;

    /// <summary>The role may not do this.</summary>
    public sealed record Forbidden(string Says) : MatterOutcome;
}

/// <summary>A change that came after the version a user saw.</summary>
/// <param name="What">Step or kind of entry, in words.</param>
/// <param name="Who">Name of the person.</param>
public sealed record NewerChange(string What, string Who, DateTimeOffset At);
