namespace Fadu.Rules.Registers;

/// <summary>The facts of one matter in memory, under the same column names as in the tables.</summary>
/// <remarks>Values are the types named by <see cref="ColumnType"/>; a missing value is absent or null.</remarks>
public sealed class FactRow(FactTable table, IReadOnlyDictionary<string, object?> values, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, object?>>> rows)
{
    /// <summary>Its table.</summary>
    public FactTable Table { get; } = table;
    /// <summary>Values by column.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; } = values;
    /// <summary>Rows by rows field.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, object?>>> Rows { get; } = rows;

    /// <summary>The value of a column, or null where it is missing.</summary>
    public object? this[string column] => Values.GetValueOrDefault(column);
}
