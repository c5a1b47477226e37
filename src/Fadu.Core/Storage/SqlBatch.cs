using System.Data.Common;

namespace Fadu.Core.Storage;

/// <summary>Rows and statements that go to the database together, in as few round trips as it can do with.</summary>
/// <remarks>New rows go in first, table by table; then the statements, in the order in which they were added.</remarks>
public sealed class SqlBatch(Database database)
{
    private readonly Dictionary<TableColumns, TableRows> rows = [];
    private readonly List<SqlStatement> statements = [];
    private readonly List<(long Place, SqlStatement Statement)> placed = [];

    /// <summary>Whether there is nothing to run.</summary>
    public bool IsEmpty => rows.Count == 0 && statements.Count == 0 && placed.Count == 0;

    /// <summary>Adds a new row of a table.</summary>
    /// <param name="row">A value for each column, in their order.</param>
    public void Insert(TableColumns table, params object?[] row)
    {
        if (!rows.TryGetValue(table, out var added))
        {
            rows.Add(table, added = database.RowsOf(table));
        }

        added.Add(row);
    }

    /// <summary>Adds a statement with its parameters.</summary>
    public void Add(string sql, params (string Name, object? Value)[] parameters) => statements.Add(new(sql, parameters));

    /// <summary>Adds a statement that runs behind all others, in the order of places: an index that grows from its end alone is written once for a batch and not once for a matter.</summary>
    public void AddPlaced(long place, string sql, params (string Name, object? Value)[] parameters) => placed.Add((place, new(sql, parameters)));

    /// <summary>Forgets all rows and statements, after they were run.</summary>
    public void Clear()
    {
        rows.Clear();
        statements.Clear();
        placed.Clear();
    }

    /// <summary>Runs all; returns the number of rows affected.</summary>
    public async Task<int> ExecuteAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancel = default) =>
        IsEmpty ? 0 : await database.ExecuteAsync(connection, transaction, rows.Values, [.. statements, .. placed.OrderBy(p => p.Place).Select(p => p.Statement)], cancel);
}
