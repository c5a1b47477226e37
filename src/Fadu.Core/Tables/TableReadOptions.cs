namespace Fadu.Core.Tables;

/// <summary>What is expected of a table that is read, and how large it may be.</summary>
public sealed record TableReadOptions
{
    /// <summary>Headings that show which row is the header; hints such as （必填） and blanks do not matter.</summary>
    public IReadOnlyCollection<string> ExpectedHeadings { get; init; } = [];

    /// <summary>Read this sheet; otherwise the first visible one that has the header.</summary>
    public string? SheetName { get; init; }

    public long MaxFileBytes { get; init; } = 100L << 20;

    /// <summary>Guard against a small archive that unpacks to a huge one.</summary>
    public long MaxUnpackedBytes { get; init; } = 2L << 30;

    /// <summary>Shared text of a workbook is held in memory; this bounds it.</summary>
    public long MaxSharedCharacters { get; init; } = 128L << 20;

    public int MaxRows { get; init; } = 500_000;

    public int MaxColumns { get; init; } = 512;

    public int HeaderWithinRows { get; init; } = 20;
}
