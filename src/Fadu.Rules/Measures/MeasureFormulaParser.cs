using Fadu.Rules.Expressions;
using Fadu.Rules.Expressions.Syntax;

namespace Fadu.Rules.Measures;

/// <summary>Reads arithmetic over measures. A method that fails returns null and leaves the first error.</summary>
internal sealed class MeasureFormulaParser(List<Token> tokens, string group)
{
    private const int Deepest = 24;
    private int at;
    private int depth;
    private ExpressionError? error;

    private Token Current => tokens[at];

    public static MeasureArithmetic? Parse(string text, string group, out ExpressionError? error)
    {
        if (Lexer.Read(text, out error) is not { } tokens)
        {
            return null;
        }

        var parser = new MeasureFormulaParser(tokens, group);
        var result = parser.Sum();
        if (result is not null && parser.Current.Kind != TokenKind.End)
        {
            result = parser.Fail($"{parser.Current.Shown}在这里多余。");
        }

        error = parser.error;
        return result;
    }

    private MeasureArithmetic? Fail(string message)
    {
        error ??= new(message, Current.Column);
        return null;
    }

    private bool Take(string text)
    {
        if (!Current.Is(text))
        {
            return false;
        }

        at++;
        return true;
    }

    private MeasureArithmetic? Sum()
    {
        var left = Product();
        while (left is not null && (Current.Is("+") || Current.Is("-")))
        {
            var sign = tokens[at++].Text[0];
            left = Product() is { } right ? new MeasureOperation(sign, left, right) : null;
        }

        return left;
    }

    private MeasureArithmetic? Product()
    {
        var left = Primary();
        while (left is not null && (Current.Is("*") || Current.Is("/")))
        {
            var sign = tokens[at++].Text[0];
            left = Primary() is { } right ? new MeasureOperation(sign, left, right) : null;
        }

        return left;
    }

    private MeasureArithmetic? Primary()
    {
        if (Current.Kind == TokenKind.Number)
        {
            return new MeasureNumber((decimal)tokens[at++].Value!);
        }

        if (Current.Is("("))
        {
            at++;
            if (++depth > Deepest)
            {
                return Fail("括号套得太深。");
            }

            var inner = Sum();
            depth--;
            return inner is null ? null : Take(")") ? inner : Fail($"{Current.Shown}之前缺少“)”。");
        }

        return Current.Kind == TokenKind.Word ? Term() : Fail($"这里应当是指标的标识或者数，得到的是{Current.Shown}。");
    }

    private MeasureArithmetic? Term()
    {
        var id = tokens[at++].Text;
        if (id is "least" or "most" && Take("("))
        {
            var inner = Current.Kind == TokenKind.Word ? Term() : Fail($"{id} 的括号里应当是一个指标。");
            return inner is not MeasureTerm term ? inner is null ? null : Fail($"{id} 的括号里应当是一个指标。")
                : Take(")") ? new MeasureExtreme(term.Request, id == "most") : Fail($"{Current.Shown}之前缺少“)”。");
        }

        if (Take("."))
        {
            if (Current.Kind != TokenKind.Word)
            {
                return Fail($"“{id}.”后面应当是指标的标识。");
            }

            id += "." + tokens[at++].Text;
        }
        else if (group.Length > 0)
        {
            id = $"{group}.{id}";
        }
        else
        {
            return Fail($"“{id}”没有写组名，应当是 组.指标。");
        }

        List<MeasureFilter> filters = [];
        if (Take("["))
        {
            do
            {
                var field = Current;
                var code = at + 2 < tokens.Count ? tokens[at + 2] : default;
                if (field.Kind != TokenKind.Word || !tokens[at + 1].Is("=") || code.Kind is not (TokenKind.Word or TokenKind.Text or TokenKind.Number))
                {
                    return Fail("方括号里应当是 字段=代码，例如 [result=uphold]。");
                }

                filters.Add(new(field.Text, code.Text));
                at += 3;
            }
            while (Take(","));

            if (!Take("]"))
            {
                return Fail($"{Current.Shown}之前缺少“]”。");
            }
        }

        return new MeasureTerm(new MeasureRequest(id).With(filters));
    }
}
