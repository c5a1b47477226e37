using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Fadu.Rules.Calendar;
using Fadu.Rules.Expressions;
using Fadu.Rules.Expressions.Sql;
using Fadu.Rules.Measures;
using Fadu.Rules.Registers;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Fadu.Bench;

/// <summary>Ten measures on one fact table in one generated query, beside the query a person would write for the same ten figures.</summary>
/// <remarks>SQLite in a file; PostgreSQL too where <c>FADU_TEST_POSTGRES</c> names a server. Both queries run in turn, the best of five counts, and their figures must be equal.</remarks>
internal static class MeasureBench
{
    private const double Target = 1.3;
    private const string Period = "between {0} and {1}";

    private static readonly Position Here = new("bench", 1);
    private static readonly CodeList Results = Codes("result", "alter", "revoke", "uphold", "reject", "mediate");
    private static readonly CodeList Procedures = Codes("procedure", "ordinary", "summary");

    private static readonly FactTable Table = FactTable.Build(
        "bench-case",
        [
            Field("applicant", FieldType.Text), Field("respondent", FieldType.Office), Field("procedure", FieldType.Code, Procedures),
            Field("result", FieldType.Code, Results), Field("fine", FieldType.Money),
        ],
        [("receive", "收到", false, false), ("accept", "受理", false, false), ("hear", "听取意见", false, false), ("decide", "决定", false, false), ("terminate", "终止", false, false)],
        [("decision", "审理期限")], Codes("matter-status", "open", "concluded"));

    private static readonly (string Id, string Expression, string ByHand)[] Figures =
    [
        ("received", "receive.on in period", "receive_on " + Period),
        ("concluded", "decide.on in period or terminate.on in period", $"decide_on {Period} or terminate_on {Period}"),
        ("corrected", "decide.on in period and result in [alter, revoke]", $"decide_on {Period} and result in ('alter', 'revoke')"),
        ("upheld", "decide.on in period and result = uphold", $"decide_on {Period} and result = 'uphold'"),
        ("heard", "decide.on in period and hear.done", $"decide_on {Period} and hear_on is not null"),
        ("summary", "receive.on in period and procedure = summary", $"receive_on {Period} and procedure = 'summary'"),
        ("pending", "accept.on <= period.end and (decide.on is missing or decide.on > period.end)", "accept_on <= {1} and (decide_on is null or decide_on > {1})"),
        ("overdue", "decision.overdue", "decision_due is not null and not coalesce(decision_stopped, false) and coalesce(decision_met, {1}) > decision_due"),
        ("large", "decide.on in period and fine >= 50000", $"decide_on {Period} and fine >= 5000000"),
        ("fines", "decide.on in period", "decide_on " + Period),
    ];

    public static async Task<int> Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        var file = Path.Combine(Path.GetTempPath(), $"fadu-bench-{Environment.ProcessId}.db");
        var met = true;
        try
        {
            await using var sqlite = new SqliteConnection($"Data Source={file}");
            await sqlite.OpenAsync();
            met &= await Measure("SQLite", sqlite, SqlDialect.Sqlite, count);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            File.Delete(file);
        }

        if (Environment.GetEnvironmentVariable("FADU_TEST_POSTGRES") is not { Length: > 0 } server)
        {
            Console.WriteLine("PostgreSQL: not measured, FADU_TEST_POSTGRES is not set");
            return met ? 0 : 1;
        }

        await using var postgres = new NpgsqlConnection(server);
        await postgres.OpenAsync();
        met &= await Measure("PostgreSQL", postgres, SqlDialect.Postgres, count);
        await Execute(postgres, $"drop table {Table.Name}");
        return met ? 0 : 1;
    }

    private static async Task<bool> Measure(string name, DbConnection connection, SqlDialect dialect, int count)
    {
        await Fill(connection, dialect, count);
        var (generated, byHand) = (Generated(dialect), ByHand());
        var (first, second) = (await Rows(connection, generated.Text, generated.Parameters), await Rows(connection, byHand, null));
        if (!first.SequenceEqual(second))
        {
            throw new InvalidOperationException($"{name}: the generated query and the one by hand differ.");
        }

        double best = double.MaxValue, baseline = double.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            baseline = Math.Min(baseline, await Seconds(() => Rows(connection, byHand, null)));
            best = Math.Min(best, await Seconds(() => Rows(connection, generated.Text, generated.Parameters)));
        }

        Console.WriteLine($"{name}, {count:N0} facts, {Figures.Length} measures: by hand {baseline:F3} s, generated {best:F3} s ({best / baseline:F2} times, target {Target}: {(best <= baseline * Target ? "met" : "MISSED")})");
        return best <= baseline * Target;
    }

    private static MeasureQuery Generated(SqlDialect dialect)
    {
        var scope = ExpressionScope.ForRegister(
            Table, new Dictionary<string, Parameter>(), new HashSet<string> { "receive", "accept", "hear", "decide", "terminate" }, new HashSet<string> { "decision" }, _ => null);
        var measures = Figures.Select(f => new Measure
        {
            Id = "bench." + f.Id,
            Title = f.Id,
            Unit = "件",
            Register = "bench-case",
            Basis = new([], false),
            Module = "disputes",
            Position = Here,
            Definitions =
            [
                new()
                {
                    Id = "default", Text = "", Kind = f.Id == "fines" ? MeasureKind.Sum : MeasureKind.Count,
                    Where = Parse(f.Expression, scope), Operand = f.Id == "fines" ? Parse("fine", scope) : null,
                },
            ],
        }).ToDictionary(m => m.Id);
        var plan = new MeasurePlan(measures, _ => Table, measures.Keys.Select(m => new MeasureRequest(m)));
        var year = Fadu.Rules.Expressions.Period.Year(2024);
        var context = new EvaluationContext(year.End, year, new Dictionary<string, object>(), new HolidayCalendar([new(2024, [], [], [])]));
        return plan.Passes.Single().Sql(dialect, context, "330421");
    }

    private static string ByHand()
    {
        var columns = Figures.Select(f => $"{(f.Id == "fines" ? "sum(fine)" : "count(*)")} filter (where {string.Format(CultureInfo.InvariantCulture, f.ByHand, "'2024-01-01'", "'2024-12-31'")})");
        return $"select 0, office, {string.Join(", ", columns)} from {Table.Name} where region = '330421' group by office";
    }

    private static async Task Fill(DbConnection connection, SqlDialect dialect, int count)
    {
        var sqlite = dialect is SqliteDialect;
        string Type(FactColumn c) => c.Type switch
        {
            ColumnType.Date => sqlite ? "text" : "date",
            ColumnType.YesNo => sqlite ? "integer" : "boolean",
            ColumnType.Money => "bigint",
            _ => "text",
        };
        string Day(string days) => sqlite ? $"date('2022-01-01', ({days}) || ' days')" : $"(date '2022-01-01' + ({days})::int)";
        var numbers = sqlite
            ? $"(with recursive n(i) as (select 1 union all select i + 1 from n where i < {count}) select i from n)"
            : $"(select i from generate_series(1, {count}) i)";
        var start = "i * 7 % 1095";
        await Execute(connection, $"{(sqlite ? "" : "drop table if exists fact_bench_case; ")}create table {Table.Name} (region text not null, matter_id bigint not null, {string.Join(", ", Table.Columns.Select(c => $"{c.Name} {Type(c)}"))}, primary key (region, matter_id))");
        await Execute(connection, $"""
            insert into {Table.Name} (region, matter_id, number, title, office, status, opened_on, applicant, respondent, procedure, result, fine, receive_on, accept_on, hear_on, decide_on, terminate_on, decision_due, decision_met, decision_stopped)
            select '330421', i, '甲政复〔2024〕' || i || '号', '某公司诉某局行政处罚案', 'office' || i % 40, 'open', {Day(start)}, '某公司', 'office' || i % 37, case when i % 3 = 0 then 'summary' else 'ordinary' end,
              case when i % 10 = 9 then null when i % 5 = 0 then 'alter' when i % 5 = 1 then 'revoke' else 'uphold' end, case when i % 4 = 0 then null else i % 90000 * 100 end,
              {Day(start)}, {Day(start + " + 5")}, case when i % 2 = 0 then {Day(start + " + 20")} end, case when i % 10 = 9 then null else {Day(start + " + 50 + i % 20")} end, case when i % 50 = 9 then {Day(start + " + 30")} end,
              {Day(start + " + 65")}, case when i % 10 = 9 then null else {Day(start + " + 50 + i % 20")} end, i % 100 = 0
            from {numbers} numbers
            """);
        await Execute(connection, sqlite ? "analyze" : $"vacuum analyze {Table.Name}");
    }

    private static async Task<List<string>> Rows(DbConnection connection, string sql, IReadOnlyDictionary<string, object>? parameters)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters ?? new Dictionary<string, object>())
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join(' ', Enumerable.Range(1, reader.FieldCount - 1).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static async Task Execute(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<double> Seconds(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalSeconds;
    }

    private static Expression Parse(string text, ExpressionScope scope) =>
        Expression.TryParse(text, scope, ExpressionType.Any, out var expression, out var error) ? expression : throw new InvalidOperationException(error.Message);

    private static Field Field(string id, FieldType type, CodeList? codes = null) => new() { Id = id, Title = id, Type = type, Codes = codes, Position = Here };

    private static CodeList Codes(string id, params string[] codes) =>
        new(id, id, null, [.. codes.Select(c => new Code(c, c, new HashSet<string>(), [], null, false, null, null, null))], Here);
}
