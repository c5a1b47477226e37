using Fadu.Rules.Registers;

namespace Fadu.Core.Storage;

/// <summary>Indexes of a fact table: what lists sort by and what most filters ask for.</summary>
internal static class FactIndexes
{
    private const int MostListCodes = 3;
    private const int MostListOrders = 3;

    // Whoever walks the order for one office passes by the rows of the others without reading them.
    private const string Whose = "office, handler";

    /// <param name="shown">Default columns of the list: those with codes or offices are what people filter by.</param>
    public static IEnumerable<(string Name, string Sql)> Of(FactTable table, IEnumerable<string> shown)
    {
        yield return Index(table, "opened", "opened_on, matter_id");
        yield return Index(table, "office", "office, opened_on, matter_id");
        yield return Index(table, "status", "status, opened_on, matter_id");
        yield return Index(table, "by_handler", "handler, opened_on, matter_id, office");
        yield return Index(table, "sort_next_due", $"next_due, matter_id, {Whose}");
        yield return Index(table, "sort_number", $"number, matter_id, {Whose}");
        foreach (var column in Filtered(table, shown))
        {
            yield return Index(table, "by_" + column, $"{column}, opened_on, matter_id");
        }

        foreach (var column in Ordered(table, shown))
        {
            yield return Index(table, "sort_" + column, $"{column}, matter_id, {Whose}");
        }

        foreach (var reference in table.Columns.Where(c => c.Type == ColumnType.Reference))
        {
            yield return Index(table, "to_" + reference.Name, reference.Name);
        }
    }

    /// <summary>Names of indexes that the ones above took the place of.</summary>
    public static IEnumerable<string> Former(FactTable table) =>
        table.Columns.Select(c => $"{table.Name}_order_{c.Name}").Concat(new[] { "due", "number", "handler" }.Select(n => $"{table.Name}_{n}"));

    /// <summary>Columns beside office and status whose single values are indexed together with the usual order of a list.</summary>
    public static IEnumerable<string> Filtered(FactTable table, IEnumerable<string> shown) =>
        shown.Where(c => table.Find(c)?.Type == ColumnType.Code && c != "status").Take(MostListCodes);

    /// <summary>Shown texts, numbers and days by which a list is ordered through an index of their own.</summary>
    public static IEnumerable<string> Ordered(FactTable table, IEnumerable<string> shown) =>
        shown.Where(c => c is not ("number" or "title" or "opened_on" or "next_due") && table.Find(c)?.Type is ColumnType.Text or ColumnType.Money or ColumnType.Decimal or ColumnType.WholeNumber or ColumnType.Date && c != "office").Take(MostListOrders);

    /// <summary>Whether a list in the order of a column is a walk of an index.</summary>
    public static bool Walks(FactTable table, IEnumerable<string> shown, string column) =>
        column is "opened_on" or "next_due" or "number" || TiesByDay(table, shown, column) || Ordered(table, shown).Contains(column);

    /// <summary>Whether the index of a column says whose a matter is.</summary>
    public static bool HoldsOffice(FactTable table, IEnumerable<string> shown, string column) => column is "next_due" or "number" || Ordered(table, shown).Contains(column);

    /// <summary>Whether the index of a column goes on with the day of opening before it comes to the matter.</summary>
    public static bool TiesByDay(FactTable table, IEnumerable<string> shown, string column) => column is "office" or "status" or "handler" || Filtered(table, shown).Contains(column);

    private static (string Name, string Sql) Index(FactTable table, string name, string columns) =>
        ($"{table.Name}_{name}", $"create index if not exists {table.Name}_{name} on {table.Name}(region, {columns})");
}
