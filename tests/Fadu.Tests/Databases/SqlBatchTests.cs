using Dapper;
using Fadu.Core.Storage;

namespace Fadu.Tests.Databases;

/// <summary>Few rows go by statements, many by COPY where the database has it: what stands in the table must be the same.</summary>
public sealed class SqlBatchTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly TableColumns Columns = new("kinds", "region", "id", "sequence", "text", "json", "day", "moment", "yes", "bytes", "words");

    [Theory, OnSqlite(1), OnSqlite(300), OnPostgres(1), OnPostgres(300)]
    public async Task Insert_EveryKindOfValue_IsReadBackAsGiven(DatabaseKind kind, int rows)
    {
        await using var database = await CreateAsync(kind);

        await InsertAsync(database, Enumerable.Range(1, rows).Select(Row));

        await using var connection = await database.OpenAsync();
        var read = (await connection.QueryAsync("select region, id, sequence, text, json, day, moment, yes, bytes from kinds order by id")).ToList();
        read.Count.ShouldBe(rows);
        for (var i = 1; i <= rows; i++)
        {
            var (row, given) = ((IDictionary<string, object?>)read[i - 1], Row(i));
            row["region"].ShouldBe("330399");
            row["id"].ShouldBe((long)i << 33);
            Convert.ToInt32(row["sequence"], System.Globalization.CultureInfo.InvariantCulture).ShouldBe(-i);
            row["text"].ShouldBe(given[3]);
            row["json"].ShouldBe(given[4]?.ToString());
            ColumnValues.Day(row["day"]).ShouldBe((DateOnly?)given[5]);
            ColumnValues.Time(row["moment"]).ShouldBe((DateTimeOffset?)given[6]);
            ColumnValues.YesNo(row["yes"]).ShouldBe((bool?)given[7]);
            ((byte[]?)row["bytes"]).ShouldBe((byte[]?)given[8]);
        }
    }

    [Theory, OnSqlite(2), OnSqlite(200), OnPostgres(2), OnPostgres(200)]
    public async Task Insert_RowThatIsThereAlready_IsADuplicateAndNothingStays(DatabaseKind kind, int rows)
    {
        await using var database = await CreateAsync(kind);

        var error = await Should.ThrowAsync<System.Data.Common.DbException>(() => InsertAsync(database, Enumerable.Range(1, rows).Append(rows / 2).Select(Row)));

        database.IsDuplicate(error).ShouldBeTrue();
        await using var connection = await database.OpenAsync();
        (await connection.QuerySingleAsync<int>("select count(*) from kinds")).ShouldBe(0);
    }

    [Theory, OnSqlite(1), OnSqlite(60), OnPostgres(1), OnPostgres(60)]
    public async Task Execute_RowsAndStatements_RowsAreThereForTheStatements(DatabaseKind kind, int rows)
    {
        await using var database = await CreateAsync(kind);

        var affected = await InsertAsync(database, Enumerable.Range(1, rows).Select(Row), batch => batch.Add("update kinds set text = @text", ("text", "改")));

        affected.ShouldBe(2 * rows);
        await using var connection = await database.OpenAsync();
        (await connection.QuerySingleAsync<int>("select count(*) from kinds where text = '改'")).ShouldBe(rows);
    }

    [Theory, OnSqlite(1), OnSqlite(60), OnPostgres(1), OnPostgres(60)]
    public async Task PutSearch_NewMatters_AreFoundByTheirWordsAlone(DatabaseKind kind, int matters)
    {
        await using var database = await CreateAsync(kind);
        await database.WriteAsync((connection, transaction) =>
        {
            SqlBatch batch = new(database);
            for (var i = 1; i <= matters; i++)
            {
                database.PutSearch(batch, "330399", new(i, "penalty", "d07", new DateOnly(2024, 1, 31).AddDays(-i % 7), [$"占道经营案{i:D4}号", "青川区青川区"]), null);
            }

            database.PutSearch(batch, "330399", new(matters + 1, "penalty", "d07", new(2024, 1, 31), ["——"]), null);
            return batch.ExecuteAsync(connection, transaction);
        });

        (await FindAsync(database, "占道经营")).ShouldBe(Enumerable.Range(1, matters).Select(i => (long)i));
        (await FindAsync(database, $"{matters:D4}号")).ShouldBe([matters]);
        (await FindAsync(database, "区青")).Count.ShouldBe(matters);
        (await FindAsync(database, "营占")).ShouldBeEmpty();
    }

    private static object?[] Row(int i) =>
    [
        "330399", (long)i << 33, -i, i % 3 == 0 ? null : $"第{i}件\t“引号”\\反斜杠\n换行", i % 4 == 0 ? null : new Utf8Text(System.Text.Encoding.UTF8.GetBytes($$"""{"事项":{{i}}}""")),
        i % 5 == 0 ? null : new DateOnly(1998, 12, 30).AddDays(i), new DateTimeOffset(2024, 1, 1, 8, 0, 0, TimeSpan.FromHours(8)).AddTicks(i * 12_345_670L), i % 2 == 0 ? null : i % 7 == 0,
        i % 6 == 0 ? null : new byte[] { (byte)i, 0, 255 }, null,
    ];

    private static Task<int> InsertAsync(Database database, IEnumerable<object?[]> rows, Action<SqlBatch>? more = null) => database.WriteAsync((connection, transaction) =>
    {
        SqlBatch batch = new(database);
        more?.Invoke(batch);
        foreach (var row in rows)
        {
            batch.Insert(Columns, row);
        }

        return batch.ExecuteAsync(connection, transaction);
    });

    private static async Task<List<long>> FindAsync(Database database, string word)
    {
        await using var connection = await database.OpenAsync();
        var sql = new SqlQuery(database);
        sql.Add(database.SearchMatches(sql, sql.Value("330399"), new(SearchWords.Pairs(word), "penalty", ["d07"])));
        return [.. (await sql.ReadAsync(connection, r => r.GetInt64(0))).Order()];
    }

    private async Task<Database> CreateAsync(DatabaseKind kind)
    {
        var database = Database.Open(kind == DatabaseKind.Sqlite ? Path.GetTempFileName() : await databases.ConnectionString(kind));
        await SchemaScripts.RunAsync(database);
        await using var connection = await database.OpenAsync();
        var types = database.SchemaTypes;
        await connection.ExecuteAsync("drop table if exists kinds; delete from search");
        await connection.ExecuteAsync($"create table kinds (region text not null, id {types["number"]} primary key, sequence integer, text text, json text, day {types["day"]}, moment {types["moment"]}, yes {types["flag"]}, bytes {types["bytes"]}, words text)");
        return database;
    }
}
