using System.Collections.Concurrent;
using System.Globalization;

namespace Fadu.Core.Storage;

/// <summary>A table with the columns that its new rows name, in the order in which a row gives its values.</summary>
public sealed class TableColumns(string table, params string[] columns)
{
    private static readonly string[] Places = [.. Enumerable.Range(0, 2000).Select(i => "c" + i)];
    private readonly ConcurrentDictionary<string, string> inserts = new(StringComparer.Ordinal);

    /// <summary>Table.</summary>
    public string Table => table;

    /// <summary>Columns.</summary>
    public IReadOnlyList<string> Columns => columns;

    /// <summary>SQL of a column's value, <c>{0}</c> for the parameter, where the statement must turn one into the other.</summary>
    public Dictionary<string, string> Forms { get; } = [];

    /// <summary>Name of the parameter for a column.</summary>
    internal static string Place(int column) => Places[column];

    /// <summary>The statement that inserts one row. It names only the columns that the row has: of two hundred facts as a rule a fifth. Rows with the same columns share one text, which stays prepared.</summary>
    internal SqlStatement Insert(object?[] row)
    {
        Span<char> present = stackalloc char[(columns.Length + 15) / 16];
        present.Clear();
        var parameters = new (string, object?)[row.Length - row.AsSpan().Count((object?)null)];
        for (int i = 0, next = 0; i < row.Length; i++)
        {
            if (row[i] is { } value)
            {
                present[i / 16] |= (char)(1 << (i % 16));
                parameters[next++] = (Places[i], value);
            }
        }

        return new(TextFor(present), parameters);
    }

    private string TextFor(ReadOnlySpan<char> present) => inserts.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(present, out var text) ? text : inserts.GetOrAdd(new(present), InsertText);

    private string InsertText(string present)
    {
        var named = Enumerable.Range(0, columns.Length).Where(i => (present[i / 16] >> (i % 16) & 1) == 1).ToList();
        return $"insert into {table}({string.Join(", ", named.Select(i => columns[i]))}) values ({string.Join(", ", named.Select(Value))})";
    }

    private string Value(int column) => Forms.TryGetValue(columns[column], out var form) ? string.Format(CultureInfo.InvariantCulture, form, "@" + Places[column]) : "@" + Places[column];
}
