using Dapper;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Offices;
using Fadu.Core.Storage;
using Fadu.Core.Tables;
using Fadu.Rules.Exports;
using Fadu.Rules.Expressions;
using Fadu.Rules.Expressions.Sql;
using Fadu.Rules.Registers;

namespace Fadu.Core.Exports;

/// <summary>What an export wrote.</summary>
/// <param name="Lines">Matters written.</param>
/// <param name="Gaps">Matters that lack what the receiving system requires; they stand on a sheet of their own too.</param>
public sealed record ExportResult(int Lines, int Gaps);

/// <summary>Writes the tables that other systems take over, with what is still missing in them.</summary>
public sealed class ExportService(Database database, LawStore law, OfficeDirectory offices, TimeProvider time)
{
    private const int MostLines = 100_000;

    /// <summary>All exports that the law folder holds.</summary>
    public IReadOnlyCollection<ExportTemplate> All => [.. law.Current.Exports.Values];

    /// <summary>Writes an export for a period, of the offices that the actor may see.</summary>
    public async Task<ExportResult> WriteAsync(Stream output, ExportTemplate template, Period period, Actor actor, CancellationToken cancel = default)
    {
        var facts = law.Current.Facts(template.Register);
        var today = time.Today();
        var context = new EvaluationContext(today, period, new Dictionary<string, object>(), law.Current.Calendar);
        using var book = new XlsxWriter(output);
        var sheet = book.AddSheet("数据", [.. template.Fields.Select(f => new TableColumn($"{f.Title}\n{f.Code}", Tables.ColumnType.Code))], new SheetLayout { BlankRowsWithChoices = 0 });
        List<(string Number, string Faults)> gaps = [];
        await using var connection = await database.OpenAsync(cancel);
        await foreach (var row in RowsAsync(connection, template, facts, context, actor, cancel))
        {
            var texts = template.Fields.Select(f => ExportText.Of(f, f.Value?.Evaluate(row, context), code => (offices.Name(actor.Region, code), offices.Find(actor.Region, code)?.CreditCode))).ToArray();
            sheet.Row([.. texts]);
            if (string.Join("、", template.Fields.Select((f, i) => Fault(f, texts[i], row, context)).OfType<string>()) is { Length: > 0 } faults)
            {
                gaps.Add((row["number"] as string ?? "", faults));
            }
        }

        var missing = book.AddSheet("缺项", [new("编号", Tables.ColumnType.Code, 28), new("缺少的必填项、超长的内容", Tables.ColumnType.LongText)], new SheetLayout { BlankRowsWithChoices = 0 });
        gaps.ForEach(g => missing.Row(g.Number, g.Faults));
        return new(sheet.RowCount, gaps.Count);
    }

    private static string? Fault(ExportField field, string text, FactRow row, EvaluationContext context) =>
        text.Length == 0 ? field.Required?.Holds(row, context) == true ? field.Title : null
        : text.Length > field.Length ? $"{field.Title}（超过{field.Length}字）" : null;

    private async IAsyncEnumerable<FactRow> RowsAsync(
        System.Data.Common.DbConnection connection, ExportTemplate template, FactTable facts, EvaluationContext context, Actor actor, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var sql = new SqlWriter(database.Dialect, context);
        sql.Append($"select {string.Join(", ", facts.Columns.Select(c => "f." + c.Name))} from {facts.Name} f where f.region = {sql.Parameter(actor.Region)} and ");
        template.Where.AppendSql(sql);
        if (actor.Scope != DataScope.District)
        {
            sql.Append(actor.Offices.Count == 0 ? " and 1 = 0" : $" and f.office in ({string.Join(", ", actor.Offices.Order(StringComparer.Ordinal).Select(o => sql.Parameter(o)))})");
        }

        sql.Append($" order by f.matter_id limit {MostLines}");
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(sql.Text, new DynamicParameters(sql.Parameters), cancellationToken: cancel));
        while (await reader.ReadAsync(cancel))
        {
            Dictionary<string, object?> values = new(facts.Columns.Count);
            for (var i = 0; i < facts.Columns.Count; i++)
            {
                values[facts.Columns[i].Name] = ColumnValues.Fact(facts.Columns[i].Type, reader.GetValue(i));
            }

            yield return new(facts, values, new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, object?>>>());
        }
    }
}
