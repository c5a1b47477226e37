using Fadu.Core.Storage;
using Fadu.Rules.Ledger;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Matters;

/// <summary>Works out, without touching the database, what one or more acts on one matter will write.</summary>
internal sealed class MatterComposer(string region, long id, Register register, FactTable table, LoadedMatter? loaded, bool dry = false)
{
    private readonly List<EntryDraft> entries = [];
    private readonly List<(int, AttachedFile)> files = [];
    private readonly List<Refusal> warnings = [];
    private readonly List<(int, ActLink)> links = [];
    private MatterFacts? facts;
    private DateTimeOffset at;
    private int added;

    /// <summary>Matter.</summary>
    public long Id => id;

    /// <summary>Version of its register.</summary>
    public Register Register => register;

    /// <summary>Number of the next ledger entry.</summary>
    public int Next => (loaded?.Version ?? 0) + added + 1;

    /// <summary>State after the acts so far, or none.</summary>
    public MatterState? State { get; private set; } = loaded?.State;

    /// <summary>What does not hold so far but does not refuse.</summary>
    public IReadOnlyList<Refusal> Warnings => warnings;

    /// <summary>Adds a step; returns what refuses it, empty when it was added.</summary>
    public IReadOnlyList<Refusal> Add(ActDraft draft, ProcedureContext context, string? number, string? stepNumber)
    {
        draft = draft with { Sequence = Next };
        var result = Procedure.Record(register, State, draft, context, number, stepNumber, facts);
        if (!result.Accepted)
        {
            return result.Refusals;
        }

        warnings.AddRange(result.Refusals);
        Take(result.State, result.Facts, draft, KindOf(draft, State is null, result.State));
        return [];
    }

    /// <summary>Adds an entry that is not a step: a correction, a transfer, a move to another version.</summary>
    public void Add(
        MatterState after, MatterFacts afterFacts, ActDraft draft, string kind, System.Text.Json.Nodes.JsonObject payload, IReadOnlyList<Refusal>? kept = null)
    {
        warnings.AddRange(kept ?? []);
        Advance(after, afterFacts, draft, kind, state => MatterEntries.Payload(payload, state));
    }

    /// <summary>All that is to be written.</summary>
    public MatterWrite Finish() => new()
    {
        Region = region,
        Id = id,
        Register = register,
        Table = table,
        VersionBefore = loaded?.Version ?? 0,
        Before = loaded?.State,
        After = State!,
        StateJson = new(entries[^1].State),
        Facts = facts!,
        Entries = MatterEntries.Make(region, id, loaded is null ? null : Digest.Parse(loaded.Head), entries),
        Files = files,
        Links = links,
        Warnings = warnings,
        At = at,
    };

    private void Take(MatterState after, MatterFacts afterFacts, ActDraft draft, string kind) =>
        Advance(after, afterFacts, draft, kind, state => MatterEntries.Payload(draft, after, state));

    private void Advance(MatterState after, MatterFacts afterFacts, ActDraft draft, string kind, Func<string, byte[]> payload)
    {
        var sequence = Next;
        added++;
        if (dry)
        {
            (State, facts, at) = (after, afterFacts, draft.RecordedAt);
            return;
        }

        entries.Add(new(sequence, kind, draft, payload, StateJson.Utf8(after)));
        links.AddRange(draft.Links.Select(l => (sequence, l)));
        files.AddRange(draft.Files.Select(f => (sequence, f)));
        (State, facts, at) = (after, afterFacts, draft.RecordedAt);
    }

    private string KindOf(ActDraft draft, bool opens, MatterState after) =>
        opens ? draft.Imported ? EntryKinds.MatterImported : EntryKinds.MatterOpened
        : draft.Lapsed ? EntryKinds.DeadlineLapsed
        : register.Step(draft.Step)?.SendBack is not null ? EntryKinds.MatterSentBack
        : register.Step(draft.Step)?.Publishes is not null ? EntryKinds.MatterPublished
        : EntryKinds.StepRecorded;
}
