using Fadu.Core.Law;
using Fadu.Core.Tables;
using Fadu.Rules.Registers;

namespace Fadu.Core.Imports;

/// <summary>The workbook that a unit downloads and fills in: instructions, data sheet with drop-downs and a sample row, one sheet for each rows field.</summary>
public static class ImportTemplate
{
    private const string Sample = "示例行（不会导入，可删除）";

    /// <summary>Writes the template of a register.</summary>
    public static void Write(Stream output, ImportLayout layout, LawStore law, IReadOnlyList<string> offices)
    {
        using var writer = new XlsxWriter(output);
        Instructions(writer, layout, law);
        Data(writer, layout.Register.Title, layout.Columns, offices);
        foreach (var sheet in layout.Sheets)
        {
            Data(writer, sheet.Name, sheet.Columns, offices);
        }
    }

    private static void Instructions(XlsxWriter writer, ImportLayout layout, LawStore law)
    {
        var sheet = writer.AddSheet("填写说明",
        [
            new("工作表", Width: 18), new("列名", Width: 26), new("说明", Tables.ColumnType.LongText, 56), new("必填", Width: 18), new("可填内容", Tables.ColumnType.LongText, 48), new("示例", Width: 28), new("依据", Tables.ColumnType.LongText, 40),
        ], new() { Title = $"{layout.Register.Title}导入模板填写说明", UnderTitle = Summary(layout), Filter = false });
        foreach (var column in layout.Columns)
        {
            Line(sheet, layout.Register.Title, column, law);
        }

        foreach (var rows in layout.Sheets)
        {
            foreach (var column in rows.Columns)
            {
                Line(sheet, rows.Name, column, law);
            }
        }
    }

    private static string Summary(ImportLayout layout) =>
        "一行一件事项；环节没有办理的，日期留空；列的顺序可以调整，用不到的列可以删除；同一来源系统的外部编号相同的，视为同一事项，再次导入只更正有变化的内容，留空的格子不改变已有内容。"
        + (layout.Sheets.Count > 0 ? $"多行内容填在“{string.Join("”“", layout.Sheets.Select(s => s.Name))}”工作表，用外部编号对应。" : "");

    private static void Line(XlsxSheet sheet, string name, ImportColumn column, LawStore law) => sheet.Row(
        name, column.Heading, ImportHelp.Meaning(column), ImportHelp.Required(column), ImportHelp.Allowed(column), ImportHelp.Example(column),
        (column.Field?.Basis ?? column.Step?.Basis) is { } basis ? law.Cite(basis) : "");

    private static void Data(XlsxWriter writer, string name, IReadOnlyList<ImportColumn> columns, IReadOnlyList<string> offices)
    {
        var sheet = writer.AddSheet(name, [.. columns.Select(c => c.ToTableColumn(offices))], new() { Groups = [.. columns.Select(c => c.Group)], Filter = false });
        sheet.Row([.. columns.Select(c => c.Kind switch
        {
            ImportColumnKind.External => Sample,
            ImportColumnKind.Office => offices.Count > 1 ? offices[1] : "",
            _ when c.Field?.Type is FieldType.Office or FieldType.Offices => offices.Count > 1 ? offices[1] : "",
            _ => ImportHelp.Example(c),
        })]);
    }
}
