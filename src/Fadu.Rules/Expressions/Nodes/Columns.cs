using Fadu.Rules.Expressions.Sql;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Expressions.Nodes;

/// <summary>Whose column: the matter's, or of the row within it.</summary>
internal enum Level
{
    Matter,
    Line,
}

/// <summary>A column of the fact table or of a rows table.</summary>
/// <param name="Read">How <c>Needs</c> names it.</param>
internal readonly record struct ColumnPlace(FactColumn Column, Level Level, string Read)
{
    public object? Value(Place place) => Level == Level.Matter
        ? place.Matter.Values.GetValueOrDefault(Column.Name)
        : place.Line.GetValueOrDefault(Column.Name);

    public string Sql(SqlWriter w) => $"{(Level == Level.Matter ? w.Matter : w.Line)}.{Column.Name}";
}

internal sealed record NumberColumn(ColumnPlace Place) : NumberNode
{
    public override bool Whole => Place.Column.Type == ColumnType.WholeNumber;
    public override IEnumerable<string> Reads => [Place.Read];
    public override string Explain() => Place.Column.Title;
    public override Fraction? Number(Place place) => Fraction.Of(Place.Value(place));
    public override SqlNumber NumberSql(SqlWriter w) => new(Place.Sql(w), Scale(Place.Column.Type));

    /// <summary>Decimals kept in the whole number that the table holds.</summary>
    public static int Scale(ColumnType type) => type switch
    {
        ColumnType.Money => 2,
        ColumnType.Decimal => 4,
        _ => 0,
    };
}

internal sealed record YesNoColumn(ColumnPlace Place) : YesNoNode
{
    public override IEnumerable<string> Reads => [Place.Read];
    public override string Explain() => Place.Column.Title + "为是";
    public override object? Evaluate(Place place) => Place.Value(place) as bool?;
    public override string Sql(SqlWriter w) => Place.Sql(w);
}

/// <summary>A date, text, code, list of codes or reference.</summary>
internal sealed record ValueColumn(ColumnPlace Place, CodeList? List = null) : Node
{
    public override ExpressionType Type => Place.Column.Type switch
    {
        ColumnType.Date => ExpressionType.Date,
        ColumnType.Codes => ExpressionType.Codes,
        ColumnType.Reference => ExpressionType.Reference,
        ColumnType.Code => ExpressionType.Code,
        _ => List is null ? ExpressionType.Text : ExpressionType.Code,
    };

    public override CodeList? Codes => List ?? Place.Column.Codes;
    public override IEnumerable<string> Reads => [Place.Read];
    public override string Explain() => Place.Column.Title;
    public override object? Evaluate(Place place) => Place.Value(place) is IReadOnlyCollection<string> { Count: 0 } ? null : Place.Value(place);
    public override string Sql(SqlWriter w) => Place.Sql(w);
}

/// <summary>The matter itself, for a reference column.</summary>
internal sealed record MatterItself : Node
{
    public override ExpressionType Type => ExpressionType.Reference;
    public override IEnumerable<string> Reads => ["matter_id"];
    public override string Explain() => "本事项";
    public override object? Evaluate(Place place) => place.Matter["matter_id"];
    public override string Sql(SqlWriter w) => w.Matter + ".matter_id";
}

/// <summary>A name of the matter that a reference points to; missing where there is none.</summary>
internal sealed record ReferredNode(ColumnPlace Reference, string Table, Node Inner) : Node
{
    public override ExpressionType Type => Inner.Type;
    public override CodeList? Codes => Inner.Codes;
    public override bool Whole => Inner.Whole;
    public override Strength Strength => Inner.Strength;
    public override IEnumerable<string> Reads => [Reference.Read, .. Inner.Reads.Select(r => r is "today" or "period" ? r : $"{Reference.Read}.{r}")];
    public override string Explain() => $"{Reference.Column.Title}的{Inner.Explain()}";
    public override object? Evaluate(Place place) => Other(place) is { } other ? Inner.Evaluate(other) : null;
    public override Fraction? Number(Place place) => Other(place) is { } other ? Inner.Number(other) : null;
    public override string Sql(SqlWriter w) => Select(w, Inner.Sql);

    public override SqlNumber NumberSql(SqlWriter w)
    {
        var scale = 0;
        var num = Select(w, x =>
        {
            var inner = Inner.NumberSql(x);
            scale = inner.Scale;
            return inner.At(scale, x);
        });
        return new(num, scale);
    }

    private Place? Other(Place place) =>
        Reference.Value(place) is long id && place.Context.References?.Invoke(Reference.Column.Register!, id) is { } row
            ? place with { Matter = row, Line = row.Values }
            : null;

    private string Select(SqlWriter w, Func<SqlWriter, string> inner)
    {
        var (key, region, other) = (Reference.Sql(w), w.Matter + ".region", w.Alias());
        return w.Within(other, other, () =>
            $"(select {inner(w)} from {Table} {other} where {other}.region = {region} and {other}.matter_id = {key})");
    }
}
