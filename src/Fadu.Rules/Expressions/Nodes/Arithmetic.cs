using Fadu.Rules.Calendar;
using Fadu.Rules.Expressions.Sql;

namespace Fadu.Rules.Expressions.Nodes;

internal sealed record Arithmetic(char Operator, Node Left, Node Right) : NumberNode
{
    public override IEnumerable<Node> Children => [Left, Right];
    public override long Weight => Operator == '/' ? 1 + 3 * (Left.Weight + Right.Weight) : 1 + 2 * (Left.Weight + Right.Weight);
    public override Strength Strength => Operator is '+' or '-' ? Strength.Sum : Strength.Product;
    public override bool Whole => Operator != '/' && Left.Whole && Right.Whole;

    public override string Explain() => Operator switch
    {
        '+' => $"{Within(Left, Strength.Sum)}加{Within(Right, Strength.Sum)}",
        '-' => $"{Within(Left, Strength.Sum)}减{Within(Right, Strength.Product)}",
        '*' => $"{Within(Left, Strength.Product)}乘以{Within(Right, Strength.Product)}",
        _ => $"{Within(Left, Strength.Product)}除以{Within(Right, Strength.Word)}",
    };

    public override Fraction? Number(Place place) => Left.Number(place) is { } a && Right.Number(place) is { } b
        ? Operator switch { '+' => a + b, '-' => a - b, '*' => a * b, _ => a / b }
        : null;

    public override SqlNumber NumberSql(SqlWriter w)
    {
        var (a, b) = (Left.NumberSql(w), Right.NumberSql(w));
        return Operator switch
        {
            '+' or '-' => SqlNumber.Add(a, b, Operator, w),
            '*' => SqlNumber.Multiply(a, b, w),
            _ => SqlNumber.Divide(a, b, w),
        };
    }
}

/// <summary>A day some days, months or years after (or before) another.</summary>
/// <param name="Amount">A number or parameter, the same for all matters.</param>
internal sealed record DateShift(Node Day, Node Amount, DurationUnit Unit, bool Back) : Node
{
    private static readonly Place Nowhere = default;

    public override ExpressionType Type => ExpressionType.Date;
    public override IEnumerable<Node> Children => [Day, Amount];
    public override Strength Strength => Strength.Sum;

    public override string Explain() => $"{Within(Day, Strength.Sum)}{(Back ? "之前" : "之后")}{Amount.Explain()}{Unit switch
    {
        DurationUnit.WorkingDays => "个工作日",
        DurationUnit.Months => "个月",
        DurationUnit.Years => "年",
        _ => "日",
    }}";

    public override object? Evaluate(Place place)
    {
        if (Day.Evaluate(place) is not DateOnly day || Count(place.Context) is not { } n)
        {
            return null;
        }

        if (day.Year is < 1000 or > 8999)
        {
            return null;
        }

        return Unit switch
        {
            DurationUnit.WorkingDays => n == 0 ? day : place.Context.Calendar.AddWorkingDays(day, n),
            DurationUnit.Months => day.AddMonths(n),
            DurationUnit.Years => day.AddMonths(12 * n),
            _ => day.AddDays(n),
        };
    }

    public override string Sql(SqlWriter w)
    {
        if (Count(w.Context) is not { } n)
        {
            return w.Dialect.MissingDate;
        }

        var (day, count) = (Day.Sql(w), w.Parameter((long)(Unit == DurationUnit.Years ? 12 * n : n)));
        return Unit switch
        {
            DurationUnit.WorkingDays => n == 0 ? day : WorkingDays(w, day, n),
            DurationUnit.Months or DurationUnit.Years => w.Dialect.AddMonths(day, count),
            _ => w.Dialect.AddDays(day, count),
        };
    }

    /// <summary>A hundred years at most: no sensible limit is longer, and every result stays a date.</summary>
    private int? Count(EvaluationContext context) =>
        Amount.Number(Nowhere with { Context = context })?.ToCount() is { } n && Math.Abs(n) <= Most ? (Back ? -n : n) : null;

    private int Most => Unit switch
    {
        DurationUnit.Years => 100,
        DurationUnit.Months => 1_200,
        _ => 36_500,
    };

    private static string WorkingDays(SqlWriter w, string day, int n)
    {
        var (from, to) = (w.Alias(), w.Alias());
        var reached = n > 0
            ? $"{from}.ordinal + {w.Parameter((long)n)}"
            : $"{from}.ordinal - (case when {from}.working then 1 else 0 end) + {w.Parameter((long)n + 1)}";
        return $"(select {to}.day from working_days {from} join working_days {to} on {to}.ordinal = {reached} and {to}.working where {from}.day = {day})";
    }
}
