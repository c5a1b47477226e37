using Fadu.Rules.Calendar;

namespace Fadu.Rules.Expressions.Syntax;

/// <summary>What was written, before its names are looked up.</summary>
/// <param name="Column">Place in the text, counted from 1.</param>
internal abstract record SyntaxNode(int Column);

/// <param name="Value">A <see cref="decimal"/>, <see cref="DateOnly"/>, <see cref="string"/> or <see cref="bool"/>.</param>
internal sealed record LiteralSyntax(int Column, object Value) : SyntaxNode(Column);

internal sealed record DurationSyntax(int Column, SyntaxNode Amount, DurationUnit Unit) : SyntaxNode(Column);

internal sealed record NameSyntax(int Column, IReadOnlyList<string> Parts) : SyntaxNode(Column)
{
    public string Text => string.Join('.', Parts);
}

internal sealed record CallSyntax(int Column, string Function, IReadOnlyList<SyntaxNode> Arguments) : SyntaxNode(Column);

internal sealed record AggregateSyntax(int Column, string Function, NameSyntax Target, SyntaxNode? Where) : SyntaxNode(Column);

internal sealed record NotSyntax(int Column, SyntaxNode Operand) : SyntaxNode(Column);

internal sealed record LogicSyntax(int Column, bool And, SyntaxNode Left, SyntaxNode Right) : SyntaxNode(Column);

internal sealed record ComparisonSyntax(int Column, string Operator, SyntaxNode Left, SyntaxNode Right) : SyntaxNode(Column);

internal sealed record InListSyntax(int Column, SyntaxNode Subject, IReadOnlyList<SyntaxNode> Items) : SyntaxNode(Column);

internal sealed record InGroupSyntax(int Column, SyntaxNode Subject, string Group) : SyntaxNode(Column);

internal sealed record InPeriodSyntax(int Column, SyntaxNode Subject) : SyntaxNode(Column);

internal sealed record BetweenSyntax(int Column, SyntaxNode Subject, SyntaxNode Low, SyntaxNode High) : SyntaxNode(Column);

internal sealed record MissingSyntax(int Column, SyntaxNode Subject, bool Missing) : SyntaxNode(Column);

internal sealed record ContainsSyntax(int Column, SyntaxNode Subject, SyntaxNode Item) : SyntaxNode(Column);

internal sealed record ArithmeticSyntax(int Column, char Operator, SyntaxNode Left, SyntaxNode Right) : SyntaxNode(Column);

internal sealed record NegateSyntax(int Column, SyntaxNode Operand) : SyntaxNode(Column);
