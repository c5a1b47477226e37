using Fadu.Rules.Expressions.Nodes;
using Fadu.Rules.Expressions.Syntax;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Expressions.Binding;

internal sealed partial class Binder
{
    private Comparison? Compare(ComparisonSyntax comparison)
    {
        if (Pair(comparison.Left, comparison.Right) is not var (left, right) || !Comparable(comparison, left, right))
        {
            return null;
        }

        if (comparison.Operator is not ("=" or "!=") && left.Type is not (ExpressionType.Number or ExpressionType.Date))
        {
            Fail(comparison, $"{TypeNames.Of(left.Type)}只能用 = 或者 != 比较，大小只对数和日期有意义。");
            return null;
        }

        return new(comparison.Operator, left, right);
    }

    /// <summary>Binds two sides of which either may be a bare code of the other's list.</summary>
    private (Node Left, Node Right)? Pair(SyntaxNode left, SyntaxNode right)
    {
        if (left is NameSyntax { Parts.Count: 1 } word && Trial(right)?.Codes is { } codes
            && names.Find(word.Parts, out _) is var named && (named is null || (codes.Find(word.Text) is not null && named.Type is not (ExpressionType.Code or ExpressionType.Text))))
        {
            return Bind(left, codes) is { } code && Bind(right) is { } coded ? (code, coded) : null;
        }

        return Bind(left) is { } a && Bind(right, a.Codes) is { } b ? (a, b) : null;
    }

    private Node? Trial(SyntaxNode syntax)
    {
        var elsewhere = new Binder(scope);
        elsewhere.names.Rows = names.Rows;
        return elsewhere.Bind(syntax);
    }

    private bool Comparable(SyntaxNode at, Node left, Node right)
    {
        if (left.Type == ExpressionType.Codes || right.Type == ExpressionType.Codes)
        {
            Fail(at, $"“{(left.Type == ExpressionType.Codes ? left : right).Explain()}”可以有几个值，请用 contains，或者 heaviest(…) 取最重的一个。");
            return false;
        }

        if (Words(left) && Words(right))
        {
            if (left.Codes is null || right.Codes is null || left.Codes.Id == right.Codes.Id)
            {
                return true;
            }

            Fail(at, $"“{left.Explain()}”与“{right.Explain()}”用的是不同的代码表，不能比较。");
            return false;
        }

        if (left.Type != right.Type)
        {
            Fail(at, $"“{left.Explain()}”是{TypeNames.Of(left.Type)}，“{right.Explain()}”是{TypeNames.Of(right.Type)}，不能比较。");
        }

        return left.Type == right.Type;

        static bool Words(Node node) => node.Type is ExpressionType.Text or ExpressionType.Code;
    }

    private InList? InListOf(InListSyntax list)
    {
        if (Bind(list.Subject) is not { } subject)
        {
            return null;
        }

        List<Node> items = [];
        foreach (var syntax in list.Items)
        {
            if (Bind(syntax, subject.Codes) is not { } item || !Comparable(syntax, subject, item))
            {
                return null;
            }

            items.Add(item);
        }

        return new(subject, items);
    }

    private Node? InGroup(InGroupSyntax group)
    {
        if (Bind(group.Subject) is not { } subject)
        {
            return null;
        }

        if (subject.Codes is not { } list)
        {
            return Fail(group, $"“{subject.Explain()}”没有代码表，不能用 in group。");
        }

        if (list.InGroup(group.Group) is not { Count: > 0 } codes)
        {
            return Fail(group, $"代码表“{list.Title}”没有代码组“{group.Group}”，{Similar.Hint(group.Group, list.Groups)}请改用表中的组，或者先在 codes/{list.Id}.yaml 增加。");
        }

        IReadOnlyList<CodeLiteral> items = [.. codes.Select(c => new CodeLiteral(list.Find(c)!, list))];
        return subject.Type == ExpressionType.Codes
            ? items.Select(Node (i) => new Contains(subject, i)).Aggregate((a, b) => new Logic(false, a, b))
            : new InList(subject, items);
    }

    private Node? BetweenOf(BetweenSyntax between)
    {
        if (Bind(between.Subject) is not { } subject || Bind(between.Low, subject.Type) is not { } low || Bind(between.High, subject.Type) is not { } high)
        {
            return null;
        }

        return subject.Type is ExpressionType.Number or ExpressionType.Date
            ? new Between(subject, low, high)
            : Fail(between, $"between 只能用于数和日期，“{subject.Explain()}”是{TypeNames.Of(subject.Type)}。");
    }

    private Node? ContainsOf(ContainsSyntax contains)
    {
        if (Bind(contains.Subject) is not { } subject || Bind(contains.Item, subject.Codes) is not { } item)
        {
            return null;
        }

        return subject.Type is not (ExpressionType.Codes or ExpressionType.Text)
                ? Fail(contains, $"contains 只能用于多选和文字，“{subject.Explain()}”是{TypeNames.Of(subject.Type)}。")
            : item.Type is not (ExpressionType.Text or ExpressionType.Code)
                ? Fail(contains.Item, $"contains 后面应当是代码或者文字，“{item.Explain()}”是{TypeNames.Of(item.Type)}。")
            : new Contains(subject, item);
    }
}
