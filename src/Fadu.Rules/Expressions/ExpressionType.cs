namespace Fadu.Rules.Expressions;

/// <summary>Type of an expression's value.</summary>
public enum ExpressionType
{
    /// <summary><see cref="bool"/>.</summary>
    YesNo,
    /// <summary><see cref="long"/> where whole, else <see cref="decimal"/>.</summary>
    Number,
    /// <summary><see cref="DateOnly"/>.</summary>
    Date,
    /// <summary><see cref="string"/>.</summary>
    Text,
    /// <summary>One code: <see cref="string"/>.</summary>
    Code,
    /// <summary>Several codes or names: list of <see cref="string"/>.</summary>
    Codes,
    /// <summary>As an expectation: any of the others.</summary>
    Any,
    /// <summary>Identifier of another matter: <see cref="long"/>.</summary>
    Reference,
}
