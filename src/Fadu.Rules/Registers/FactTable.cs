namespace Fadu.Rules.Registers;

/// <summary>How a fact column is typed, in memory and in each database.</summary>
public enum ColumnType
{
    /// <summary><see cref="string"/>.</summary>
    Text,
    /// <summary><see cref="long"/>.</summary>
    WholeNumber,
    /// <summary><see cref="decimal"/>, kept as a whole number of ten-thousandths so that both databases compare exactly.</summary>
    Decimal,
    /// <summary><see cref="decimal"/> in 元, kept as a whole number of 分.</summary>
    Money,
    /// <summary><see cref="DateOnly"/>.</summary>
    Date,
    /// <summary><see cref="bool"/>.</summary>
    YesNo,
    /// <summary>One code: <see cref="string"/>.</summary>
    Code,
    /// <summary>Several codes or names: list of <see cref="string"/>, kept as <c>|a|b|</c>.</summary>
    Codes,
    /// <summary>Identifier of another matter: <see cref="long"/>.</summary>
    Reference,
}

/// <summary>One column of a fact table.</summary>
/// <param name="Name">Name in the table and in memory.</param>
/// <param name="Type">Type.</param>
/// <param name="Title">Chinese heading.</param>
/// <param name="Codes">Code list of a code or codes column.</param>
/// <param name="Register">Register of a reference column.</param>
/// <param name="Personal">Holds personal data.</param>
public sealed record FactColumn(string Name, ColumnType Type, string Title, CodeList? Codes = null, string? Register = null, bool Personal = false);

/// <summary>A rows field as a table of its own: one typed row per row of a matter.</summary>
public sealed record RowsTable(string Field, string Table, string Title, IReadOnlyList<FactColumn> Columns)
{
    /// <summary>The column with this name, or none.</summary>
    public FactColumn? Find(string name) => Columns.FirstOrDefault(c => c.Name == name);
}

/// <summary>The fact table of a register: one typed row per matter, kept in the same transaction as the ledger entry.</summary>
/// <remarks>
/// Field columns carry the field's name; a party adds <c>_kind</c> and <c>_id</c>, officers add <c>_count</c> and <c>_certified</c>.
/// A step adds <c>_on</c> (first day in the present round) and, where it repeats, <c>_last</c> and <c>_times</c>.
/// A clock adds <c>_due</c>, <c>_met</c> and <c>_stopped</c>. Overdue is never stored: it follows from these and the day asked about.
/// </remarks>
public sealed class FactTable
{
    /// <summary>Columns that every fact table starts with. <c>next_*</c> tell the running clock that ends first, so that a list shows
    /// lights without computing; a stopped clock has no due day.</summary>
    public static IReadOnlyList<FactColumn> Common { get; } =
    [
        new("number", ColumnType.Text, "编号"),
        new("title", ColumnType.Text, "名称"),
        new("office", ColumnType.Text, "单位"),
        new("handler", ColumnType.Text, "承办人"),
        new("status", ColumnType.Code, "状态"),
        new("opened_on", ColumnType.Date, "登记日期"),
        new("closed_on", ColumnType.Date, "办结日期"),
        new("imported", ColumnType.YesNo, "导入"),
        new("source", ColumnType.Text, "来源系统"),
        new("external", ColumnType.Text, "外部编号"),
        new("definition", ColumnType.Date, "适用版本"),
        new("next_clock", ColumnType.Text, "最近期限"),
        new("next_start", ColumnType.Date, "最近期限起算日"),
        new("next_due", ColumnType.Date, "最近截止日"),
    ];

    private readonly Dictionary<string, FactColumn> byName;

    private FactTable(string register, IReadOnlyList<FactColumn> columns, IReadOnlyList<RowsTable> rows)
    {
        Register = register;
        Name = TableName(register);
        Columns = columns;
        Rows = rows;
        byName = columns.ToDictionary(c => c.Name);
    }

    /// <summary>Register identifier.</summary>
    public string Register { get; }
    /// <summary>Table name, e.g. <c>fact_normative_document</c>. Keys <c>region, matter_id</c> come before <see cref="Columns"/>.</summary>
    public string Name { get; }
    /// <summary>All columns but the keys.</summary>
    public IReadOnlyList<FactColumn> Columns { get; }
    /// <summary>Tables of the rows fields; keys <c>region, matter_id, row_no</c>.</summary>
    public IReadOnlyList<RowsTable> Rows { get; }

    /// <summary>The column with this name, or none.</summary>
    public FactColumn? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The rows table of this field, or none.</summary>
    public RowsTable? FindRows(string field) => Rows.FirstOrDefault(r => r.Field == field);

    /// <summary>Table name of a register.</summary>
    public static string TableName(string register) => "fact_" + register.Replace('-', '_');

    /// <summary>Builds the table from declarations; the loader guarantees that the names do not collide.</summary>
    /// <param name="statuses">The list <c>matter-status</c>.</param>
    public static FactTable Build(
        string register, IEnumerable<Field> fields, IEnumerable<(string Id, string Title, bool Repeat, bool Numbered)> steps,
        IEnumerable<(string Id, string Title)> clocks, CodeList statuses)
    {
        List<FactColumn> columns = [.. Common.Select(c => c.Name == "status" ? c with { Codes = statuses } : c)];
        List<RowsTable> rows = [];
        foreach (var field in fields)
        {
            if (field.Type == FieldType.Rows)
            {
                rows.Add(new(field.Id, $"{TableName(register)}_{field.Id}", field.Title, [.. field.Columns.SelectMany(ColumnsOf)]));
            }
            else
            {
                columns.AddRange(ColumnsOf(field));
            }
        }

        columns.AddRange(steps.SelectMany(s => ColumnsOfStep(s.Id, s.Title, s.Repeat, s.Numbered)));
        columns.AddRange(clocks.SelectMany(c => ColumnsOfClock(c.Id, c.Title)));
        return new(register, columns, rows);
    }

    /// <summary>One table for all versions of a register: the columns of the newest, then those that only older ones have.</summary>
    /// <remarks>Matters of every version stand in it, so measures and lists see them together; the loader refuses versions in which a column changes its type.</remarks>
    public static FactTable Union(IReadOnlyList<FactTable> newestFirst)
    {
        if (newestFirst.Count == 1)
        {
            return newestFirst[0];
        }

        var rows = newestFirst.SelectMany(t => t.Rows).GroupBy(r => r.Field)
            .Select(g => g.First() with { Columns = [.. g.SelectMany(r => r.Columns).DistinctBy(c => c.Name)] });
        return new(newestFirst[0].Register, [.. newestFirst.SelectMany(t => t.Columns).DistinctBy(c => c.Name)], [.. rows]);
    }

    internal static IEnumerable<FactColumn> ColumnsOfStep(string id, string title, bool repeat, bool numbered)
    {
        yield return new($"{id}_on", ColumnType.Date, title + "日期");
        if (repeat)
        {
            yield return new($"{id}_last", ColumnType.Date, "最近" + title + "日期");
            yield return new($"{id}_times", ColumnType.WholeNumber, title + "次数");
        }

        if (numbered)
        {
            yield return new($"{id}_number", ColumnType.Text, title + "文号");
        }
    }

    internal static IEnumerable<FactColumn> ColumnsOfClock(string id, string title) =>
    [
        new($"{id}_due", ColumnType.Date, title + "截止日"),
        new($"{id}_met", ColumnType.Date, title + "完成日"),
        new($"{id}_stopped", ColumnType.YesNo, title + "中止"),
    ];

    internal static IEnumerable<FactColumn> ColumnsOf(Field f) => f.Type switch
    {
        FieldType.Party =>
        [
            new(f.Id, ColumnType.Text, f.Title, Personal: f.Personal),
            new(f.Id + "_kind", ColumnType.Text, f.Title + "类别"),
            new(f.Id + "_id", ColumnType.Text, f.Title + "证件号码", Personal: true),
        ],
        FieldType.Officers =>
        [
            new(f.Id, ColumnType.Codes, f.Title),
            new(f.Id + "_count", ColumnType.WholeNumber, f.Title + "人数"),
            new(f.Id + "_certified", ColumnType.WholeNumber, f.Title + "持证人数"),
        ],
        FieldType.WholeNumber => [new(f.Id, ColumnType.WholeNumber, f.Title)],
        FieldType.Decimal => [new(f.Id, ColumnType.Decimal, f.Title)],
        FieldType.Money => [new(f.Id, ColumnType.Money, f.Title)],
        FieldType.Date => [new(f.Id, ColumnType.Date, f.Title)],
        FieldType.YesNo => [new(f.Id, ColumnType.YesNo, f.Title)],
        FieldType.Code => [new(f.Id, ColumnType.Code, f.Title, f.Codes)],
        FieldType.Codes => [new(f.Id, ColumnType.Codes, f.Title, f.Codes)],
        FieldType.Offices => [new(f.Id, ColumnType.Codes, f.Title)],
        FieldType.Reference => [new(f.Id, ColumnType.Reference, f.Title, Register: f.Register)],
        FieldType.Rows => [],
        _ => [new(f.Id, ColumnType.Text, f.Title, Personal: f.Personal)],
    };
}
