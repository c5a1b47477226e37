using System.Globalization;
using Fadu.Core.Matters;
using Fadu.Core.Matters.FieldParsing;
using Fadu.Core.Offices;
using Fadu.Rules.Registers;

namespace Fadu.Core.Lists;

/// <summary>Facts in words, with or without what is personal.</summary>
public sealed class FactWords(Register register, OfficeDirectory offices, string region, bool masked)
{
    /// <summary>A column of a row as text.</summary>
    public string Of(ListColumn column, IReadOnlyDictionary<string, object?> row)
    {
        var value = row.GetValueOrDefault(column.Name);
        return value switch
        {
            null => "",
            string text when column.Name == "title" => masked ? MaskTitle(text, row) : text,
            string code when column.Kind == ListColumnKind.Office => offices.Name(region, code),
            string code when column.Kind == ListColumnKind.Code => column.Fact.Codes!.Find(code)?.Title ?? code,
            string kind when column.Field?.Type == FieldType.Party && column.Name.EndsWith("_kind", StringComparison.Ordinal) => PartyText.Title(kind),
            string text => masked && column.Fact.Personal ? Mask(column, text, row) : text,
            IReadOnlyList<string> several => string.Join("、", several.Select(s => column.Kind == ListColumnKind.Office ? offices.Name(region, s) : column.Fact.Codes?.Find(s)?.Title ?? s)),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            bool yes => yes ? "是" : "否",
            decimal number when column.Fact.Type == ColumnType.Money => number.ToString("#,0.00", CultureInfo.InvariantCulture),
            long year when column.Field?.IsYear == true => year.ToString(CultureInfo.InvariantCulture),
            IFormattable number => number.ToString("#,0.####", CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
    }

    /// <summary>Columns that must be read so that the shown ones can be masked.</summary>
    public static IEnumerable<string> NeededFor(Register register, IEnumerable<string> shown) =>
        register.Fields.Where(f => f.Personal && f.Type is FieldType.Party or FieldType.Person)
            .SelectMany(f => f.Type == FieldType.Party ? new[] { f.Id, f.Id + "_kind" } : [f.Id]).Except(shown);

    private static string Mask(ListColumn column, string text, IReadOnlyDictionary<string, object?> row)
    {
        if (column.Field is not { } field)
        {
            return PersonalData.Hidden;
        }

        if (field.Type == FieldType.Party && row.GetValueOrDefault(field.Id + "_kind") is "legal")
        {
            return text;
        }

        return column.Name.EndsWith("_id", StringComparison.Ordinal) && field.Type == FieldType.Party ? PersonalData.Identifier(text) : PersonalData.Text(field, text);
    }

    private string MaskTitle(string title, IReadOnlyDictionary<string, object?> row) => PersonalData.Title(register, title, register.Fields
        .Where(f => f.Personal && row.GetValueOrDefault(f.Id) is string)
        .ToDictionary(f => f.Id, f => f.Type == FieldType.Party
            ? new Rules.Procedures.Party((string)row[f.Id]!, row.GetValueOrDefault(f.Id + "_kind") as string ?? "natural", null)
            : row[f.Id]));
}
