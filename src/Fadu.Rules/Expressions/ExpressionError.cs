namespace Fadu.Rules.Expressions;

/// <summary>Why a text is not an expression.</summary>
/// <param name="Message">Chinese: what is wrong, which word, what to do.</param>
/// <param name="Column">Place in the text, counted from 1.</param>
public sealed record ExpressionError(string Message, int Column);
