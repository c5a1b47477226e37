namespace Fadu.Core.Storage;

/// <summary>New rows of one table on their way into it, each by a statement of its own.</summary>
internal class TableRows(TableColumns columns)
{
    private readonly List<SqlStatement> statements = [];

    /// <summary>Statements that insert them.</summary>
    public IReadOnlyList<SqlStatement> Statements => statements;

    /// <summary>Adds a row: a value for each column, in their order.</summary>
    public virtual void Add(object?[] row) => statements.Add(columns.Insert(row));
}
