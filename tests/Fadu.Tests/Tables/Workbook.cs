using Fadu.Core.Tables;

namespace Fadu.Tests.Tables;

/// <summary>A downloaded workbook, sheet by sheet.</summary>
internal static class Workbook
{
    public static IReadOnlyList<TableRow> Rows(byte[] file, string sheet, params string[] headings)
    {
        using var table = TableReader.Open(new MemoryStream(file), new() { SheetName = sheet, ExpectedHeadings = headings });
        return [.. table.Rows()];
    }

    public static IReadOnlyList<string> Headings(byte[] file, string sheet)
    {
        using var table = TableReader.Open(new MemoryStream(file), new() { SheetName = sheet });
        return table.Header.Headings;
    }
}
