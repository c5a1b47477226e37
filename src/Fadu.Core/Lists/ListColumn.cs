using Fadu.Rules.Registers;

namespace Fadu.Core.Lists;

/// <summary>What a column of a list holds, for its filter, its alignment and its words.</summary>
public enum ListColumnKind
{
    /// <summary>Text.</summary>
    Text,
    /// <summary>One office.</summary>
    Office,
    /// <summary>One or several codes.</summary>
    Code,
    /// <summary>Yes or no.</summary>
    YesNo,
    /// <summary>A day.</summary>
    Day,
    /// <summary>A number or amount: right-aligned.</summary>
    Number,
    /// <summary>Another matter.</summary>
    Reference,
}

/// <summary>A column that a list may show.</summary>
/// <param name="Field">Field it belongs to, or null for what every matter has and for steps and clocks.</param>
public sealed record ListColumn(FactColumn Fact, Field? Field)
{
    /// <summary>Name in the table and in addresses.</summary>
    public string Name => Fact.Name;

    /// <summary>Heading.</summary>
    public string Title => Field is { Unit: { } unit } && Kind == ListColumnKind.Number && !Fact.Title.Contains(unit, StringComparison.Ordinal) ? $"{Fact.Title}（{unit}）" : Fact.Title;

    /// <summary>What it holds.</summary>
    public ListColumnKind Kind => Fact.Type switch
    {
        _ when Fact.Name == "office" || Field?.Type is FieldType.Office or FieldType.Offices => ListColumnKind.Office,
        ColumnType.Code or ColumnType.Codes when Fact.Codes is not null => ListColumnKind.Code,
        ColumnType.YesNo => ListColumnKind.YesNo,
        ColumnType.Date => ListColumnKind.Day,
        ColumnType.WholeNumber or ColumnType.Decimal or ColumnType.Money => ListColumnKind.Number,
        ColumnType.Reference => ListColumnKind.Reference,
        _ => ListColumnKind.Text,
    };
}

/// <summary>Columns of the list of a register.</summary>
public static class ListColumns
{
    private static readonly string[] Always = ["number", "title"];
    private static readonly string[] Behind = ["office", "status", "opened_on"];
    private static readonly HashSet<string> Internal = ["next_clock", "next_start", "definition"];

    /// <summary>Everything that may be shown, in the order of the definition.</summary>
    public static IReadOnlyList<ListColumn> Of(Rules.Registers.Law law, string register)
    {
        var newest = law.Latest(register);
        return [.. law.Facts(register).Columns.Where(c => !Internal.Contains(c.Name)).Select(c => new ListColumn(c, FieldOf(law, newest, c.Name)))];
    }

    /// <summary>What is shown before anybody chose.</summary>
    public static IReadOnlyList<string> Defaults(Register register)
    {
        List<string> names = [.. register.Columns];
        if (register.NumberPattern is not null && !names.Contains("number"))
        {
            names.Insert(0, "number");
        }

        // A list in which no column says what the matter is shows its title.
        if (!names.Contains("title") && names.Count < 3)
        {
            names.Insert(names.Contains("number") ? 1 : 0, "title");
        }

        var office = register.OfficeField;
        return [.. names.Concat(Behind.Where(b => b != "office" || office is null || !names.Contains(office))).Distinct()];
    }

    /// <summary>Columns without which a row cannot be told from another.</summary>
    public static IReadOnlyList<string> Identifying => Always;

    private static Field? FieldOf(Rules.Registers.Law law, Register newest, string column) =>
        newest.Field(column)
        ?? (column.LastIndexOf('_') is > 0 and var cut && column[cut..] is "_kind" or "_id" or "_count" or "_certified" ? newest.Field(column[..column.LastIndexOf('_')]) : null)
        ?? law.Versions(newest.Id).Select(v => v.Field(column)).FirstOrDefault(f => f is not null);
}
