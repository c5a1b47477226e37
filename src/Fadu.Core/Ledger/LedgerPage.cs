using System.Buffers;
using System.Collections.Concurrent;
using Fadu.Rules.Ledger;

namespace Fadu.Core.Ledger;

/// <summary>Some neighbouring matters with all that is stored of them. The page and its memory are used again after <see cref="Dispose"/>: thousands of entries need large arrays, and those are dear to make and to collect.</summary>
/// <param name="spare">Where it goes then.</param>
internal sealed class LedgerPage(ConcurrentBag<LedgerPage> spare) : IDisposable
{
    private const int BlockSize = 1 << 18;
    private readonly List<byte[]> blocks = [];
    private int used;

    /// <summary>Entries by matter and sequence.</summary>
    public List<StoredEntry> Entries { get; } = [];
    /// <summary>Rows of matters by id.</summary>
    public Dictionary<long, StoredMatter> Matters { get; } = [];
    /// <summary>Fact rows by register and matter; values in the order of the table's columns.</summary>
    public Dictionary<(string Register, long Matter), object?[]> Facts { get; } = [];
    /// <summary>Rows of rows fields by table and matter, with their number.</summary>
    public Dictionary<(string Table, long Matter), List<(int Row, object?[] Values)>> Rows { get; } = [];
    /// <summary>Attached files by matter.</summary>
    public Dictionary<long, List<StoredFile>> Files { get; } = [];

    /// <summary>Copies bytes into the memory of the page.</summary>
    public ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> bytes)
    {
        if (blocks.Count == 0 || blocks[^1].Length - used < bytes.Length)
        {
            blocks.Add(ArrayPool<byte>.Shared.Rent(Math.Max(BlockSize, bytes.Length)));
            used = 0;
        }

        var kept = blocks[^1].AsMemory(used, bytes.Length);
        bytes.CopyTo(kept.Span);
        used += bytes.Length;
        return kept;
    }

    public void Dispose()
    {
        blocks.ForEach(b => ArrayPool<byte>.Shared.Return(b));
        blocks.Clear();
        Entries.Clear();
        Matters.Clear();
        Facts.Clear();
        Rows.Clear();
        Files.Clear();
        spare.Add(this);
    }
}

/// <summary>An entry as stored.</summary>
/// <param name="Matter">Number of the matter.</param>
/// <param name="Leaf">Place in the log, or none.</param>
/// <param name="LeafHash">What the log holds at that place, or none.</param>
internal readonly record struct StoredEntry(LedgerEntry Entry, long Matter, string Mac, long? Leaf, Digest? LeafHash);

/// <summary>A row of <c>matters</c> as stored.</summary>
/// <param name="State">In UTF-8.</param>
/// <param name="Columns">Columns that follow from the state, in the order of <see cref="Names"/>; none where facts are not checked.</param>
internal sealed record StoredMatter(long Id, string Register, int Version, string Head, ReadOnlyMemory<byte> State, object?[] Columns)
{
    /// <summary>Columns that must equal the facts of the same name.</summary>
    public static readonly string[] Names =
        ["definition", "office", "handler", "number", "title", "status", "opened_on", "closed_on", "next_clock", "next_start", "next_due", "imported", "source", "external"];
}

/// <summary>A row of <c>matter_files</c>.</summary>
internal sealed record StoredFile(int Sequence, string Name, string Sm3);
