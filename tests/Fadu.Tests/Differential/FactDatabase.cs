using System.Data.Common;
using System.Globalization;
using Fadu.Rules.Calendar;
using Fadu.Rules.Expressions;
using Fadu.Rules.Expressions.Sql;
using Fadu.Rules.Measures;
using Fadu.Rules.Registers;
using Fadu.Tests.Databases;

namespace Fadu.Tests.Differential;

/// <summary>Facts in a database, put there without the product's own storage, so that the two check each other.</summary>
internal sealed class FactDatabase(DbConnection connection, DatabaseKind kind)
{
    public const string Region = "330421";

    public SqlDialect Dialect { get; } = kind == DatabaseKind.Sqlite ? SqlDialect.Sqlite : SqlDialect.Postgres;

    public async Task Fill(FactTable table, IReadOnlyList<FactRow> matters)
    {
        await Create(table.Name, table.Columns, "");
        foreach (var rows in table.Rows)
        {
            await Create(rows.Table, rows.Columns, "row_no integer, ");
        }

        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var matter in matters)
        {
            var id = (long)matter["matter_id"]!;
            await Insert(table.Name, [("region", Region), ("matter_id", id), .. table.Columns.Select(c => (c.Name, Stored(c, matter[c.Name])))]);
            foreach (var rows in table.Rows)
            {
                var number = 0;
                foreach (var line in matter.Rows.GetValueOrDefault(rows.Field, []))
                {
                    await Insert(rows.Table, [("region", Region), ("matter_id", id), ("row_no", ++number), .. rows.Columns.Select(c => (c.Name, Stored(c, line[c.Name])))]);
                }
            }

            await Insert(table.Name, [("region", "999999"), ("matter_id", id), .. table.Columns.Select(c => (c.Name, Stored(c, matter[c.Name])))]);
        }

        await transaction.CommitAsync();
    }

    public async Task FillWorkingDays(HolidayCalendar calendar)
    {
        await Execute($"create table working_days (day {Type(ColumnType.Date)} primary key, ordinal integer not null, working {Type(ColumnType.YesNo)} not null)");
        var yes = new FactColumn("working", ColumnType.YesNo, "");
        var day = new FactColumn("day", ColumnType.Date, "");
        await using var transaction = await connection.BeginTransactionAsync();
        var ordinal = 0;
        for (var date = new DateOnly(2015, 1, 1); date.Year < 2032; date = date.AddDays(1))
        {
            ordinal += calendar.IsWorkingDay(date) ? 1 : 0;
            await Insert("working_days", [("day", Stored(day, date)), ("ordinal", ordinal), ("working", Stored(yes, calendar.IsWorkingDay(date)))]);
        }

        await transaction.CommitAsync();
    }

    /// <summary>The value of an expression for each matter.</summary>
    public async Task<Dictionary<long, object?>> Values(Expression expression, string table, EvaluationContext context)
    {
        var writer = new SqlWriter(Dialect, context);
        writer.Append("select f.matter_id, ");
        expression.AppendSql(writer);
        writer.Append($" from {table} f where f.region = {writer.Parameter(Region)}");
        return (await Query(writer.Text, writer.Parameters)).ToDictionary(r => Convert.ToInt64(r[0], null), r => Read(expression.Type, r[1]));
    }

    public async Task<MeasureResults> Results(MeasurePass pass, EvaluationContext context, IReadOnlyCollection<string>? offices)
    {
        var query = pass.Sql(Dialect, context, Region, offices);
        foreach (var row in await Query(query.Text, query.Parameters))
        {
            query.Add(row);
        }

        return query.Results;
    }

    public async Task<List<object?[]>> Query(string sql, IReadOnlyDictionary<string, object> parameters)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            Add(command, name, value);
        }

        await using var reader = await command.ExecuteReaderAsync();
        List<object?[]> rows = [];
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private static object? Read(ExpressionType type, object? value) => (type, value) switch
    {
        (_, null or DBNull) => null,
        (ExpressionType.YesNo, _) => Convert.ToBoolean(value, null),
        (ExpressionType.Number or ExpressionType.Reference, _) => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        (ExpressionType.Date, DateTime time) => DateOnly.FromDateTime(time),
        (ExpressionType.Date, string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        (ExpressionType.Codes, string text) => text,
        _ => value,
    };

    private async Task Create(string name, IReadOnlyList<FactColumn> columns, string key) => await Execute(
        $"create table {name} (region text not null, matter_id bigint not null, {key}{string.Join(", ", columns.Select(c => $"{c.Name} {Type(c.Type)}"))}, primary key (region, matter_id{(key.Length > 0 ? ", row_no" : "")}))");

    private string Type(ColumnType type) => (type, kind) switch
    {
        (ColumnType.Date, DatabaseKind.Postgres) => "date",
        (ColumnType.YesNo, DatabaseKind.Postgres) => "boolean",
        (ColumnType.YesNo, _) => "integer",
        (ColumnType.WholeNumber or ColumnType.Decimal or ColumnType.Money or ColumnType.Reference, _) => "bigint",
        _ => "text",
    };

    private object? Stored(FactColumn column, object? value) => value switch
    {
        null => null,
        decimal number => (long)(number * (column.Type == ColumnType.Money ? 100 : 10_000)),
        IReadOnlyCollection<string> { Count: 0 } => null,
        IEnumerable<string> list => $"|{string.Join('|', list)}|",
        DateOnly or bool => Dialect.Value(value),
        _ => value,
    };

    private async Task Insert(string table, IReadOnlyList<(string Name, object? Value)> values)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"insert into {table} ({string.Join(", ", values.Select(v => v.Name))}) values ({string.Join(", ", values.Select((_, i) => "@v" + i))})";
        for (var i = 0; i < values.Count; i++)
        {
            Add(command, "v" + i, values[i].Value);
        }

        await command.ExecuteNonQueryAsync();
    }

    private async Task Execute(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static void Add(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
        command.Parameters.Add(parameter);
    }
}
