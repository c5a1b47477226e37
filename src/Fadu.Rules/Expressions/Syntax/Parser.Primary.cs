using Fadu.Rules.Calendar;

namespace Fadu.Rules.Expressions.Syntax;

internal sealed partial class Parser
{
    private SyntaxNode? Primary()
    {
        var token = Current;
        if (token.Kind is TokenKind.Number or TokenKind.Date)
        {
            At++;
            return WithUnit(new LiteralSyntax(token.Column, token.Value!));
        }

        if (token.Kind == TokenKind.Text)
        {
            At++;
            return new LiteralSyntax(token.Column, token.Text);
        }

        if (token.Is("true") || token.Is("false"))
        {
            At++;
            return new LiteralSyntax(token.Column, token.Text == "true");
        }

        if (Take("("))
        {
            return Or() is { } inner && Expect(")") ? inner : null;
        }

        if (!token.IsName)
        {
            return Fail($"这里应当是名称、数、日期或者括号，得到的是{token.Shown}。");
        }

        return Tokens[At + 1].Is("(") ? Call() : Name() is { } name ? WithUnit(name) : null;
    }

    private SyntaxNode? Call()
    {
        var function = Tokens[At];
        At += 2;
        if (function.Text is not ("count" or "sum" or "any" or "all"))
        {
            return List(")") is { } arguments ? new CallSyntax(function.Column, function.Text, arguments) : null;
        }

        if (Name() is not { } target)
        {
            return null;
        }

        var where = Take("where") ? Or() : null;
        return Error is null && Expect(")") ? new AggregateSyntax(function.Column, function.Text, target, where) : null;
    }

    private NameSyntax? Name()
    {
        var column = Current.Column;
        List<string> parts = [];
        do
        {
            if (Current.Kind != TokenKind.Word)
            {
                Fail($"这里应当是名称，得到的是{Current.Shown}。");
                return null;
            }

            parts.Add(Next().Text);
        }
        while (Take("."));

        return new(column, parts);
    }

    private SyntaxNode WithUnit(SyntaxNode amount)
    {
        var words = Current.Is("working") || Current.Is("calendar") ? 2 : 1;
        if (Current.Kind != TokenKind.Word || Tokens[At + words - 1].Kind != TokenKind.Word)
        {
            return amount;
        }

        DurationUnit? unit = (words == 2 ? Current.Text + " " + Tokens[At + 1].Text : Current.Text) switch
        {
            "working days" or "working day" => DurationUnit.WorkingDays,
            "days" or "day" or "calendar days" or "calendar day" => DurationUnit.CalendarDays,
            "months" or "month" => DurationUnit.Months,
            "years" or "year" => DurationUnit.Years,
            _ => null,
        };
        if (unit is null)
        {
            return amount;
        }

        At += words;
        return new DurationSyntax(amount.Column, amount, unit.Value);
    }
}
