using Fadu.Rules.Expressions.Sql;

namespace Fadu.Rules.Expressions.Nodes;

/// <summary><c>= != &lt; &lt;= &gt; &gt;=</c> between two values of one type; unknown where one is missing.</summary>
internal sealed record Comparison(string Operator, Node Left, Node Right) : YesNoNode
{
    public override IEnumerable<Node> Children => [Left, Right];
    public override long Weight => Left.Type == ExpressionType.Number ? 1 + 2 * (Left.Weight + Right.Weight) : base.Weight;

    public override string Explain() =>
        Left is YesNoColumn column && Right is YesNoLiteral yes
            ? column.Place.Column.Title + (yes.Value == (Operator == "=") ? "为是" : "为否")
            : $"{Within(Left, Strength.Sum)}{Words(Left.Type)}{Within(Right, Strength.Sum)}";

    public override object? Evaluate(Place place)
    {
        if (Left.Type == ExpressionType.Number)
        {
            return Left.Number(place) is { } a && Right.Number(place) is { } b ? Holds(a.CompareTo(b)) : null;
        }

        return (Left.Evaluate(place), Right.Evaluate(place)) switch
        {
            (null, _) or (_, null) => null,
            (DateOnly a, DateOnly b) => Holds(a.CompareTo(b)),
            var (a, b) => Holds(a.Equals(b) ? 0 : 1),
        };
    }

    public override string Sql(SqlWriter w)
    {
        var (left, right) = Left.Type == ExpressionType.Number
            ? SqlNumber.Compare(Left.NumberSql(w), Right.NumberSql(w), w)
            : (Left.Sql(w), Right.Sql(w));
        return $"({left} {(Operator == "!=" ? "<>" : Operator)} {right})";
    }

    private bool Holds(int order) => Operator switch
    {
        "=" => order == 0,
        "!=" => order != 0,
        "<" => order < 0,
        "<=" => order <= 0,
        ">" => order > 0,
        _ => order >= 0,
    };

    private string Words(ExpressionType type) => (Operator, type) switch
    {
        ("=", ExpressionType.Number) => "等于",
        ("!=", ExpressionType.Number) => "不等于",
        ("=", _) => "为",
        ("!=", _) => "不是",
        ("<", ExpressionType.Date) => "早于",
        ("<=", ExpressionType.Date) => "不晚于",
        (">", ExpressionType.Date) => "晚于",
        (">=", ExpressionType.Date) => "不早于",
        ("<", _) => "小于",
        ("<=", _) => "不大于",
        (">", _) => "大于",
        _ => "不小于",
    };
}

/// <summary><c>in [a, b]</c>, <c>in group g</c> (its codes): equal to one of them.</summary>
internal sealed record InList(Node Subject, IReadOnlyList<Node> Items) : YesNoNode
{
    private readonly Comparison[] each = [.. Items.Select(i => new Comparison("=", Subject, i))];

    public override IEnumerable<Node> Children => [Subject, .. Items];
    public override long Weight => 1 + Subject.Weight * (Subject.Type == ExpressionType.Number ? Items.Count : 1) + Items.Sum(i => i.Weight);

    public override string Explain() => Items.Count == 1
        ? $"{Within(Subject, Strength.Sum)}为{Items[0].Explain()}"
        : $"{Within(Subject, Strength.Sum)}为{string.Join("、", Items.Select(i => i.Explain()))}之一";

    public override object? Evaluate(Place place)
    {
        var unknown = false;
        foreach (var equal in each)
        {
            switch (equal.Evaluate(place))
            {
                case true: return true;
                case null: unknown = true; break;
            }
        }

        return unknown ? null : false;
    }

    public override string Sql(SqlWriter w) => Subject.Type == ExpressionType.Number
        ? $"({string.Join(" or ", each.Select(c => c.Sql(w)))})"
        : $"({Subject.Sql(w)} in ({string.Join(", ", Items.Select(i => i.Sql(w)))}))";
}

/// <summary><c>between a and b</c>, both ends included; <c>in period</c> is between its first and last day.</summary>
internal sealed record Between(Node Subject, Node Low, Node High) : YesNoNode
{
    private readonly Logic both = new(true, new Comparison(">=", Subject, Low), new Comparison("<=", Subject, High));

    public override IEnumerable<Node> Children => [Subject, Low, High];
    public override long Weight => both.Weight;

    public override string Explain() => Low is PeriodEdge && High is PeriodEdge
        ? $"{Within(Subject, Strength.Sum)}在本期内"
        : $"{Within(Subject, Strength.Sum)}在{Low.Explain()}至{High.Explain()}之间";

    public override object? Evaluate(Place place) => both.Evaluate(place);

    public override string Sql(SqlWriter w) => both.Sql(w);
}

/// <summary><c>contains</c>: a list holds a code or name, a text holds a part.</summary>
internal sealed record Contains(Node Subject, Node Item) : YesNoNode
{
    public override IEnumerable<Node> Children => [Subject, Item];
    public override string Explain() => $"{Subject.Explain()}包含{Item.Explain()}";

    public override object? Evaluate(Place place) => (Subject.Evaluate(place), Item.Evaluate(place)) switch
    {
        (null, _) or (_, null) => null,
        (string text, string part) => text.Contains(part, StringComparison.Ordinal),
        (IEnumerable<string> list, string item) => list.Contains(item, StringComparer.Ordinal),
        var (subject, _) => throw new InvalidOperationException($"A list column holds a {subject!.GetType().Name}."),
    };

    public override string Sql(SqlWriter w) => w.Dialect.Contains(
        Subject.Sql(w),
        Subject.Type != ExpressionType.Codes ? Item.Sql(w)
        : Item is CodeLiteral code ? w.Parameter($"|{code.Value.Id}|")
        : Item is TextLiteral text ? w.Parameter($"|{text.Value}|")
        : $"('|' || {Item.Sql(w)} || '|')");
}
