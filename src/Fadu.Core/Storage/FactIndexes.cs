using Fadu.Rules.Registers;

namespace Fadu.Core.Storage;

/// <summary>Indexes of a fact table: what lists sort by and what most filters ask for.</summary>
internal static class FactIndexes
{
    public static IEnumerable<string> Of(FactTable table)
    {
        yield return Index(table, "opened", "opened_on, matter_id");
        yield return Index(table, "office", "office, opened_on, matter_id");
        yield return Index(table, "status", "status, opened_on, matter_id");
        yield return Index(table, "due", "next_due, matter_id");
        yield return Index(table, "number", "number");
    }

    private static string Index(FactTable table, string name, string columns) =>
        $"create index if not exists {table.Name}_{name} on {table.Name}(region, {columns})";
}
