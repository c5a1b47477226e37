namespace Fadu.Rules.Ledger;

/// <summary>Where and why a text is not canonical JSON: the byte offset from 0, and the rule broken, in Chinese.</summary>
public readonly record struct CanonicalFault(int Offset, string Reason)
{
    /// <summary>The sentence a user reads.</summary>
    public override string ToString() => $"第 {Offset} 字节：{Reason}";
}

/// <summary>A value that has no canonical form: the message says where, which rule, and what to write instead.</summary>
public sealed class CanonicalJsonException(string message, Exception? cause = null) : FormatException(message, cause);
