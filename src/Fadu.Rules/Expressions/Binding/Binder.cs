using Fadu.Rules.Expressions.Nodes;
using Fadu.Rules.Expressions.Syntax;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Expressions.Binding;

/// <summary>Turns what was written into typed parts. A method that fails returns null and leaves the first error.</summary>
internal sealed partial class Binder(ExpressionScope scope)
{
    private const long Heaviest = 20_000;
    private readonly Names names = new(scope);
    private ExpressionError? error;

    public static Node? Bind(SyntaxNode syntax, ExpressionScope scope, ExpressionType expected, CodeList? codes, out ExpressionError? error)
    {
        var binder = new Binder(scope);
        var node = binder.Bind(syntax, codes);
        if (node is not null)
        {
            node = binder.Expect(node, expected, syntax);
        }

        if (node?.Weight > Heaviest)
        {
            node = binder.Fail(syntax, "表达式太复杂，请拆成几个带 derive 的字段。");
        }

        error = binder.error;
        return node;
    }

    /// <param name="codes">List of whose codes a bare word may be one.</param>
    private Node? Bind(SyntaxNode syntax, CodeList? codes = null) => syntax switch
    {
        LiteralSyntax literal => Literal(literal, codes),
        NameSyntax name => Name(name, codes),
        LogicSyntax logic => BothYesNo(logic.Left, logic.Right) is var (left, right) ? new Logic(logic.And, left, right) : null,
        NotSyntax not => YesNo(not.Operand) is { } operand ? new Not(operand) : null,
        ComparisonSyntax comparison => Compare(comparison),
        InListSyntax list => InListOf(list),
        InGroupSyntax group => InGroup(group),
        InPeriodSyntax period => Date(period.Subject) is { } day ? new Between(day, new PeriodEdge(true), new PeriodEdge(false)) : null,
        BetweenSyntax between => BetweenOf(between),
        MissingSyntax missing => Bind(missing.Subject) is { } subject ? new MissingTest(subject, missing.Missing) : null,
        ContainsSyntax contains => ContainsOf(contains),
        ArithmeticSyntax arithmetic => ArithmeticOf(arithmetic),
        NegateSyntax negate => Number(negate.Operand) is { } operand ? new Arithmetic('-', new NumberLiteral(0), operand) : null,
        DurationSyntax => Fail(syntax, "时间长度只能加在日期后面，例如 accept.on + 30 days。"),
        CallSyntax call => Call(call, codes),
        AggregateSyntax aggregate => Aggregate(aggregate),
        _ => throw new InvalidOperationException($"{syntax.GetType().Name} has no binding."),
    };

    private Node? Fail(SyntaxNode at, string message)
    {
        error ??= new(message, at.Column);
        return null;
    }

    private Node? Expect(Node node, ExpressionType expected, SyntaxNode at) =>
        expected == ExpressionType.Any || node.Type == expected || (expected == ExpressionType.Text && node.Type == ExpressionType.Code)
            ? node
            : Fail(at, $"这里应当是{TypeNames.Of(expected)}，“{node.Explain()}”是{TypeNames.Of(node.Type)}。");

    private Node? Bind(SyntaxNode syntax, ExpressionType expected) => Bind(syntax) is { } node ? Expect(node, expected, syntax) : null;

    private Node? YesNo(SyntaxNode syntax) => Bind(syntax, ExpressionType.YesNo);

    private Node? Number(SyntaxNode syntax) => Bind(syntax, ExpressionType.Number);

    private Node? Date(SyntaxNode syntax) => Bind(syntax, ExpressionType.Date);

    private (Node, Node)? BothYesNo(SyntaxNode left, SyntaxNode right) =>
        YesNo(left) is { } a && YesNo(right) is { } b ? (a, b) : null;

    private Node? Literal(LiteralSyntax literal, CodeList? codes) => literal.Value switch
    {
        decimal number => new NumberLiteral(number),
        DateOnly day => new DateLiteral(day),
        bool yes => new YesNoLiteral(yes),
        string text when codes is not null => Code(literal, text, codes),
        var text => new TextLiteral((string)text),
    };

    private Node? Name(NameSyntax name, CodeList? codes)
    {
        if (codes is not null && name.Parts.Count == 1 && codes.Find(name.Parts[0]) is { } code)
        {
            return new CodeLiteral(code, codes);
        }

        if (names.Find(name.Parts, out var problem) is { } node)
        {
            return node;
        }

        return codes is not null && name.Parts.Count == 1 ? Code(name, name.Parts[0], codes) : Fail(name, problem);
    }

    private Node? Code(SyntaxNode at, string id, CodeList codes) => codes.Find(id) is { } code
        ? new CodeLiteral(code, codes)
        : Fail(at, $"代码表“{codes.Title}”没有代码“{id}”，{Similar.Hint(id, codes.Codes.Select(c => c.Id))}请改用表中的代码，或者先在 codes/{codes.Id}.yaml 增加。");
}
