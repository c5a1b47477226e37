using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Dapper;
using Fadu.Rules.Registers;
using Microsoft.Data.Sqlite;

namespace Fadu.Core.Storage;

/// <summary>The embedded database: one file, write-ahead log, every commit on disk before it is acknowledged.</summary>
public sealed class SqliteDatabase : Database
{
    // The search index numbers the matters of a day within 24 bits behind the number of the day.
    private const int PlaceBits = 24;

    private readonly string connectionString;
    private readonly SemaphoreSlim writer = new(1, 1);
    private SqliteConnection? keeper;
    private SqliteStatements? prepared;

    /// <summary>Opens or creates the file.</summary>
    public SqliteDatabase(string path)
    {
        Path = path;
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = true, DefaultTimeout = 30, ForeignKeys = false }.ToString();
    }

    /// <summary>Path of the file.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public override string Name => "sqlite";

    /// <inheritdoc/>
    public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancel = default)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancel);
        await connection.ExecuteAsync("pragma journal_mode=wal; pragma synchronous=full; pragma busy_timeout=30000; pragma temp_store=memory; pragma cache_size=-65536; pragma mmap_size=2147418112;");
        return connection;
    }

    /// <summary>A connection that can look for words in the texts of a row: the full-text index finds the matters of a word, but asked about one matter it reads half of itself.</summary>
    public override async ValueTask<DbConnection> OpenForSearchAsync(CancellationToken cancel = default)
    {
        var connection = (SqliteConnection)await OpenAsync(cancel);
        var (query, pairs) = ("", Array.Empty<string>());
        connection.CreateFunction("holds_pairs", (string asked, string text) =>
        {
            (query, pairs) = asked == query ? (query, pairs) : (asked, asked.Split('"', StringSplitOptions.RemoveEmptyEntries).Where(p => p != " AND ").ToArray());
            return SearchWords.Hold(text, pairs);
        }, isDeterministic: true);
        return connection;
    }

    /// <inheritdoc/>
    public override async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancel = default)
    {
        // SQLite has one writer; waiting here is fair and never ends in SQLITE_BUSY within this process.
        await writer.WaitAsync(cancel);
        try
        {
            keeper ??= (SqliteConnection)await OpenAsync(cancel);
            await using var transaction = keeper.BeginTransaction(deferred: false);
            var result = await work(keeper, transaction);
            await transaction.CommitAsync(cancel);
            return result;
        }
        finally
        {
            writer.Release();
        }
    }

    /// <summary>Runs statements one after the other; those of the writer stay prepared from one transaction to the next.</summary>
    internal override Task<int> ExecuteAsync(
        DbConnection connection, DbTransaction transaction, IEnumerable<TableRows> rows, IReadOnlyList<SqlStatement> statements, CancellationToken cancel)
    {
        var all = rows.SelectMany(r => r.Statements).Concat(statements);
        if (ReferenceEquals(connection, keeper))
        {
            return Task.FromResult((prepared ??= new(keeper, Value)).Execute(all));
        }

        using var once = new SqliteStatements((SqliteConnection)connection, Value);
        return Task.FromResult(once.Execute(all));
    }

    /// <inheritdoc/>
    public override object Value(object? value) => value switch
    {
        null => DBNull.Value,
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        bool yes => yes ? 1L : 0L,
        _ => value,
    };

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> SchemaTypes { get; } =
        new Dictionary<string, string> { ["number"] = "integer", ["flag"] = "integer", ["day"] = "text", ["moment"] = "text", ["bytes"] = "blob" };

    /// <inheritdoc/>
    public override string TypeOf(ColumnType type) => type switch
    {
        ColumnType.WholeNumber or ColumnType.Money or ColumnType.Decimal or ColumnType.YesNo or ColumnType.Reference => "integer",
        _ => "text",
    };

    /// <inheritdoc/>
    public override async Task<IReadOnlySet<string>> ColumnsAsync(DbConnection connection, string table, CancellationToken cancel = default) =>
        (await connection.QueryAsync<string>("select name from pragma_table_info(@table)", new { table })).ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override async Task<ILookup<string, string>> FactColumnsAsync(DbConnection connection, CancellationToken cancel = default) =>
        (await connection.QueryAsync<(string Table, string Column)>("select m.name, p.name from sqlite_master m, pragma_table_info(m.name) p where m.type = 'table' and m.name like 'fact\\_%' escape '\\'"))
            .ToLookup(c => c.Table, c => c.Column, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override async Task<IReadOnlySet<string>> FactIndexNamesAsync(DbConnection connection, CancellationToken cancel = default) =>
        (await connection.QueryAsync<string>("select name from sqlite_master where type = 'index' and name like 'fact\\_%' escape '\\'")).ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool IsDuplicate(DbException error) => error is SqliteException { SqliteErrorCode: 19 };

    /// <inheritdoc/>
    public override string IsOneOf(string parameter) => $"in (select value from json_each({parameter}))";

    /// <inheritdoc/>
    public override ListParameter List<T>(IEnumerable<T> values) => new(JsonSerializer.Serialize(values));

    /// <inheritdoc/>
    public override string LookUp(string columns, string table, string where, string key, string parameter) => $"select {columns} from {table} where {where} and {key} {IsOneOf(parameter)}";

    /// <inheritdoc/>
    protected override string SearchProbe(string id, string region, string parameter, string text) => $"holds_pairs({parameter}, {text})";

    /// <inheritdoc/>
    protected override string LineBreak => "char(10)";

    /// <inheritdoc/>
    public override string SearchMatches(SqlQuery sql, string region, SearchQuestion asked, (DateOnly From, DateOnly Until)? days = null)
    {
        var within = days is var (from, until) ? $" and s.rowid between {sql.Value(FirstPlace(from))} and {sql.Value(LastPlace(until))}" : "";
        return $"select p.matter_id as id, p.place >> {PlaceBits} as opened_on from search s cross join search_places p on p.place = s.rowid where s.search match {sql.Value(asked.Of(this, asked.Register is null ? [] : [SearchMarks.Register(asked.Register)]))}{within}";
    }

    // Nothing is ever deleted from either table, so that the largest row ids are as good as counts.
    /// <inheritdoc/>
    public override Task<bool> IsMostOfTheStoreAsync(DbConnection connection, string factTable, CancellationToken cancel = default) =>
        connection.ExecuteScalarAsync<bool>($"select coalesce((select max(rowid) from {factTable}) * 2 >= (select max(rowid) from matters), 0)");

    /// <inheritdoc/>
    public override string SearchBounds(SqlQuery sql, string region) => $"select (select min(place) from search_places) >> {PlaceBits}, (select max(place) from search_places) >> {PlaceBits}";

    /// <inheritdoc/>
    public override string IdsOf(SqlQuery sql, IReadOnlyList<long> ids) => $"select value as id from json_each({sql.Value($"[{string.Join(',', ids)}]")})";

    /// <inheritdoc/>
    public override void PutSearch(SqlBatch batch, string region, SearchEntry entry, DateOnly? was)
    {
        var (place, last) = (FirstPlace(entry.OpenedOn), LastPlace(entry.OpenedOn));
        if (was is { } day)
        {
            const string former = "from search_places where matter_id = @id and place between @first and @last";
            (string, object?)[] there = [("id", entry.Matter), ("first", FirstPlace(day)), ("last", LastPlace(day))];
            batch.AddPlaced(place, $"delete from search where rowid in (select place {former})", there);
            batch.AddPlaced(place, $"delete {former}", there);
        }

        batch.AddPlaced(place, "insert into search_places(place, matter_id) values (coalesce((select place from search_places where place between @first and @last order by place desc limit 1), @first) + 1, @id)",
            ("first", place), ("last", last), ("id", entry.Matter));
        batch.AddPlaced(place, "insert into search(rowid, words) values (last_insert_rowid(), @words)", ("words", $"{entry.Words} {SearchMarks.Register(entry.Register)}"));
    }

    private static long FirstPlace(DateOnly day) => (long)day.DayNumber << PlaceBits;

    private static long LastPlace(DateOnly day) => FirstPlace(day) + (1L << PlaceBits) - 1;

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        prepared?.Dispose();
        if (keeper is not null)
        {
            await keeper.DisposeAsync();
        }

        using var pool = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(pool);
        writer.Dispose();
    }
}
