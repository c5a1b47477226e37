using System.Collections.Immutable;

namespace Fadu.Rules.Procedures;

/// <summary>One act as it stands in the state of a matter.</summary>
/// <param name="Sequence">Number of its ledger entry in the matter, from 1.</param>
/// <param name="On">Day on which it took effect in law.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Number">Document number it assigned, or none.</param>
/// <param name="SupersededBy">Sequence of the send-back that undid it for the present round, or none. The act itself stays.</param>
/// <param name="Certified">Officers with a valid certificate on that day, or none where the act names no officers.</param>
public sealed record RecordedAct(
    int Sequence, string Step, DateOnly On, DateTimeOffset RecordedAt, string Account, string AccountName, string Office,
    ImmutableArray<AttachedFile> Files, string? Reason, string? Number, int? SupersededBy)
{
    /// <summary>How many rows it typed, by rows field.</summary>
    public ImmutableSortedDictionary<string, int> Rows { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Counts in the present round.</summary>
    public bool Active => SupersededBy is null;
}

/// <summary>Everything a procedure knows of one matter; a function of its ledger entries.</summary>
public sealed record MatterState
{
    /// <summary>Register.</summary>
    public required string Register { get; init; }
    /// <summary>In-force date of the version under which it was opened (or to which it was moved by a recorded act).</summary>
    public required DateOnly Definition { get; init; }
    /// <summary>Office that handles it.</summary>
    public required string Office { get; init; }
    /// <summary>Account that handles it, or none.</summary>
    public string? Handler { get; init; }
    /// <summary>Number, once assigned.</summary>
    public string? Number { get; init; }
    /// <summary>How it is called in lists.</summary>
    public required string Title { get; init; }
    /// <summary>Code of <c>matter-status</c>.</summary>
    public required string Status { get; init; }
    /// <summary>Day on which it was opened.</summary>
    public required DateOnly OpenedOn { get; init; }
    /// <summary>Day on which it was closed, or none while open.</summary>
    public DateOnly? ClosedOn { get; init; }
    /// <summary>Taken over from another system: gates become findings.</summary>
    public bool Imported { get; init; }
    /// <summary>System it came from, or none.</summary>
    public string? Source { get; init; }
    /// <summary>Its number there, or none.</summary>
    public string? External { get; init; }
    /// <summary>Field values; derived fields are not kept here.</summary>
    public ImmutableSortedDictionary<string, object?> Values { get; init; } = ImmutableSortedDictionary.Create<string, object?>(StringComparer.Ordinal);
    /// <summary>Acts in order of recording.</summary>
    public ImmutableArray<RecordedAct> Acts { get; init; } = [];

    /// <summary>Acts of a step in the present round, oldest first.</summary>
    public IEnumerable<RecordedAct> Done(string step) => Acts.Where(a => a.Active && a.Step == step);

    /// <summary>Whether a step has been done in the present round.</summary>
    public bool HasDone(string step)
    {
        foreach (var act in Acts)
        {
            if (act.Active && act.Step == step)
            {
                return true;
            }
        }

        return false;
    }
}
