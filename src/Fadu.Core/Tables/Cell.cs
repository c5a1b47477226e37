namespace Fadu.Core.Tables;

public enum CellKind : byte
{
    Empty,
    Text,
    /// <summary>A number; <see cref="Cell.Text"/> keeps its digits as stored.</summary>
    Number,
    /// <summary>A number that the file shows as a date or time; <see cref="Cell.Number"/> is the serial.</summary>
    Date,
    /// <summary>A number that the file shows with a percent sign: 0.3446 for 34.46%.</summary>
    Percent,
    Boolean,
    /// <summary>#REF!, #N/A and their like, or a formula without a stored result.</summary>
    Error,
}

/// <summary>One cell as read: its raw text, its kind, and for the kinds of number the value.</summary>
public readonly record struct Cell(CellKind Kind, string Text, double Number = 0, bool FilledDown = false)
{
    public static readonly Cell Empty = new(CellKind.Empty, "");

    public static Cell OfText(string text) => text.Length == 0 ? Empty : new(CellKind.Text, text);

    /// <summary>The file has nothing to see here. Words for nothing (无, /, — —) are for <see cref="CellParsing"/> to judge.</summary>
    public bool IsBlank => Kind == CellKind.Empty || (Kind == CellKind.Text && CellText.IsBlank(Text));

    public override string ToString() => Text ?? "";
}
