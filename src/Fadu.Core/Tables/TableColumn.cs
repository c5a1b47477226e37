namespace Fadu.Core.Tables;

public enum ColumnType
{
    Text,
    LongText,
    /// <summary>An identifier or number of a document: always a text cell, so that leading zeros and 18 digits survive.</summary>
    Code,
    WholeNumber,
    Decimal,
    /// <summary>Yuan with two decimals and thousand separators.</summary>
    Money,
    /// <summary>The value is a fraction: 0.3446 is shown as 34.46%.</summary>
    Percent,
    Date,
    DateTime,
    /// <summary>是 or 否.</summary>
    YesNo,
}

/// <summary>One column of a table that is written. <paramref name="Choices"/> becomes a drop-down list; a width of 0 follows from type and heading.</summary>
public sealed record TableColumn(
    string Heading, ColumnType Type = ColumnType.Text, double Width = 0, IReadOnlyList<string>? Choices = null, bool Required = false)
{
    internal double ShownWidth => Width > 0 ? Width : Math.Max(Heading.Length * 2 + 4, Type switch
    {
        ColumnType.LongText => 40,
        ColumnType.Code => 24,
        ColumnType.Text => 18,
        ColumnType.DateTime => 18,
        ColumnType.Money => 16,
        _ => 12,
    });
}
