using Fadu.Rules.Expressions.Sql;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Expressions.Nodes;

/// <summary>The rows of a matter that satisfy a condition; rows of which it is unknown do not count.</summary>
internal sealed record MatchingRows(RowsTable Rows, Node? Where)
{
    public IEnumerable<Node> Children => Where is null ? [] : [Where];

    public string Reads => Rows.Field;

    public string Explain() => Where is null ? Rows.Title : $"{Rows.Title}中“{Where.Explain()}”";

    public IEnumerable<IReadOnlyDictionary<string, object?>> Of(Place place) =>
        place.Matter.Rows.GetValueOrDefault(Rows.Field, []).Where(line => Where is null || Where.Truth(place with { Line = line }) is true);

    /// <param name="select">Writes what is selected, given the alias of the rows.</param>
    /// <param name="unmatched">Asks for the rows that do not match instead.</param>
    public string Select(SqlWriter w, Func<string, string> select, bool unmatched = false)
    {
        var (matter, line) = (w.Matter, w.Alias());
        return w.Within(matter, line, () =>
        {
            var where = Where is null ? (unmatched ? " and false" : "")
                : unmatched ? $" and not coalesce({Where.Sql(w)}, false)"
                : $" and {Where.Sql(w)}";
            return $"(select {select(line)} from {Rows.Table} {line} where {line}.region = {matter}.region and {line}.matter_id = {matter}.matter_id{where})";
        });
    }
}

/// <summary><c>rows.count</c>, <c>count(rows where …)</c>: 0 of an empty table.</summary>
internal sealed record CountRows(MatchingRows Rows) : NumberNode
{
    public override bool Whole => true;
    public override IEnumerable<Node> Children => Rows.Children;
    public override IEnumerable<string> Reads => [Rows.Reads];
    public override string Explain() => Rows.Explain() + (Rows.Where is null ? "条数" : "的条数");
    public override Fraction? Number(Place place) => Fraction.Of(Rows.Of(place).Count());
    public override SqlNumber NumberSql(SqlWriter w) => new(Rows.Select(w, _ => "count(*)"), 0);
}

/// <summary><c>sum(rows.column where …)</c>: 0 of an empty table; a missing value adds nothing.</summary>
internal sealed record SumRows(MatchingRows Rows, FactColumn Column) : NumberNode
{
    public override bool Whole => Column.Type == ColumnType.WholeNumber;
    public override IEnumerable<Node> Children => Rows.Children;
    public override IEnumerable<string> Reads => [Rows.Reads, $"{Rows.Reads}.{Column.Name}"];
    public override string Explain() => $"{Rows.Explain()}的{Column.Title}合计";

    public override Fraction? Number(Place place) => Rows.Of(place)
        .Aggregate(Fraction.Of(0), (sum, line) => Fraction.Of(line.GetValueOrDefault(Column.Name)) is { } n ? sum + n : sum);

    public override SqlNumber NumberSql(SqlWriter w) =>
        new(Rows.Select(w, line => $"coalesce(sum({line}.{Column.Name}), 0)"), NumberColumn.Scale(Column.Type));
}

/// <summary><c>any(rows where …)</c>: never unknown; false of an empty table.</summary>
internal sealed record AnyRow(MatchingRows Rows) : YesNoNode
{
    public override IEnumerable<Node> Children => Rows.Children;
    public override IEnumerable<string> Reads => [Rows.Reads];
    public override string Explain() => Rows.Where is null ? "有" + Rows.Rows.Title : $"{Rows.Rows.Title}中有“{Rows.Where.Explain()}”的";
    public override object? Evaluate(Place place) => Rows.Of(place).Any();
    public override string Sql(SqlWriter w) => $"exists {Rows.Select(w, _ => "1")}";
}

/// <summary><c>all(rows where …)</c>: never unknown; true of an empty table; a row of which it is unknown does not satisfy it.</summary>
internal sealed record AllRows(MatchingRows Rows) : YesNoNode
{
    public override IEnumerable<Node> Children => Rows.Children;
    public override IEnumerable<string> Reads => [Rows.Reads];
    public override string Explain() => $"{Rows.Rows.Title}每条均“{Rows.Where!.Explain()}”";
    public override object? Evaluate(Place place) => Rows.Of(place).Count() == place.Matter.Rows.GetValueOrDefault(Rows.Rows.Field, []).Count;
    public override string Sql(SqlWriter w) => $"(not exists {Rows.Select(w, _ => "1", unmatched: true)})";
}
