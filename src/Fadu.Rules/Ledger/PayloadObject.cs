namespace Fadu.Rules.Ledger;

/// <summary>An object of a payload: its members in any order, a missing value meaning no member.</summary>
public sealed class PayloadObject(params (string Key, object? Value)[] members)
{
    /// <summary>Members.</summary>
    internal (string Key, object? Value)[] Members { get; } = members;
}
