using Fadu.Rules.Expressions;
using Fadu.Rules.Expressions.Nodes;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Measures;

/// <summary>One count, sum or distinct count over one table: what measures are computed from.</summary>
public sealed class MeasureAtom
{
    internal MeasureAtom(FactTable table, RowsTable? rows, MeasureKind kind, Expression? where, Expression? operand, IReadOnlyList<MeasureFilter> filters)
    {
        (Kind, Operand) = (kind, operand?.Root);
        Registers = [.. new[] { where, operand }.OfType<Expression>().SelectMany(e => e.Registers)];
        Key = string.Join('\u001f', [kind.ToString(), where?.Text ?? "", operand?.Text ?? "", .. filters.Select(f => f.ToString())]);
        var parts = filters.Select(f => Filter(table, rows, f));
        Condition = (where is null ? parts : parts.Prepend(where.Root)).Aggregate((Node?)null, (all, next) => all is null ? next : new Logic(true, all, next));
    }

    /// <summary>Count, sum or distinct.</summary>
    public MeasureKind Kind { get; }

    /// <summary>Equal for atoms of one table that compute the same.</summary>
    internal string Key { get; }

    /// <summary>Registers whose matters it reads through references.</summary>
    internal IReadOnlyList<string> Registers { get; }

    internal Node? Condition { get; }
    internal Node? Operand { get; }

    /// <summary>The column a filter is about: of the rows, else of the matter.</summary>
    internal static (FactColumn Column, bool OfRows)? FilterColumn(FactTable table, RowsTable? rows, string field) =>
        rows?.Find(field) is { } line ? (line, true) : table.Find(field) is { } column ? (column, false) : null;

    private static Node Filter(FactTable table, RowsTable? rows, MeasureFilter filter)
    {
        var (column, ofRows) = FilterColumn(table, rows, filter.Field)
            ?? throw new ArgumentException($"{table.Name} has no column {filter.Field}.", nameof(filter));
        var place = new ColumnPlace(column, ofRows ? Level.Line : Level.Matter, column.Name);
        return column.Type switch
        {
            ColumnType.YesNo => new Comparison("=", new YesNoColumn(place), new YesNoLiteral(filter.Code == "true")),
            ColumnType.Codes => new Contains(new ValueColumn(place), new TextLiteral(filter.Code)),
            _ => new Comparison("=", new ValueColumn(place), new TextLiteral(filter.Code)),
        };
    }
}
