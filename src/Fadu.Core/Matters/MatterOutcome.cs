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
    public sealed record Stale(int Version, IReadOnlyList<RecordedAct> Changes) : MatterOutcome;

    /// <summary>There is no such matter in scope.</summary>
    public sealed record Missing : MatterOutcome;

    /// <summary>The role may not do this.</summary>
    public sealed record Forbidden(string Says) : MatterOutcome;
}
