using System.Collections.Immutable;

namespace Fadu.Rules.Procedures;

/// <summary>What somebody asks to record: one step of one matter.</summary>
public sealed record ActDraft
{
    /// <summary>Step.</summary>
    public required string Step { get; init; }
    /// <summary>Day on which it takes effect in law.</summary>
    public required DateOnly On { get; init; }
    /// <summary>When it is recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
    /// <summary>Account that records.</summary>
    public required string Account { get; init; }
    /// <summary>Name of the person.</summary>
    public required string AccountName { get; init; }
    /// <summary>Office for which it is done.</summary>
    public required string Office { get; init; }
    /// <summary>Field values typed in this step, normalised; rows of an <c>adds</c> field are those to append.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; init; } = ImmutableDictionary<string, object?>.Empty;
    /// <summary>Attached files.</summary>
    public ImmutableArray<AttachedFile> Files { get; init; } = [];
    /// <summary>Reason, where one is asked for.</summary>
    public string? Reason { get; init; }
    /// <summary>Taken over from another system.</summary>
    public bool Imported { get; init; }
    /// <summary>System it comes from.</summary>
    public string? Source { get; init; }
    /// <summary>Number there.</summary>
    public string? External { get; init; }
    /// <summary>Recorded by the system because a limit lapsed.</summary>
    public bool Lapsed { get; init; }
    /// <summary>The act of another matter that carries this one out, or none.</summary>
    public ActOrigin? Origin { get; init; }
    /// <summary>What it does to other matters.</summary>
    public ImmutableArray<ActLink> Links { get; init; } = [];
    /// <summary>Number of its ledger entry in the matter; none = the one after the last act.</summary>
    public int? Sequence { get; init; }
}
