using Fadu.Rules.Calendar;

namespace Fadu.Rules.Expressions.Syntax;

/// <summary>Precedence parser: or, and, not, comparison, sum, product, sign. A method that fails returns null and leaves the first error.</summary>
internal sealed partial class Parser : TokenParser<SyntaxNode>
{
    private Parser(List<Token> tokens)
        : base(tokens)
    {
    }

    public static SyntaxNode? Parse(string text, out ExpressionError? error)
    {
        if (Lexer.Read(text, out error) is not { } tokens)
        {
            return null;
        }

        var parser = new Parser(tokens);
        return parser.Whole(parser.Or(), "在这里多余，前面可能少了 and 或者 or。", out error);
    }

    private SyntaxNode? Or()
    {
        if (++Depth > Deepest)
        {
            return Fail("括号或者函数套得太深，请拆成几个带 derive 的字段。");
        }

        var left = And();
        while (left is not null && Current.Is("or"))
        {
            var column = Next().Column;
            left = And() is { } right ? new LogicSyntax(column, false, left, right) : null;
        }

        Depth--;
        return left;
    }

    private SyntaxNode? And()
    {
        var left = Not();
        while (left is not null && Current.Is("and"))
        {
            var column = Next().Column;
            left = Not() is { } right ? new LogicSyntax(column, true, left, right) : null;
        }

        return left;
    }

    private SyntaxNode? Not()
    {
        if (!Current.Is("not"))
        {
            return Comparison();
        }

        var column = Next().Column;
        if (++Depth > Deepest)
        {
            return Fail("not 太多，请删去成对的 not。");
        }

        var operand = Not();
        Depth--;
        return operand is null ? null : new NotSyntax(column, operand);
    }

    private SyntaxNode? Comparison()
    {
        if (Sum() is not { } left)
        {
            return null;
        }

        var (column, word) = (Current.Column, Current.Kind is TokenKind.Word or TokenKind.Symbol ? Current.Text : "");
        switch (word)
        {
            case "=" or "!=" or "<" or "<=" or ">" or ">=":
                At++;
                return Sum() is { } right ? new ComparisonSyntax(column, word, left, right) : null;
            case "in":
                At++;
                return In(column, left);
            case "not" when Tokens[At + 1].Is("in"):
                At += 2;
                return In(column, left) is { } inside ? new NotSyntax(column, inside) : null;
            case "between":
                At++;
                return Sum() is { } low && Expect("and") && Sum() is { } high ? new BetweenSyntax(column, left, low, high) : null;
            case "contains":
                At++;
                return Sum() is { } item ? new ContainsSyntax(column, left, item) : null;
            case "is":
                At++;
                return Take("missing") ? new MissingSyntax(column, left, true)
                    : Take("given") ? new MissingSyntax(column, left, false)
                    : Fail("is 后面只能写 missing（没有）或者 given（有）。");
            default:
                return left;
        }
    }

    private SyntaxNode? In(int column, SyntaxNode subject)
    {
        if (Take("period"))
        {
            return new InPeriodSyntax(column, subject);
        }

        if (Take("group"))
        {
            return Current.Kind == TokenKind.Word
                ? new InGroupSyntax(column, subject, Next().Text)
                : Fail("in group 后面应当是代码组的名称。");
        }

        if (!Take("["))
        {
            return Fail("in 后面应当是 [甲, 乙]、group 代码组或者 period。");
        }

        return List("]") is { } items ? new InListSyntax(column, subject, items) : null;
    }

    private List<SyntaxNode>? List(string end)
    {
        List<SyntaxNode> items = [];
        do
        {
            if (Or() is not { } item)
            {
                return null;
            }

            items.Add(item);
        }
        while (Take(","));

        return Expect(end) ? items : null;
    }

    private SyntaxNode? Sum()
    {
        var left = Product();
        while (left is not null && (Current.Is("+") || Current.Is("-")))
        {
            var token = Next();
            left = Product() is { } right ? new ArithmeticSyntax(token.Column, token.Text[0], left, right) : null;
        }

        return left;
    }

    private SyntaxNode? Product()
    {
        var left = Sign();
        while (left is not null && (Current.Is("*") || Current.Is("/")))
        {
            var token = Next();
            left = Sign() is { } right ? new ArithmeticSyntax(token.Column, token.Text[0], left, right) : null;
        }

        return left;
    }

    private SyntaxNode? Sign()
    {
        if (!Current.Is("-"))
        {
            return Primary();
        }

        var column = Next().Column;
        return Primary() is { } operand ? new NegateSyntax(column, operand) : null;
    }
}
