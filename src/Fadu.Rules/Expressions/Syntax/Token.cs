namespace Fadu.Rules.Expressions.Syntax;

internal enum TokenKind
{
    Word,
    Number,
    Date,
    Text,
    Symbol,
    End,
}

/// <param name="Text">As written; of a quoted text, what stands between the quotes.</param>
/// <param name="Value">Value of a number or date.</param>
internal readonly record struct Token(TokenKind Kind, string Text, object? Value, int Column)
{
    private static readonly HashSet<string> Operators = ["and", "or", "not", "in", "between", "is", "contains", "true", "false", "where"];

    public bool Is(string text) => Kind is TokenKind.Word or TokenKind.Symbol && Text == text;

    /// <summary>A word that is not an operator.</summary>
    public bool IsName => Kind == TokenKind.Word && !Operators.Contains(Text);

    public string Shown => Kind == TokenKind.End ? "结尾" : $"“{Text}”";
}
