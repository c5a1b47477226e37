using System.Collections.Frozen;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Expressions;

/// <summary>The names an expression may use.</summary>
public sealed class ExpressionScope
{
    private static readonly FrozenSet<string> None = FrozenSet<string>.Empty;

    private ExpressionScope(FactTable table, IReadOnlyDictionary<string, Parameter> parameters, Func<string, FactTable?> otherTables) =>
        (Table, Parameters, OtherTables) = (table, parameters, otherTables);

    internal FactTable Table { get; }
    internal IReadOnlyDictionary<string, Parameter> Parameters { get; }
    internal IReadOnlySet<string> Steps { get; private init; } = None;
    internal IReadOnlySet<string> Clocks { get; private init; } = None;
    internal Func<string, FactTable?> OtherTables { get; }
    internal RowsTable? Rows { get; private init; }

    /// <summary>Word before the dot that means the thing itself: <c>matter</c>, <c>office</c> or <c>officer</c>.</summary>
    internal string Self { get; private init; } = "matter";

    /// <summary>Titles of the measures that <c>measure(id)</c> may name, or none where measures cannot be asked.</summary>
    internal Func<string, string?>? MeasureTitles { get; private init; }

    /// <summary>Fields cannot be told from the columns of steps and clocks, so both are taken by their column names too.</summary>
    internal bool Loose { get; private init; }

    /// <summary>Fields, steps, clocks and parameters of a register.</summary>
    /// <param name="otherTables">Fact table of a register by its identifier, for <c>reference.field</c>.</param>
    public static ExpressionScope ForRegister(
        FactTable table, IReadOnlyDictionary<string, Parameter> parameters,
        IReadOnlySet<string> steps, IReadOnlySet<string> clocks, Func<string, FactTable?> otherTables) =>
        new(table, parameters, otherTables) { Steps = steps, Clocks = clocks };

    /// <summary>The rows of a matter: columns by their plain names; <c>matter.</c> and whatever the register knows reaches the matter.</summary>
    public ExpressionScope ForRows(RowsTable rows) => new(Table, Parameters, OtherTables) { Steps = Steps, Clocks = Clocks, Rows = rows };

    /// <summary>Supervision of offices: <c>office.powers</c>, <c>office.kind</c>, <c>measure(id)</c>. Evaluated in memory, on <see cref="Subjects.Office"/>.</summary>
    /// <param name="kinds">Code list of office kinds, where there is one.</param>
    /// <param name="measureTitles">Title of a measure by its identifier; none = there is no such measure.</param>
    public static ExpressionScope ForOffices(CodeList? kinds, Func<string, string?> measureTitles) =>
        new(Subjects.OfficeTable(kinds), new Dictionary<string, Parameter>(), _ => null) { Self = "office", MeasureTitles = measureTitles };

    /// <summary>Supervision of officers: <c>officer.certificate_until</c>, <c>officer.acts</c>. Evaluated in memory, on <see cref="Subjects.Officer"/>.</summary>
    public static ExpressionScope ForOfficers() =>
        new(Subjects.OfficerTable, new Dictionary<string, Parameter>(), _ => null) { Self = "officer" };

    /// <summary>Another register, seen through a reference: what its columns say.</summary>
    internal static ExpressionScope ForTable(FactTable table) => new(table, new Dictionary<string, Parameter>(), _ => null)
    {
        Loose = true,
        Steps = Before(table, "_on", ColumnType.Date),
        Clocks = Before(table, "_due", ColumnType.Date).Where(c => table.Find(c + "_met") is not null && table.Find(c + "_stopped") is not null).ToHashSet(),
    };

    private static HashSet<string> Before(FactTable table, string ending, ColumnType type) =>
        [.. table.Columns.Where(c => c.Type == type && c.Name.EndsWith(ending, StringComparison.Ordinal)).Select(c => c.Name[..^ending.Length])];
}
