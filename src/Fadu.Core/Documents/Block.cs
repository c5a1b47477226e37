namespace Fadu.Core.Documents;

/// <summary>A piece of the body: heading, paragraph or table.</summary>
public abstract record Block
{
    private protected Block() { }
}

/// <summary>Text of one kind. A run with a <paramref name="Figure"/> id is a figure that can be traced to its source.</summary>
public sealed record Run(string Text, string? Figure = null)
{
    public static implicit operator Run(string text) => new(text);
}

/// <summary>A heading of level 1 to 4 with its number in the text (<see cref="HeadingNumber"/>); <paramref name="RunIn"/> follows in the same paragraph.</summary>
public sealed record Heading : Block
{
    public Heading(int level, IReadOnlyList<Run> runs, IReadOnlyList<Run>? runIn = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 4);
        (Level, Runs, RunIn) = (level, runs, runIn ?? []);
    }

    public Heading(int level, string text) : this(level, [new Run(text)]) { }

    public int Level { get; }

    public IReadOnlyList<Run> Runs { get; }

    public IReadOnlyList<Run> RunIn { get; }
}

public sealed record Paragraph(IReadOnlyList<Run> Runs) : Block
{
    public Paragraph(string text) : this([new Run(text)]) { }
}

public enum CellAlignment
{
    Left,
    Centre,
    Right,
}

/// <summary>A cell; the cells that a span covers are left out, as in HTML.</summary>
public sealed record TableCell(IReadOnlyList<Run> Runs, int ColumnSpan = 1, int RowSpan = 1)
{
    public TableCell(string text) : this([new Run(text)]) { }

    public static implicit operator TableCell(string text) => new(text);
}

/// <summary>A table. Header rows repeat on each page. Alignments are per column of the body; missing ones are left. Widths are relative; without them they follow the content.</summary>
public sealed record TableBlock(
    string? Caption, IReadOnlyList<IReadOnlyList<TableCell>> HeaderRows, IReadOnlyList<IReadOnlyList<TableCell>> Rows,
    IReadOnlyList<CellAlignment>? Alignments = null, IReadOnlyList<double>? Widths = null) : Block;
