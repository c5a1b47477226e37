using Fadu.Rules.Expressions.Sql;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Expressions.Nodes;

/// <summary><c>if(condition, a, b)</c>: b also where the condition is unknown.</summary>
internal sealed record If(Node Condition, Node Then, Node Else) : Node
{
    public override ExpressionType Type => Then.Type;
    public override CodeList? Codes => Then.Codes ?? Else.Codes;
    public override bool Whole => Then.Whole && Else.Whole;
    public override IEnumerable<Node> Children => [Condition, Then, Else];
    public override long Weight => 1 + 2 * base.Weight;
    public override Strength Strength => Strength.Or;
    public override string Explain() => $"{Condition.Explain()}的，取{Then.Explain()}，否则取{Else.Explain()}";

    public override object? Evaluate(Place place) => Type == ExpressionType.Number
        ? Number(place)?.ToValue(Whole)
        : (Condition.Truth(place) is true ? Then : Else).Evaluate(place);

    public override Fraction? Number(Place place) => (Condition.Truth(place) is true ? Then : Else).Number(place);

    public override string Sql(SqlWriter w) => Type == ExpressionType.Number
        ? NumberSql(w).ToValue(w)
        : $"(case when {Condition.Sql(w)} then {Then.Sql(w)} else {Else.Sql(w)} end)";

    public override SqlNumber NumberSql(SqlWriter w) =>
        SqlNumber.Choose(Condition.Sql(w), Then.NumberSql(w), "true", Else.NumberSql(w), w);
}

/// <summary><c>coalesce(a, b)</c>: the first that is not missing.</summary>
internal sealed record Coalesce(Node First, Node Second) : Node
{
    private readonly MissingTest given = new(First, false);

    public override ExpressionType Type => First.Type;
    public override CodeList? Codes => First.Codes ?? Second.Codes;
    public override bool Whole => First.Whole && Second.Whole;
    public override IEnumerable<Node> Children => [First, Second];
    public override long Weight => Type == ExpressionType.Number ? 1 + 3 * base.Weight : base.Weight;
    public override Strength Strength => Strength.Or;
    public override string Explain() => $"{First.Explain()}，没有的取{Second.Explain()}";

    public override object? Evaluate(Place place) => Type == ExpressionType.Number
        ? Number(place)?.ToValue(Whole)
        : First.Evaluate(place) ?? Second.Evaluate(place);

    public override Fraction? Number(Place place) => First.Number(place) ?? Second.Number(place);

    public override string Sql(SqlWriter w) => Type == ExpressionType.Number
        ? NumberSql(w).ToValue(w)
        : $"coalesce({First.Sql(w)}, {Second.Sql(w)})";

    public override SqlNumber NumberSql(SqlWriter w) =>
        SqlNumber.Choose(given.Sql(w), First.NumberSql(w), "true", Second.NumberSql(w), w);
}
