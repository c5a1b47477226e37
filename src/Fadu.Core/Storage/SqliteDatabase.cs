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
    private static readonly TableColumns Search = new("search", "rowid", "words");
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
    public override string SearchCondition(string id, string region, string parameter) =>
        $"{id} in (select rowid from search where search match {parameter})";

    /// <inheritdoc/>
    protected override string SearchProbe(string id, string region, string parameter, string text) => $"holds_pairs({parameter}, {text})";

    /// <inheritdoc/>
    protected override string LineBreak => "char(10)";

    /// <inheritdoc/>
    public override string SearchIds(string region, string parameter) => $"select rowid as id from search where search match {parameter}";

    /// <inheritdoc/>
    public override string IdsOf(SqlQuery sql, IReadOnlyList<long> ids) => $"select value as id from json_each({sql.Value($"[{string.Join(',', ids)}]")})";

    /// <inheritdoc/>
    public override void PutSearch(SqlBatch batch, string region, long id, string words, bool isNew)
    {
        if (isNew)
        {
            batch.Insert(Search, id, words);
        }
        else
        {
            batch.Add("insert or replace into search(rowid, words) values (@id, @words)", ("id", id), ("words", words));
        }
    }

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
