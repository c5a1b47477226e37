namespace Fadu.Rules.Expressions.Syntax;

/// <summary>What parsers over tokens share: the place reached, the first error, how deep it nests. A method that fails returns null and leaves the error.</summary>
internal abstract class TokenParser<TNode>(List<Token> tokens)
    where TNode : class
{
    /// <summary>Nesting beyond this is refused, before the stack ends.</summary>
    protected const int Deepest = 24;

    protected List<Token> Tokens => tokens;
    protected int At { get; set; }
    protected int Depth { get; set; }
    protected ExpressionError? Error { get; private set; }
    protected Token Current => tokens[At];

    /// <summary>The node, where it takes in all tokens.</summary>
    /// <param name="superfluous">What is said of a token that is left over, after its text.</param>
    protected TNode? Whole(TNode? node, string superfluous, out ExpressionError? error)
    {
        if (node is not null && Current.Kind != TokenKind.End)
        {
            node = Fail(Current.Shown + superfluous);
        }

        error = Error;
        return node;
    }

    protected Token Next() => tokens[At++];

    protected bool Take(string text)
    {
        if (!Current.Is(text))
        {
            return false;
        }

        At++;
        return true;
    }

    protected bool Expect(string text)
    {
        if (Take(text))
        {
            return true;
        }

        Fail($"{Current.Shown}之前缺少“{text}”。");
        return false;
    }

    protected TNode? Fail(string message)
    {
        Error ??= new(message, Current.Column);
        return null;
    }
}
