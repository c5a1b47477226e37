using Fadu.Rules.Expressions;
using Fadu.Rules.Expressions.Syntax;

namespace Fadu.Rules.Measures;

/// <summary>Reads arithmetic over measures. A method that fails returns null and leaves the first error.</summary>
internal sealed class MeasureFormulaParser : TokenParser<MeasureArithmetic>
{
    private readonly string group;

    private MeasureFormulaParser(List<Token> tokens, string group)
        : base(tokens) => this.group = group;

    public static MeasureArithmetic? Parse(string text, string group, out ExpressionError? error)
    {
        if (Lexer.Read(text, out error) is not { } tokens)
        {
            return null;
        }

        var parser = new MeasureFormulaParser(tokens, group);
        return parser.Whole(parser.Sum(), "在这里多余。", out error);
    }

    private MeasureArithmetic? Sum()
    {
        var left = Product();
        while (left is not null && (Current.Is("+") || Current.Is("-")))
        {
            var sign = Next().Text[0];
            left = Product() is { } right ? new MeasureOperation(sign, left, right) : null;
        }

        return left;
    }

    private MeasureArithmetic? Product()
    {
        var left = Primary();
        while (left is not null && (Current.Is("*") || Current.Is("/")))
        {
            var sign = Next().Text[0];
            left = Primary() is { } right ? new MeasureOperation(sign, left, right) : null;
        }

        return left;
    }

    private MeasureArithmetic? Primary()
    {
        if (Current.Kind == TokenKind.Number)
        {
            return new MeasureNumber((decimal)Next().Value!);
        }

        if (Current.Is("("))
        {
            At++;
            if (++Depth > Deepest)
            {
                return Fail("括号套得太深。");
            }

            var inner = Sum();
            Depth--;
            return inner is not null && Expect(")") ? inner : null;
        }

        return Current.Kind == TokenKind.Word ? Term() : Fail($"这里应当是指标的标识或者数，得到的是{Current.Shown}。");
    }

    private MeasureArithmetic? Term()
    {
        var id = Next().Text;
        if (id is "least" or "most" && Take("("))
        {
            var inner = Current.Kind == TokenKind.Word ? Term() : Fail($"{id} 的括号里应当是一个指标。");
            return inner is not MeasureTerm term ? inner is null ? null : Fail($"{id} 的括号里应当是一个指标。")
                : Expect(")") ? new MeasureExtreme(term.Request, id == "most") : null;
        }

        if (Take("."))
        {
            if (Current.Kind != TokenKind.Word)
            {
                return Fail($"“{id}.”后面应当是指标的标识。");
            }

            id += "." + Next().Text;
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
                var code = At + 2 < Tokens.Count ? Tokens[At + 2] : default;
                if (field.Kind != TokenKind.Word || !Tokens[At + 1].Is("=") || code.Kind is not (TokenKind.Word or TokenKind.Text or TokenKind.Number))
                {
                    return Fail("方括号里应当是 字段=代码，例如 [result=uphold]。");
                }

                filters.Add(new(field.Text, code.Text));
                At += 3;
            }
            while (Take(","));

            if (!Expect("]"))
            {
                return null;
            }
        }

        return new MeasureTerm(new MeasureRequest(id).With(filters));
    }
}
