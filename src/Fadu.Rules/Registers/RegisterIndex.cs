namespace Fadu.Rules.Registers;

/// <summary>The fact columns of one step, named once.</summary>
internal sealed record StepColumns(string On, string Last, string Times, string Number);

/// <summary>What the procedure of a register asks for at every act of every matter.</summary>
internal sealed class RegisterIndex
{
    private readonly Dictionary<string, StepColumns> columns;
    private readonly Dictionary<string, Gate[]> gates;
    private readonly Dictionary<string, Clock[]> minimums;
    private readonly Dictionary<string, string[]> closedBy;

    public RegisterIndex(Register register)
    {
        columns = register.Steps.ToDictionary(s => s.Id, s => new StepColumns($"{s.Id}_on", $"{s.Id}_last", $"{s.Id}_times", $"{s.Id}_number"), StringComparer.Ordinal);
        gates = register.Steps.ToDictionary(s => s.Id, s => register.Gates.Where(g => g.Before.Contains(s.Id)).ToArray(), StringComparer.Ordinal);
        minimums = register.Steps.ToDictionary(s => s.Id, s => register.Clocks.Where(c => c.Kind == ClockKind.Minimum && c.To.Contains(s.Id)).ToArray(), StringComparer.Ordinal);
        closedBy = register.Steps.ToDictionary(
            s => s.Id,
            s => s.Before.Concat(s.InsteadOf).Concat(register.Steps.Where(o => o.InsteadOf.Contains(s.Id)).Select(o => o.Id)).Concat(OtherOpenings(register, s)).Distinct().ToArray(), StringComparer.Ordinal);
        Title = [.. Procedures.Titles.Parts(register.TitlePattern)];
        Checks = [.. register.Gates.Where(g => g.Before.Count == 0)];
        Derived = [.. register.Fields.Where(f => f.Derive is not null || f.Columns.Any(c => c.Derive is not null))];
        Rows = [.. register.Fields.Where(f => f.Type == FieldType.Rows)];
        Officers = [.. register.Fields.Where(f => f.Type == FieldType.Officers)];
        DerivesFromName = Derived.SelectMany(f => f.Columns.Select(c => c.Derive).Append(f.Derive)).Any(d => d is not null && (d.Needs.Contains("title") || d.Needs.Contains("office")));
    }

    /// <summary>Pattern of the title in its parts: fixed text, and names of columns.</summary>
    public (string Text, string? Column)[] Title { get; }

    /// <summary>Gates that stand before no step: what must always hold.</summary>
    public Gate[] Checks { get; }

    /// <summary>Fields with a computed value, their own or in a column.</summary>
    public Field[] Derived { get; }

    /// <summary>Fields with rows.</summary>
    public Field[] Rows { get; }

    /// <summary>Fields that name officers: whether they were certified depends on the day of the last act that sets them.</summary>
    public Field[] Officers { get; }

    /// <summary>A computed value reads the title or the office.</summary>
    public bool DerivesFromName { get; }

    /// <summary>Columns of a step.</summary>
    public StepColumns ColumnsOf(Step step) => columns[step.Id];

    /// <summary>Gates before a step.</summary>
    public Gate[] GatesBefore(Step step) => gates[step.Id];

    /// <summary>Minimum periods that end before a step.</summary>
    public Clock[] MinimumsBefore(Step step) => minimums[step.Id];

    /// <summary>Steps after which a step can no longer be done.</summary>
    public string[] ClosedBy(Step step) => closedBy[step.Id];

    /// <summary>A matter is opened once: steps that open are alternatives.</summary>
    private static IEnumerable<string> OtherOpenings(Register register, Step step) =>
        step.Opens ? register.Steps.Where(o => o.Opens && o.Id != step.Id).Select(o => o.Id) : [];
}
