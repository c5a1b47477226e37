using Fadu.Rules.Calendar;
using Fadu.Rules.Expressions.Nodes;
using Fadu.Rules.Expressions.Syntax;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Expressions.Binding;

internal sealed partial class Binder
{
    private static readonly string[] Functions =
        ["if", "coalesce", "heaviest", "days", "year", "min", "max", "count", "sum", "any", "all", "measure"];

    private Node? ArithmeticOf(ArithmeticSyntax arithmetic)
    {
        if (arithmetic.Right is DurationSyntax duration)
        {
            return arithmetic.Operator is '+' or '-'
                ? Shift(arithmetic, duration)
                : Fail(arithmetic, "日期只能加减时间长度。");
        }

        if (Bind(arithmetic.Left) is not { } left || Bind(arithmetic.Right) is not { } right)
        {
            return null;
        }

        if (left.Type == ExpressionType.Date)
        {
            return Fail(arithmetic, right.Type == ExpressionType.Date
                ? "两个日期相差几天请用 days(从, 到)。"
                : "日期加减请写明单位，例如 30 days、5 working days、6 months。");
        }

        return Expect(left, ExpressionType.Number, arithmetic.Left) is { } a && Expect(right, ExpressionType.Number, arithmetic.Right) is { } b
            ? new Arithmetic(arithmetic.Operator, a, b)
            : null;
    }

    private Node? Shift(ArithmeticSyntax arithmetic, DurationSyntax duration)
    {
        if (Date(arithmetic.Left) is not { } day || Number(duration.Amount) is not { } amount)
        {
            return null;
        }

        return amount.Constant
            ? new DateShift(day, amount, duration.Unit, arithmetic.Operator == '-')
            : Fail(duration, $"时间长度只能是数或者参数，“{amount.Explain()}”因事项而异。");
    }

    private Node? Call(CallSyntax call, CodeList? codes)
    {
        var a = call.Arguments;
        return (call.Function, a.Count) switch
        {
            ("if", 3) => IfOf(a, codes),
            ("coalesce", >= 2) => CoalesceOf(a, codes),
            ("heaviest", 1) => HeaviestOf(a[0]),
            ("days", 2) => Date(a[0]) is { } from && Date(a[1]) is { } to ? new DaysBetween(from, to) : null,
            ("year", 1) => Date(a[0]) is { } day ? new YearOf(day) : null,
            ("min" or "max", >= 2) => ExtremeOf(call.Function == "min", a),
            ("measure", 1) => Measure(a[0]),
            ("if", _) => Fail(call, "if 要三项：if(条件, 是时取的值, 否时取的值)。"),
            ("coalesce" or "min" or "max", _) => Fail(call, $"{call.Function} 至少要两项。"),
            ("days", _) => Fail(call, "days 要两个日期：days(从, 到)。"),
            ("heaviest" or "year" or "measure", _) => Fail(call, $"{call.Function} 只要一项。"),
            _ => Fail(call, $"没有“{call.Function}”这个函数，{Similar.Hint(call.Function, Functions)}可用的函数：{string.Join("、", Functions)}。"),
        };
    }

    private If? IfOf(IReadOnlyList<SyntaxNode> a, CodeList? codes) =>
        YesNo(a[0]) is { } condition && Alternatives(a[1], a[2], codes) is var (then, otherwise) ? new(condition, then, otherwise) : null;

    private Node? CoalesceOf(IReadOnlyList<SyntaxNode> a, CodeList? codes)
    {
        codes ??= a.Select(x => Trial(x)?.Codes).FirstOrDefault(c => c is not null);
        var result = Bind(a[^1], codes);
        for (var i = a.Count - 2; i >= 0 && result is not null; i--)
        {
            result = Bind(a[i], codes) is { } first && Same(a[i], first, result) ? new Coalesce(first, result) : null;
        }

        return result;
    }

    /// <summary>Two values of one type, of which either may be a bare code of the other's list.</summary>
    private (Node, Node)? Alternatives(SyntaxNode left, SyntaxNode right, CodeList? codes)
    {
        if (codes is null)
        {
            return Pair(left, right) is var (a, b) && Same(left, a, b) ? (a, b) : null;
        }

        return Bind(left, codes) is { } c && Bind(right, codes) is { } d && Same(left, c, d) ? (c, d) : null;
    }

    private bool Same(SyntaxNode at, Node left, Node right)
    {
        if (left.Type != right.Type)
        {
            Fail(at, $"两种取值的类型不同：“{left.Explain()}”是{TypeNames.Of(left.Type)}，“{right.Explain()}”是{TypeNames.Of(right.Type)}。");
        }

        return left.Type == right.Type;
    }

    private Node? ExtremeOf(bool least, IReadOnlyList<SyntaxNode> a)
    {
        Node? result = null;
        foreach (var syntax in a)
        {
            if (Bind(syntax) is not { } next)
            {
                return null;
            }

            if (next.Type is not (ExpressionType.Number or ExpressionType.Date))
            {
                return Fail(syntax, $"min 和 max 只能用于数和日期，“{next.Explain()}”是{TypeNames.Of(next.Type)}。");
            }

            if (result is not null && !Same(syntax, result, next))
            {
                return null;
            }

            result = result is null ? next : new Extreme(least, result, next);
        }

        return result;
    }

    private Node? HeaviestOf(SyntaxNode syntax) => Bind(syntax) is not { } node ? null
        : node is { Type: ExpressionType.Codes, Codes: { } list } ? new Heaviest(node, list)
        : Fail(syntax, $"heaviest 只能用于有代码表的多选字段，“{node.Explain()}”不是。");

    private Node? Measure(SyntaxNode syntax)
    {
        if (scope.MeasureTitles is null)
        {
            return Fail(syntax, "measure(…) 只能在 for: offices 的监督规则里用。");
        }

        return syntax is not NameSyntax name ? Fail(syntax, "measure 里应当是指标的标识，例如 measure(penalty.filed)。")
            : scope.MeasureTitles(name.Text) is { } title ? new MeasureCall(name.Text, title)
            : Fail(syntax, $"没有“{name.Text}”这个指标。");
    }

    private Node? Aggregate(AggregateSyntax aggregate)
    {
        var (function, target) = (aggregate.Function, aggregate.Target);
        var parts = target.Parts[0] == "matter" && target.Parts.Count > 1 ? [.. target.Parts.Skip(1)] : target.Parts;
        if (names.Table.FindRows(parts[0]) is not { } table)
        {
            return Fail(target, $"没有“{parts[0]}”这个表格，{Similar.Hint(parts[0], names.Table.Rows.Select(r => r.Field))}{function} 只能用于 type: rows 的字段。");
        }

        if (parts.Count != (function == "sum" ? 2 : 1))
        {
            return Fail(target, function == "sum" ? "sum 要写明哪一列，例如 sum(items.amount)。" : $"{function} 里只写表格的名称，列写在 where 后面。");
        }

        if (function == "all" && aggregate.Where is null)
        {
            return Fail(aggregate, "all 要有条件：all(表格 where 条件)。");
        }

        var outer = names.Rows;
        names.Rows = table;
        var where = aggregate.Where is null ? null : YesNo(aggregate.Where);
        names.Rows = outer;
        if (where is null && aggregate.Where is not null)
        {
            return null;
        }

        var rows = new MatchingRows(table, where);
        return function switch
        {
            "count" => new CountRows(rows),
            "any" => new AnyRow(rows),
            "all" => new AllRows(rows),
            _ => Sum(rows, target, parts[1]),
        };
    }

    private Node? Sum(MatchingRows rows, SyntaxNode at, string name)
    {
        if (rows.Rows.Find(name) is not { } column)
        {
            return Fail(at, $"表格“{rows.Rows.Title}”没有“{name}”这一列，{Similar.Hint(name, rows.Rows.Columns.Select(c => c.Name))}请改用表中的列。");
        }

        return column.Type is ColumnType.WholeNumber or ColumnType.Decimal or ColumnType.Money
            ? new SumRows(rows, column)
            : Fail(at, $"“{column.Title}”不是数，不能求和。");
    }
}
