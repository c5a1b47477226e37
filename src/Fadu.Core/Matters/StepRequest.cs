using System.Collections.Immutable;
using Fadu.Rules.Procedures;

namespace Fadu.Core.Matters;

/// <summary>A step that somebody asks to record.</summary>
public sealed record StepRequest
{
    /// <summary>Register.</summary>
    public required string Register { get; init; }
    /// <summary>Matter, or null to open one.</summary>
    public long? Matter { get; init; }
    /// <summary>Version that the user saw; null skips the comparison (imports, lapses).</summary>
    public int? SeenVersion { get; init; }
    /// <summary>Step.</summary>
    public required string Step { get; init; }
    /// <summary>Day on which it takes effect in law.</summary>
    public required DateOnly On { get; init; }
    /// <summary>Typed values, normalised.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; init; } = ImmutableDictionary<string, object?>.Empty;
    /// <summary>Files already stored.</summary>
    public ImmutableArray<AttachedFile> Files { get; init; } = [];
    /// <summary>Reason, where one is given.</summary>
    public string? Reason { get; init; }
    /// <summary>Recorded because a limit lapsed.</summary>
    public bool Lapsed { get; init; }
    /// <summary>Recorded then; null = now. Only the demonstration writes a past time.</summary>
    public DateTimeOffset? RecordedAt { get; init; }
}
