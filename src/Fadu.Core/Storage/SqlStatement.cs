namespace Fadu.Core.Storage;

/// <summary>One statement with its parameters.</summary>
public readonly record struct SqlStatement(string Sql, (string Name, object? Value)[] Parameters);
