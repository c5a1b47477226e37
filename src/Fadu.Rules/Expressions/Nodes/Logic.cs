using Fadu.Rules.Expressions.Sql;

namespace Fadu.Rules.Expressions.Nodes;

/// <summary>Kleene's three-valued and / or, which is what SQL has.</summary>
internal sealed record Logic(bool And, Node Left, Node Right) : YesNoNode
{
    public override IEnumerable<Node> Children => [Left, Right];
    public override Strength Strength => And ? Strength.And : Strength.Or;
    public override string Explain() => $"{Within(Left, Strength)}{(And ? "且" : "，或者")}{Within(Right, Strength)}";

    public override object? Evaluate(Place place)
    {
        var left = Left.Truth(place);
        return left == !And ? !And
            : Right.Truth(place) is var right && right == !And ? !And
            : left is null || right is null ? null
            : And;
    }

    public override string Sql(SqlWriter w) => $"({Left.Sql(w)} {(And ? "and" : "or")} {Right.Sql(w)})";
}

internal sealed record Not(Node Operand) : YesNoNode
{
    public override IEnumerable<Node> Children => [Operand];

    public override string Explain() => Operand switch
    {
        StepDone step => "未" + step.Title,
        YesNoColumn column => column.Place.Column.Title + "为否",
        YesNoParameter parameter => parameter.Parameter.Title + "为否",
        ClockOverdue clock => clock.Clock.Title + "未超期",
        _ => $"并非{Within(Operand, Strength.Predicate)}",
    };

    public override object? Evaluate(Place place) => !Operand.Truth(place);

    public override string Sql(SqlWriter w) => $"(not {Operand.Sql(w)})";
}

/// <summary><c>is missing</c>, <c>is given</c>: never unknown.</summary>
internal sealed record MissingTest(Node Operand, bool Missing) : YesNoNode
{
    public override IEnumerable<Node> Children => [Operand];
    public override string Explain() => (Missing ? "没有" : "有") + Within(Operand, Strength.Sum);

    public override object? Evaluate(Place place) =>
        (Operand.Type == ExpressionType.Number ? Operand.Number(place) is null : Operand.Evaluate(place) is null) == Missing;

    public override string Sql(SqlWriter w)
    {
        if (Operand.Type != ExpressionType.Number)
        {
            return $"(({Operand.Sql(w)}) is {(Missing ? "" : "not ")}null)";
        }

        var number = Operand.NumberSql(w);
        var known = number.Den is null
            ? $"({number.At(number.Scale, w)}) is not null"
            : $"({number.At(number.Scale, w)}) is not null and ({number.Den}) is not null";
        return Missing ? $"(not ({known}))" : $"({known})";
    }
}
