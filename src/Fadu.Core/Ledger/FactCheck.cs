using System.Globalization;
using System.Text;
using Fadu.Core.Law;
using Fadu.Core.Storage;
using Fadu.Rules.Identifiers;
using Fadu.Rules.Ledger;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Ledger;

/// <summary>Computes the facts of a matter from its state and compares every stored column, naming matter, column and both values.</summary>
internal sealed class FactCheck(LawStore law)
{
    /// <summary>All differences of one matter.</summary>
    /// <param name="references">Facts of other matters that its expressions may reach, where they are at hand.</param>
    public IEnumerable<LedgerFault> Check(LedgerPage page, StoredMatter matter, Func<string, long, FactRow?>? references = null)
    {
        if (Read(matter) is not (var register, var state))
        {
            return [Fault(LedgerFaultKind.RowDiffers, matter, "事项表 matters 的 state 列不能按制度定义读出，内容被改动。")];
        }

        var row = FactBuilder.Build(register, state, law.Context(register) with { References = references }).Row;
        return Compare(page, matter, row);
    }

    /// <summary>Whether the matter refers to others, whose facts may enter its own.</summary>
    public bool Refers(StoredMatter matter) =>
        Read(matter) is (var register, var state) && register.Fields.Any(f => f.Type == FieldType.Reference && state.Values.ContainsKey(f.Id));

    private (Register, MatterState)? Read(StoredMatter matter)
    {
        try
        {
            var register = law.Version(matter.Register, ColumnValues.Day(matter.Columns[0])!.Value);
            var state = StateJson.Read(register, Encoding.UTF8.GetString(matter.State.Span));
            return state.Register == matter.Register ? (register, state) : null;
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or System.Text.Json.JsonException or KeyNotFoundException or NullReferenceException or ArgumentException)
        {
            // The reader expects what the system wrote; whatever else it meets here was put there by other hands.
            return null;
        }
    }

    private IEnumerable<LedgerFault> Compare(LedgerPage page, StoredMatter matter, FactRow row)
    {
        var table = law.Current.Facts(matter.Register);
        for (var i = 0; i < StoredMatter.Names.Length; i++)
        {
            var column = table.Find(StoredMatter.Names[i])!;
            if (Differs(column, matter.Columns[i], row) is { } says)
            {
                yield return Fault(LedgerFaultKind.RowDiffers, matter, $"事项表 matters 的{says}");
            }
        }

        if (page.Facts.GetValueOrDefault((matter.Register, matter.Id)) is not { } facts)
        {
            yield return Fault(LedgerFaultKind.FactDiffers, matter, $"表 {table.Name} 里没有它的一行。");
            yield break;
        }

        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (Differs(table.Columns[i], facts[i], row) is { } says)
            {
                yield return Fault(LedgerFaultKind.FactDiffers, matter, $"表 {table.Name} 的{says}");
            }
        }

        foreach (var rows in table.Rows)
        {
            foreach (var says in CompareRows(rows, page.Rows.GetValueOrDefault((rows.Table, matter.Id)) ?? [], row.Rows.GetValueOrDefault(rows.Field) ?? []))
            {
                yield return Fault(LedgerFaultKind.FactDiffers, matter, $"表 {rows.Table} {says}");
            }
        }
    }

    private static IEnumerable<string> CompareRows(RowsTable table, List<(int Row, object?[] Values)> stored, IReadOnlyList<IReadOnlyDictionary<string, object?>> expected)
    {
        var byNumber = stored.ToDictionary(r => r.Row, r => r.Values);
        foreach (var extra in byNumber.Keys.Where(n => n < 1 || n > expected.Count))
        {
            yield return $"第 {extra} 行是多出来的。";
        }

        for (var i = 0; i < expected.Count; i++)
        {
            if (byNumber.GetValueOrDefault(i + 1) is not { } values)
            {
                yield return $"第 {i + 1} 行已不存在。";
                continue;
            }

            for (var c = 0; c < table.Columns.Count; c++)
            {
                if (Differs(table.Columns[c], values[c], expected[i].GetValueOrDefault(table.Columns[c].Name)) is { } says)
                {
                    yield return $"第 {i + 1} 行的{says}";
                }
            }
        }
    }

    private static string? Differs(FactColumn column, object? stored, FactRow row) => Differs(column, stored, row[column.Name]);

    private static string? Differs(FactColumn column, object? stored, object? expected)
    {
        var right = Plain(Database.Stored(column.Type, expected));
        var now = Plain(column.Type, stored);
        return Equals(now, right) ? null : $"“{column.Title}”（{column.Name}）列现为{Show(column, now)}，按留痕重算应为{Show(column, right)}。";
    }

    private static object? Plain(object? expected) => expected is int n ? (long)n : expected;

    private static object? Plain(ColumnType type, object? stored)
    {
        try
        {
            return type switch
            {
                ColumnType.Date => ColumnValues.Day(stored),
                ColumnType.YesNo => ColumnValues.YesNo(stored),
                ColumnType.WholeNumber or ColumnType.Money or ColumnType.Decimal or ColumnType.Reference => stored is null ? null : Convert.ToInt64(stored, CultureInfo.InvariantCulture),
                _ => stored is null ? null : Convert.ToString(stored, CultureInfo.InvariantCulture),
            };
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or InvalidCastException or OverflowException or ArgumentException)
        {
            return stored;
        }
    }

    private static string Show(FactColumn column, object? value) => value switch
    {
        null => "空",
        string text when column.Personal => $"“{Masking.Name(text)}”（个人信息已遮盖）",
        long n when column.Type == ColumnType.Money => string.Create(CultureInfo.InvariantCulture, $"“{n / 100m:0.00}”"),
        long n when column.Type == ColumnType.Decimal => string.Create(CultureInfo.InvariantCulture, $"“{n / 10_000m}”"),
        bool yes => yes ? "“是”" : "“否”",
        DateOnly day => string.Create(CultureInfo.InvariantCulture, $"“{day:yyyy-MM-dd}”"),
        _ => string.Create(CultureInfo.InvariantCulture, $"“{value}”"),
    };

    private static LedgerFault Fault(LedgerFaultKind kind, StoredMatter matter, string what) =>
        new(kind, matter.Id.ToString(CultureInfo.InvariantCulture), null, what);
}
