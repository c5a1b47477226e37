using Fadu.Rules.Expressions.Sql;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Expressions.Nodes;

/// <summary>Calendar days from one day to another; negative when reversed.</summary>
internal sealed record DaysBetween(Node From, Node To) : NumberNode
{
    public override bool Whole => true;
    public override IEnumerable<Node> Children => [From, To];
    public override string Explain() => $"从{From.Explain()}到{To.Explain()}的天数";

    public override Fraction? Number(Place place) => From.Evaluate(place) is DateOnly from && To.Evaluate(place) is DateOnly to
        ? Fraction.Of(to.DayNumber - from.DayNumber)
        : null;

    public override SqlNumber NumberSql(SqlWriter w) => new(w.Dialect.Days(From.Sql(w), To.Sql(w)), 0);
}

internal sealed record YearOf(Node Day) : NumberNode
{
    public override bool Whole => true;
    public override IEnumerable<Node> Children => [Day];
    public override string Explain() => $"{Within(Day, Strength.Word)}的年份";
    public override Fraction? Number(Place place) => Day.Evaluate(place) is DateOnly day ? Fraction.Of(day.Year) : null;
    public override SqlNumber NumberSql(SqlWriter w) => new(w.Dialect.Year(Day.Sql(w)), 0);
}

/// <summary>The last in list order of several codes; missing where there is none of the list.</summary>
internal sealed record Heaviest(Node Of, CodeList List) : Node
{
    public override ExpressionType Type => ExpressionType.Code;
    public override CodeList? Codes => List;
    public override IEnumerable<Node> Children => [Of];
    public override long Weight => 1 + List.Codes.Count * Of.Weight;
    public override string Explain() => Of.Explain() + "中最重的";

    public override object? Evaluate(Place place) => (Of.Evaluate(place) as IEnumerable<string>)?
        .Where(c => List.Rank(c) >= 0).MaxBy(List.Rank);

    public override string Sql(SqlWriter w)
    {
        var codes = Of.Sql(w);
        var cases = List.Codes.Reverse().Select(c =>
            $"when {w.Dialect.Contains(codes, w.Parameter($"|{c.Id}|"))} then {w.Parameter(c.Id)}");
        return $"(case {string.Join(' ', cases)} end)";
    }
}

/// <summary>The smaller or larger of two numbers or days; missing where one is.</summary>
internal sealed record Extreme(bool Least, Node Left, Node Right) : Node
{
    public override ExpressionType Type => Left.Type;
    public override bool Whole => Left.Whole && Right.Whole;
    public override IEnumerable<Node> Children => [Left, Right];
    public override long Weight => 1 + 4 * (Left.Weight + Right.Weight);
    public override string Explain() => (Type, Least) switch
    {
        (ExpressionType.Date, true) => $"{Left.Explain()}与{Right.Explain()}中较早的",
        (ExpressionType.Date, false) => $"{Left.Explain()}与{Right.Explain()}中较晚的",
        (_, true) => $"{Left.Explain()}与{Right.Explain()}中较小的",
        _ => $"{Left.Explain()}与{Right.Explain()}中较大的",
    };

    public override object? Evaluate(Place place) =>
        Type == ExpressionType.Number ? Number(place)?.ToValue(Whole)
        : Left.Evaluate(place) is DateOnly a && Right.Evaluate(place) is DateOnly b ? (a < b == Least ? a : b)
        : null;

    public override Fraction? Number(Place place) =>
        Left.Number(place) is { } a && Right.Number(place) is { } b ? (a.CompareTo(b) < 0 == Least ? a : b) : null;

    public override string Sql(SqlWriter w)
    {
        if (Type == ExpressionType.Number)
        {
            return NumberSql(w).ToValue(w);
        }

        var (a, b) = (Left.Sql(w), Right.Sql(w));
        return $"(case when {a} {Sign} {b} then {a} when {b} is not null and {a} is not null then {b} end)";
    }

    public override SqlNumber NumberSql(SqlWriter w)
    {
        var (a, b) = (Left.NumberSql(w), Right.NumberSql(w));
        var (left, right) = SqlNumber.Compare(a, b, w);
        return SqlNumber.Choose($"{left} {Sign} {right}", a, $"not ({left} {Sign} {right})", b, w);
    }

    private string Sign => Least ? "<=" : ">=";
}

/// <summary><c>measure(id)</c> in rules about offices.</summary>
internal sealed record MeasureCall(string Id, string Title) : NumberNode
{
    public override IEnumerable<string> Reads => ["measure." + Id];
    public override string Explain() => Title;
    public override Fraction? Number(Place place) => place.Context.Measures?.Invoke(Id) is { } value ? Fraction.Of(value) : null;
    public override SqlNumber NumberSql(SqlWriter w) => throw new NotSupportedException("Rules about offices are evaluated in memory.");
}
