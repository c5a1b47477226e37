namespace Fadu.Rules.Ledger;

/// <summary>One line of the ledger: what was done in a matter, by whom, for which office, with effect from when, recorded when.</summary>
/// <remarks>
/// Entries of a matter form a chain: each carries the hash of the one before. Nothing is edited or deleted; a correction is a new entry.
/// Reason, evidence, files and legal basis stand in the payload, because they differ by step. The payload enters the hash by its digest,
/// so that an entry can be proved without showing personal data.
/// </remarks>
public sealed record LedgerEntry
{
    /// <summary>行政区划代码 of the deployment that recorded it (GB/T 2260).</summary>
    public required string Region { get; init; }

    /// <summary>The matter it belongs to.</summary>
    public required string Matter { get; init; }

    /// <summary>Place in the matter's chain, from 1 without gaps.</summary>
    public required int Sequence { get; init; }

    /// <summary>A frozen name from <see cref="EntryKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The step of the register, or empty where the entry is of no step.</summary>
    public string Step { get; init; } = "";

    /// <summary>The account that did it.</summary>
    public required string Account { get; init; }

    /// <summary>The office it was done for.</summary>
    public required string Office { get; init; }

    /// <summary>When it took effect in law; UTC, whole microseconds.</summary>
    public required DateTimeOffset TookEffect { get; init => field = Whole(value); }

    /// <summary>When it was recorded here; UTC, whole microseconds.</summary>
    public required DateTimeOffset Recorded { get; init => field = Whole(value); }

    /// <summary>Hash of the entry before, or <see cref="EntryHash.Genesis"/> for the first.</summary>
    public required Digest Previous { get; init; }

    /// <summary>Canonical JSON, an object.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>SM3 of the payload bytes alone, so that any SM3 tool can check it.</summary>
    public Digest PayloadDigest { get; init; }

    /// <summary>The entry's own hash; also its leaf in the Merkle log.</summary>
    public Digest Hash { get; init; }

    // PostgreSQL keeps microseconds: a time with more could not be read back as it was hashed.
    private static DateTimeOffset Whole(DateTimeOffset time) => new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
