using Fadu.Rules.Registers;

namespace Fadu.Tests.Differential;

/// <summary>Makes matters with random values of every column type, a third of them missing.</summary>
internal sealed class RandomFacts(Random random, IReadOnlyList<string> offices)
{
    private static readonly DateOnly First = new(2022, 12, 20);
    private static readonly string[] Words = ["甲", "乙", "丙", "a", "x'y", "100%"];

    public IReadOnlyList<FactRow> Matters(FactTable table, int count) => [.. Enumerable.Range(1, count).Select(id => Matter(table, id))];

    private FactRow Matter(FactTable table, long id)
    {
        var values = table.Columns.ToDictionary(c => c.Name, Value);
        values["matter_id"] = id;
        foreach (var times in table.Columns.Where(c => c.Name.EndsWith("_times", StringComparison.Ordinal)))
        {
            values[times.Name] = values[times.Name] is null ? null : (long)random.Next(1, 4);
        }

        return new(table, values, table.Rows.ToDictionary(
            r => r.Field,
            r => (IReadOnlyList<IReadOnlyDictionary<string, object?>>)[.. Enumerable.Range(0, random.Next(4)).Select(_ => r.Columns.ToDictionary(c => c.Name, Value))]));
    }

    private object? Value(FactColumn column)
    {
        if (random.Next(3) == 0)
        {
            return null;
        }

        return column.Type switch
        {
            ColumnType.Text when column.Name.EndsWith("_kind", StringComparison.Ordinal) => Pick(["natural", "legal", "sole-trader"]),
            ColumnType.Text => random.Next(2) == 0 ? Pick(offices) : Pick(Words),
            ColumnType.WholeNumber => (long)random.Next(-2, 9),
            ColumnType.Decimal => random.Next(-20_000, 60_000) / 10_000m,
            ColumnType.Money => random.Next(4) == 0 ? 5000.50m : random.Next(0, 900_000) / 100m,
            ColumnType.Date => random.Next(5) == 0 ? new DateOnly(2024, random.Next(1, 13), 1).AddDays(-1) : First.AddDays(random.Next(900)),
            ColumnType.YesNo => random.Next(2) == 0,
            ColumnType.Code => Pick([.. column.Codes!.Codes.Select(c => c.Id)]),
            ColumnType.Codes => (column.Codes?.Codes.Select(c => c.Id) ?? Words.Concat(offices)).Where(_ => random.Next(3) == 0).ToList(),
            _ => (long)random.Next(1, 80),
        };
    }

    private string Pick(IReadOnlyList<string> from) => from[random.Next(from.Count)];
}
