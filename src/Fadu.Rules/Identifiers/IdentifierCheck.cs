using System.Diagnostics.CodeAnalysis;

namespace Fadu.Rules.Identifiers;

/// <summary>What checking an identifier gave: the value to store, or what is wrong and where.</summary>
/// <param name="Value">The normalised value; null when wrong.</param>
/// <param name="Error">What is wrong and what to do, in Chinese; null when right.</param>
/// <param name="Position">Position of the fault counted from one; zero when no single one.</param>
/// <param name="Warning">Something odd that does not make the value wrong.</param>
public sealed record IdentifierCheck(string? Value, string? Error, int Position, string? Warning)
{
    /// <summary>Whether the identifier is right.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsValid => Value is not null;

    internal static IdentifierCheck Right(string value, string? warning = null) => new(value, null, 0, warning);

    internal static IdentifierCheck Wrong(string error, int position = 0) => new(null, error, position, null);
}
