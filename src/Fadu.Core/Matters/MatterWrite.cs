using Fadu.Core.Ledger;
using Fadu.Core.Storage;
using Fadu.Rules.Ledger;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Matters;

/// <summary>Everything that one change of one matter writes: worked out before the transaction, written in it.</summary>
public sealed class MatterWrite
{
    private static readonly TableColumns Matters = new(
        "matters", "region", "id", "register", "definition", "version", "office", "handler", "number", "title", "status", "opened_on", "closed_on",
        "next_clock", "next_start", "next_due", "imported", "source", "external", "head", "state", "changed_at");
    private static readonly TableColumns MatterFiles = new("matter_files", "region", "matter_id", "sequence", "position", "instrument", "name", "sm3", "size");

    /// <summary>Region.</summary>
    public required string Region { get; init; }
    /// <summary>Matter.</summary>
    public required long Id { get; init; }
    /// <summary>Definition it is under.</summary>
    public required Register Register { get; init; }
    /// <summary>Fact table with the columns of all versions.</summary>
    public required FactTable Table { get; init; }
    /// <summary>Version before; 0 for a new matter.</summary>
    public required int VersionBefore { get; init; }
    /// <summary>State before, or none.</summary>
    public MatterState? Before { get; init; }
    /// <summary>State after.</summary>
    public required MatterState After { get; init; }
    /// <summary>State after, as stored.</summary>
    public required Utf8Text StateJson { get; init; }
    /// <summary>Facts after.</summary>
    public required MatterFacts Facts { get; init; }
    /// <summary>Ledger entries, oldest first.</summary>
    public required IReadOnlyList<LedgerEntry> Entries { get; init; }
    /// <summary>Files that the acts attach, with the entry they belong to.</summary>
    public IReadOnlyList<(int Sequence, AttachedFile File)> Files { get; init; } = [];
    /// <summary>What the acts do to other matters, with the entry they belong to.</summary>
    public IReadOnlyList<(int Sequence, ActLink Link)> Links { get; init; } = [];
    /// <summary>What does not hold.</summary>
    public IReadOnlyList<Refusal> Warnings { get; init; } = [];
    /// <summary>When it is written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Version after: the number of ledger entries.</summary>
    public int Version => VersionBefore + Entries.Count;

    /// <summary>Adds all statements to a batch.</summary>
    public void AddTo(SqlBatch batch, Database database, FactStore facts, LedgerKey key)
    {
        foreach (var entry in Entries)
        {
            EntryRows.AddTo(batch, entry, key);
        }

        AddMatter(batch);
        facts.Put(batch, Region, Id, Table, Facts.Row, VersionBefore == 0);
        var position = 0;
        foreach (var (sequence, file) in Files)
        {
            batch.Insert(MatterFiles, Region, Id, sequence, position++, file.Instrument, file.Name, file.Sm3, file.Size);
        }

        foreach (var (sequence, link) in Links)
        {
            batch.Add(
                "insert into links(region, matter_id, sequence, other_id, kind) values (@region, @matter, @sequence, @other, @kind) on conflict do nothing",
                ("region", Region), ("matter", Id), ("sequence", sequence), ("other", link.Matter), ("kind", (int)link.Kind));
        }

        var words = MatterWords.Of(Register, After);
        if (Before is null || Before.Office != After.Office || Before.OpenedOn != After.OpenedOn || !words.SequenceEqual(MatterWords.Of(Register, Before)))
        {
            new SearchEntry(Id, Register.Id, After.Office, After.OpenedOn, words).AddTo(batch, database, Region, Before?.OpenedOn);
        }
    }

    private void AddMatter(SqlBatch batch)
    {
        var (row, head) = (Facts.Row, Entries[^1].Hash.ToString());
        if (VersionBefore == 0)
        {
            batch.Insert(
                Matters, Region, Id, Register.Id, After.Definition, Version, After.Office, After.Handler, After.Number, After.Title, After.Status, After.OpenedOn, After.ClosedOn,
                row["next_clock"], row["next_start"], row["next_due"], After.Imported, After.Source, After.External, head, StateJson, At);
            return;
        }

        batch.Add(
            """
            update matters set definition = @definition, version = @version, office = @office, handler = @handler, number = @number, title = @title, status = @status, opened_on = @opened_on, closed_on = @closed_on,
              next_clock = @next_clock, next_start = @next_start, next_due = @next_due, head = @head, state = @state, changed_at = @changed_at
            where region = @region and id = @id
            """,
            ("region", Region), ("id", Id), ("version", Version), ("office", After.Office), ("handler", After.Handler), ("number", After.Number), ("title", After.Title),
            ("status", After.Status), ("opened_on", After.OpenedOn), ("closed_on", After.ClosedOn), ("next_clock", row["next_clock"]), ("next_start", row["next_start"]), ("next_due", row["next_due"]),
            ("head", head), ("state", StateJson), ("changed_at", At), ("definition", After.Definition));
    }
}
