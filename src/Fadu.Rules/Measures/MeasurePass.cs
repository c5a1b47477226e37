using Fadu.Rules.Expressions;
using Fadu.Rules.Expressions.Sql;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Measures;

/// <summary>All atoms over one table that count under the same office column: one query, however many measures.</summary>
public sealed class MeasurePass
{
    private readonly List<MeasureAtom> atoms = [];
    private readonly Dictionary<string, int> known = [];

    internal MeasurePass(FactTable table, RowsTable? rows, string officeColumn) => (Table, Rows, OfficeColumn) = (table, rows, officeColumn);

    /// <summary>The fact table.</summary>
    public FactTable Table { get; }
    /// <summary>The rows counted instead of matters, or none.</summary>
    public RowsTable? Rows { get; }
    /// <summary>Column that decides under which office one counts.</summary>
    public string OfficeColumn { get; }
    /// <summary>What is computed, in the order of the result columns.</summary>
    public IReadOnlyList<MeasureAtom> Atoms => atoms;

    /// <summary>Registers whose facts it reads: its own first, then those that its expressions reach through references.</summary>
    public IEnumerable<string> Registers => atoms.SelectMany(a => a.Registers).Prepend(Table.Register).Distinct(StringComparer.Ordinal);

    /// <summary>The column as SQL: of the rows where they have it, else of the matter.</summary>
    private string Office => Rows?.Find(OfficeColumn) is null ? $"f.{OfficeColumn}" : $"r.{OfficeColumn}";

    internal int Add(MeasureAtom atom)
    {
        if (!known.TryGetValue(atom.Key, out var index))
        {
            known[atom.Key] = index = atoms.Count;
            atoms.Add(atom);
        }

        return index;
    }

    /// <summary>The query of the whole pass.</summary>
    /// <param name="offices">Offices in scope; none = all.</param>
    public MeasureQuery Sql(SqlDialect dialect, EvaluationContext context, string region, IReadOnlyCollection<string>? offices = null)
    {
        var w = new SqlWriter(dialect, context);
        var scales = new int[atoms.Count];
        var columns = atoms.Select((a, i) => Column(a, w, out scales[i])).ToList();
        var from = From(w, region, offices);
        w.Append($"select 0, {Office}, {string.Join(", ", columns)}{from} group by {Office}");
        if (atoms.Any(a => a.Kind == MeasureKind.Distinct))
        {
            // What two offices share must count once in the total, so a sum of the offices will not do.
            w.Append($" union all select 1, null, {string.Join(", ", columns.Select((c, i) => atoms[i].Kind == MeasureKind.Distinct ? c : "null"))}{from}");
        }

        return new(w.Text, w.Parameters, this, scales);
    }

    /// <summary>The matters behind one figure, by identifier in ascending order: the same predicate as a list.</summary>
    public SqlQuery MatterIdsSql(int atom, SqlDialect dialect, EvaluationContext context, string region, IReadOnlyCollection<string>? offices = null)
    {
        var w = new SqlWriter(dialect, context);
        var condition = atoms[atom].Condition?.Sql(w);
        w.Append($"select {(Rows is null ? "" : "distinct ")}f.matter_id{From(w, region, offices)}");
        w.Append(condition is null ? "" : $" and {condition}");
        return new(w.Append(" order by f.matter_id").Text, w.Parameters);
    }

    /// <summary>The matters behind one figure, each with what it adds: 1 of a count of matters, its rows, or its amount. The shares of a count or sum add up to the figure.</summary>
    public MatterSharesQuery MatterSharesSql(int atom, SqlDialect dialect, EvaluationContext context, string region, IReadOnlyCollection<string>? offices = null)
    {
        var w = new SqlWriter(dialect, context);
        var share = Aggregate(atoms[atom], w, "", out var scale);
        var condition = atoms[atom].Condition?.Sql(w);
        w.Append($"select f.matter_id, {share} as share{From(w, region, offices)}").Append(condition is null ? "" : $" and {condition}");
        return new(new(w.Append(" group by f.matter_id").Text, w.Parameters), scale);
    }

    private string From(SqlWriter w, string region, IReadOnlyCollection<string>? offices)
    {
        var tables = Rows is null ? $"{Table.Name} f" : $"{Rows.Table} r join {Table.Name} f on f.region = r.region and f.matter_id = r.matter_id";
        var scope = offices is null ? ""
            : offices.Count == 0 ? " and false"
            : $" and {Office} in ({string.Join(", ", offices.Order(StringComparer.Ordinal).Select(w.Parameter))})";
        return $" from {tables} where f.region = {w.Parameter(region)}{scope}";
    }

    private static string Column(MeasureAtom atom, SqlWriter w, out int scale) =>
        Aggregate(atom, w, atom.Condition is null ? "" : $" filter (where {atom.Condition.Sql(w)})", out scale);

    private static string Aggregate(MeasureAtom atom, SqlWriter w, string filter, out int scale)
    {
        scale = 0;
        switch (atom.Kind)
        {
            case MeasureKind.Count:
                return "count(*)" + filter;
            case MeasureKind.Distinct:
                return $"count(distinct {atom.Operand!.Sql(w)}){filter}";
            default:
                var number = atom.Operand!.NumberSql(w);
                scale = number.Scale;
                return $"sum({number.At(scale, w)}){filter}";
        }
    }
}
