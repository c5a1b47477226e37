using Fadu.Core.Tables;
using Fadu.Rules.Registers;

namespace Fadu.Core.Imports;

/// <summary>A rows field as a sheet of its own: each row names the matter it belongs to.</summary>
public sealed record ImportSheet(Field Field, IReadOnlyList<ImportColumn> Columns)
{
    /// <summary>Name of the sheet.</summary>
    public string Name => Field.Title;
}

/// <summary>The table that an import of a register reads: columns in the order of the procedure.</summary>
public sealed class ImportLayout
{
    /// <summary>Heading of the key.</summary>
    public const string ExternalHeading = "外部编号";
    /// <summary>Group of the columns that belong to no step.</summary>
    public const string MatterGroup = "事项";

    private ImportLayout(Register register, IReadOnlyList<ImportColumn> columns, IReadOnlyList<ImportSheet> sheets) =>
        (Register, Columns, Sheets, StepOrder) = (register, columns, sheets, columns.Where(c => c.Kind == ImportColumnKind.StepDate).Index().ToDictionary(c => c.Item.Step!.Id, c => c.Index, StringComparer.Ordinal));

    /// <summary>Newest version of the register.</summary>
    public Register Register { get; }
    /// <summary>Columns of the main sheet.</summary>
    public IReadOnlyList<ImportColumn> Columns { get; }
    /// <summary>Sheets of the rows fields.</summary>
    public IReadOnlyList<ImportSheet> Sheets { get; }

    /// <summary>Days on which a matter can be opened.</summary>
    public IEnumerable<ImportColumn> Openings => Columns.Where(c => c is { Kind: ImportColumnKind.StepDate, Step.Opens: true });

    /// <summary>Place of each step in the procedure.</summary>
    internal Dictionary<string, int> StepOrder { get; }

    /// <summary>Heading of the day of a step; its identifier where it has no column.</summary>
    public string DateHeading(string step) => Heading(ImportColumnKind.StepDate, c => c.Step!.Id == step) ?? step;

    /// <summary>Heading of the number of a step.</summary>
    public string NumberHeading(string step) => Heading(ImportColumnKind.StepNumber, c => c.Step!.Id == step) ?? step;

    /// <summary>Heading of a field; the title of its sheet where it has several rows.</summary>
    public string ValueHeading(string field) =>
        Heading(ImportColumnKind.Value, c => c.Field!.Id == field) ?? Sheets.FirstOrDefault(s => s.Field.Id == field)?.Name ?? field;

    /// <summary>The layout for all versions: what only older ones know comes last.</summary>
    /// <remarks>Send-backs have no column: one row cannot say which of two submissions a day belongs to. They are recorded in the workspace.</remarks>
    public static ImportLayout Of(Rules.Registers.Law law, string register)
    {
        var versions = law.Versions(register).Reverse().ToList();
        var single = versions[0].Steps.Count(s => s.Opens) == 1;
        Names names = new();
        List<ImportColumn> columns =
        [
            new(names.Take(ExternalHeading, MatterGroup), ImportColumnKind.External, MatterGroup) { Required = true },
        ];
        if (versions[0].NumberPattern is not null)
        {
            columns.Add(new(names.Take("编号", MatterGroup), ImportColumnKind.Number, MatterGroup));
        }

        columns.Add(new(names.Take("办理单位", MatterGroup), ImportColumnKind.Office, MatterGroup));
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var version in versions)
        {
            foreach (var step in version.Steps.Where(s => s is { SendBack: null, Collect: null, Apply: null }))
            {
                columns.AddRange(Of(version, step, single, names, seen));
            }
        }

        var rows = versions.SelectMany(v => v.Steps.SelectMany(s => s.Adds.Concat(s.Sets.Select(f => f.Field))).Distinct().Select(v.Field))
            .Where(f => f is { Type: FieldType.Rows, Derive: null }).DistinctBy(f => f!.Id);
        return new(versions[0], columns, [.. rows.Select(f => Sheet(f!))]);
    }

    private string? Heading(ImportColumnKind kind, Func<ImportColumn, bool> match) => Columns.FirstOrDefault(c => c.Kind == kind && match(c))?.Heading;

    private static IEnumerable<ImportColumn> Of(Register version, Step step, bool single, Names names, HashSet<string> seen)
    {
        var must = step.Opens && single;
        if (seen.Add("step:" + step.Id))
        {
            yield return new(names.Take(step.Title + "日期", step.Title), ImportColumnKind.StepDate, step.Title) { Step = step, Required = must };
            if (step.Number is not null)
            {
                yield return new(names.Take(step.Title + "文号", step.Title), ImportColumnKind.StepNumber, step.Title) { Step = step };
            }
        }

        foreach (var (id, required) in step.Sets)
        {
            if (version.Field(id) is not { Derive: null, Type: not (FieldType.Rows or FieldType.File) } field || !seen.Add(id))
            {
                continue;
            }

            var always = required && field.When is null;
            yield return new(names.Take(field.Title, step.Title), ImportColumnKind.Value, step.Title) { Step = step, Field = field, Required = must && always, RequiredAtStep = required };
            if (field.Type == FieldType.Party)
            {
                yield return new(names.Take(field.Title + "类别", step.Title), ImportColumnKind.PartyKind, step.Title) { Step = step, Field = field };
                yield return new(names.Take(field.Title + "证件号码", step.Title), ImportColumnKind.PartyId, step.Title) { Step = step, Field = field };
            }
        }
    }

    private static ImportSheet Sheet(Field field)
    {
        Names names = new();
        List<ImportColumn> columns = [new(names.Take(ExternalHeading, field.Title), ImportColumnKind.External, field.Title) { Required = true }];
        foreach (var column in field.Columns.Where(c => c.Derive is null && c.Type is not (FieldType.File or FieldType.Rows)))
        {
            columns.Add(new(names.Take(column.Title, field.Title), ImportColumnKind.Value, field.Title)
            {
                Field = column,
                Required = column.Required && column.When is null,
                RequiredAtStep = column.Required,
            });
            if (column.Type == FieldType.Party)
            {
                columns.Add(new(names.Take(column.Title + "类别", field.Title), ImportColumnKind.PartyKind, field.Title) { Field = column });
                columns.Add(new(names.Take(column.Title + "证件号码", field.Title), ImportColumnKind.PartyId, field.Title) { Field = column });
            }
        }

        return new(field, columns);
    }

    /// <summary>Two columns of one table never have the same heading.</summary>
    private sealed class Names
    {
        private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

        public string Take(string title, string group)
        {
            var heading = title;
            for (var n = 1; !taken.Add(CellText.Heading(heading)); n++)
            {
                heading = n == 1 ? $"{group}·{title}" : $"{group}·{title}{n}";
            }

            return heading;
        }
    }
}
