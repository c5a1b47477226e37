using System.Data.Common;
using Dapper;
using Fadu.Rules.Registers;
using Npgsql;

namespace Fadu.Core.Storage;

/// <summary>PostgreSQL 15 and later: production, several web nodes.</summary>
public sealed class PostgresDatabase : Database
{
    // Matches of a common word fit into it, so that no page is searched again for them.
    // A search has an index for each of its ways; what planning guesses of words must not lead it to read a table, nor to compile.
    private const string SearchOptions = "-c work_mem=32MB -c enable_seqscan=off -c jit=off";

    private static readonly TableColumns Search = new("search", "region", "id", "opened_on", "words") { Forms = { ["words"] = "array_to_tsvector({0})" } };
    private readonly NpgsqlDataSource source;
    private readonly NpgsqlDataSource search;

    /// <summary>Opens a pool. Statements are prepared, but not those of the search: a plan for all words is wrong for most.</summary>
    public PostgresDatabase(string connectionString)
    {
        source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 3, MaxPoolSize = 64 });
        search = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 0, MaxPoolSize = 16, ApplicationName = "fadu-search", Options = SearchOptions });
    }

    /// <inheritdoc/>
    public override string Name => "postgres";

    /// <inheritdoc/>
    public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancel = default) => await source.OpenConnectionAsync(cancel);

    /// <inheritdoc/>
    public override async ValueTask<DbConnection> OpenForSearchAsync(CancellationToken cancel = default) => await search.OpenConnectionAsync(cancel);

    /// <inheritdoc/>
    public override async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancel = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var result = await work(connection, transaction);
        await transaction.CommitAsync(cancel);
        return result;
    }

    /// <inheritdoc/>
    public override object Value(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset time => time.ToUniversalTime(),
        Utf8Text text => text.ToString(),
        SearchText text => text.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        _ => value,
    };

    /// <inheritdoc/>
    public override string IsOneOf(string parameter) => $"= any({parameter})";

    /// <inheritdoc/>
    public override ListParameter List<T>(IEnumerable<T> values) => new(values.ToArray());

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> SchemaTypes { get; } =
        new Dictionary<string, string> { ["number"] = "bigint", ["flag"] = "boolean", ["day"] = "date", ["moment"] = "timestamptz", ["bytes"] = "bytea" };

    /// <inheritdoc/>
    public override string TypeOf(ColumnType type) => type switch
    {
        ColumnType.WholeNumber or ColumnType.Money or ColumnType.Decimal or ColumnType.Reference => "bigint",
        ColumnType.YesNo => "boolean",
        ColumnType.Date => "date",
        _ => "text",
    };

    /// <inheritdoc/>
    public override async Task<IReadOnlySet<string>> ColumnsAsync(DbConnection connection, string table, CancellationToken cancel = default) =>
        (await connection.QueryAsync<string>(
            "select column_name from information_schema.columns where table_schema = current_schema() and table_name = @table", new { table })).ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override async Task<ILookup<string, string>> FactColumnsAsync(DbConnection connection, CancellationToken cancel = default) =>
        (await connection.QueryAsync<(string Table, string Column)>(
            """
            select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and c.relname like 'fact\_%' and a.attnum > 0 and not a.attisdropped
            """))
            .ToLookup(c => c.Table, c => c.Column, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override async Task<IReadOnlySet<string>> FactIndexNamesAsync(DbConnection connection, CancellationToken cancel = default) =>
        (await connection.QueryAsync<string>("select indexname from pg_indexes where schemaname = current_schema() and indexname like 'fact\\_%'")).ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool IsDuplicate(DbException error) => error is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <inheritdoc/>
    public override string LookUp(string columns, string table, string where, string key, string parameter) =>
        $"select found.* from unnest({parameter}) as keys(key) cross join lateral (select {columns} from {table} where {where} and {key} = keys.key limit 1) found";

    /// <inheritdoc/>
    protected override string SearchProbe(string id, string region, string parameter, string text) =>
        $"coalesce((select s.words @@ {parameter}::tsquery from search s where s.region = {region} and s.id = {id}), false)";

    /// <inheritdoc/>
    protected override string LineBreak => "chr(10)";

    /// <inheritdoc/>
    public override string SearchMatches(SqlQuery sql, string region, SearchQuestion asked, (DateOnly From, DateOnly Until)? days = null)
    {
        // The region is compared aside, so that its matters are never walked to meet the few that match.
        var words = asked.Of(this, days is var (from, until) ? SearchMarks.Of(from, until, asked.Register) : []);
        return $"select s.id, s.opened_on from search s where s.region || '' = {region} and s.words @@ {sql.Value(words)}::tsquery";
    }

    // Marks of days are kept with the register, so that it costs nothing to ask for both.
    /// <inheritdoc/>
    public override Task<bool> IsMostOfTheStoreAsync(DbConnection connection, string factTable, CancellationToken cancel = default) => Task.FromResult(false);

    /// <inheritdoc/>
    public override string SearchBounds(SqlQuery sql, string region) => $"select min(s.opened_on), max(s.opened_on) from search s where s.region = {region}";

    /// <inheritdoc/>
    public override string IdsOf(SqlQuery sql, IReadOnlyList<long> ids) => $"select unnest({sql.Value(ids.ToArray())}) as id";

    /// <inheritdoc/>
    public override void PutSearch(SqlBatch batch, string region, SearchEntry entry, DateOnly? was)
    {
        var words = new SearchText($"{entry.Words} {SearchMarks.Days(entry.OpenedOn, entry.Register)}");
        if (was is null)
        {
            batch.Insert(Search, region, entry.Matter, entry.OpenedOn, words);
        }
        else
        {
            batch.Add(
                "insert into search(region, id, opened_on, words) values (@region, @id, @opened_on, array_to_tsvector(@words)) on conflict (region, id) do update set opened_on = excluded.opened_on, words = excluded.words",
                ("region", region), ("id", entry.Matter), ("opened_on", entry.OpenedOn), ("words", words));
        }
    }

    /// <inheritdoc/>
    internal override TableRows RowsOf(TableColumns table) => new CopyRows(table);

    /// <inheritdoc/>
    internal override async Task<int> ExecuteAsync(
        DbConnection connection, DbTransaction transaction, IEnumerable<TableRows> rows, IReadOnlyList<SqlStatement> statements, CancellationToken cancel)
    {
        var affected = 0;
        await using var batch = connection.CreateBatch();
        batch.Transaction = transaction;
        foreach (var table in rows.Cast<CopyRows>())
        {
            if (table.AreMany)
            {
                affected += await table.SendAsync((NpgsqlConnection)connection, cancel);
            }
            else
            {
                Add(batch, table.Statements);
            }
        }

        Add(batch, statements);
        return batch.BatchCommands.Count == 0 ? affected : affected + await batch.ExecuteNonQueryAsync(cancel);
    }

    private void Add(DbBatch batch, IEnumerable<SqlStatement> statements)
    {
        foreach (var (sql, parameters) in statements)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = sql;
            foreach (var (name, value) in parameters)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, Value(value));
                command.Parameters.Add(parameter);
            }

            batch.BatchCommands.Add(command);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await search.DisposeAsync();
    }
}
