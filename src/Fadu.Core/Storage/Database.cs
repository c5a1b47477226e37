using System.Data.Common;
using Fadu.Rules.Expressions.Sql;
using Fadu.Rules.Registers;

namespace Fadu.Core.Storage;

/// <summary>The one seam between Fadu and its databases: connections, value forms, and the few words of SQL that differ.</summary>
public abstract class Database : IAsyncDisposable
{
    private const int MostJoined = 90;

    /// <summary><c>sqlite</c> or <c>postgres</c>: chooses among the schema scripts.</summary>
    public abstract string Name { get; }

    /// <summary>Opens a connection for reading, or for writing where the caller begins a transaction.</summary>
    public abstract ValueTask<DbConnection> OpenAsync(CancellationToken cancel = default);

    /// <summary>Opens a connection whose statements are planned for the values at hand: Chinese search, where one plan for all words is wrong.</summary>
    public virtual ValueTask<DbConnection> OpenForSearchAsync(CancellationToken cancel = default) => OpenAsync(cancel);

    /// <summary>Runs <paramref name="work"/> in one durable write transaction; rolls back on any exception.</summary>
    public abstract Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancel = default);

    /// <summary>A value as a parameter of this database.</summary>
    public abstract object Value(object? value);

    /// <summary>Column types that the schema scripts name in braces: number, flag, day, moment, bytes.</summary>
    public abstract IReadOnlyDictionary<string, string> SchemaTypes { get; }

    /// <summary>Column type of a fact column.</summary>
    public abstract string TypeOf(ColumnType type);

    /// <summary>Names of the columns of a table, empty where it does not exist.</summary>
    public abstract Task<IReadOnlySet<string>> ColumnsAsync(DbConnection connection, string table, CancellationToken cancel = default);

    /// <summary>Columns of all fact tables, by table.</summary>
    public abstract Task<ILookup<string, string>> FactColumnsAsync(DbConnection connection, CancellationToken cancel = default);

    /// <summary>Names of the indexes of all fact tables.</summary>
    public abstract Task<IReadOnlySet<string>> FactIndexNamesAsync(DbConnection connection, CancellationToken cancel = default);

    /// <summary>Whether a write failed because a unique key was taken.</summary>
    public abstract bool IsDuplicate(DbException error);

    /// <summary>Condition that a column is one of a parameter made by <see cref="List"/>.</summary>
    public abstract string IsOneOf(string parameter);

    /// <summary>Values as the parameter of <see cref="IsOneOf"/>.</summary>
    public abstract ListParameter List<T>(IEnumerable<T> values);

    /// <summary>Query for the rows of a table that a list of keys names, each found by itself: for a list as a whole PostgreSQL may read all rows of a region while it knows no statistics of them.</summary>
    /// <param name="where">Other conditions.</param>
    /// <param name="key">Column that, with the other conditions, is unique.</param>
    /// <param name="parameter">Made by <see cref="List"/>.</param>
    public abstract string LookUp(string columns, string table, string where, string key, string parameter);

    /// <summary>Condition that one matter holds a word, asked for row by row while a list is walked in its order.</summary>
    /// <param name="pairs">The word by <see cref="SearchWords.Pairs"/>.</param>
    /// <param name="texts">Columns of the row that hold the texts of the matter.</param>
    public string SearchProbe(SqlQuery sql, string id, string region, IReadOnlyList<string> pairs, IEnumerable<string> texts)
    {
        // What is written in one way only is found by the database itself in the row that is read anyway; half-width and small letters need the index or its rule.
        var text = Joined(texts);
        var found = pairs.Where(SearchWords.IsWrittenInOneWay).Select(p => $"{Dialect.Contains(text, sql.Value(p))}").ToList();
        return string.Join(" and ", found.Count == pairs.Count ? found : [.. found, SearchProbe(id, region, sql.Value(SearchWords.Query(this, pairs)), text)]);
    }

    /// <summary>The same by what the index would say.</summary>
    /// <param name="parameter">Made by <see cref="SearchWords.Query"/>.</param>
    /// <param name="text">Texts of the matter, joined.</param>
    protected abstract string SearchProbe(string id, string region, string parameter, string text);

    /// <summary>A line break as SQL.</summary>
    protected abstract string LineBreak { get; }

    /// <summary>Columns as one text, each on a line; a function takes a hundred arguments at most.</summary>
    public string Joined(IEnumerable<string> texts)
    {
        var lines = texts.Chunk(MostJoined).Select(c => $"concat_ws({LineBreak}, {string.Join(", ", c)})").ToList();
        return lines.Count == 1 ? lines[0] : Joined(lines);
    }

    /// <summary>Matters whose search index holds words, as a query with the columns <c>id</c> and <c>opened_on</c>.</summary>
    /// <param name="days">Only those opened between these days, both included.</param>
    public abstract string SearchMatches(SqlQuery sql, string region, SearchQuestion asked, (DateOnly From, DateOnly Until)? days = null);

    /// <summary>Whether so many matters have rows in a fact table that being one of them hardly narrows a search.</summary>
    public abstract Task<bool> IsMostOfTheStoreAsync(DbConnection connection, string factTable, CancellationToken cancel = default);

    /// <summary>First and last day of opening in the search index, as a query with one row.</summary>
    public abstract string SearchBounds(SqlQuery sql, string region);

    /// <summary>A list of ids as a query with one column <c>id</c>.</summary>
    public abstract string IdsOf(SqlQuery sql, IReadOnlyList<long> ids);

    /// <summary>How this database writes the expressions of the law.</summary>
    public SqlDialect Dialect => Name == "sqlite" ? SqlDialect.Sqlite : SqlDialect.Postgres;

    /// <summary>Adds the statements that store what the search index keeps of a matter.</summary>
    /// <param name="was">The day of opening that the index knows, or none where the matter is new to it.</param>
    public abstract void PutSearch(SqlBatch batch, string region, SearchEntry entry, DateOnly? was);

    /// <summary>Takes new rows of a table in the form in which this database is given them.</summary>
    internal virtual TableRows RowsOf(TableColumns table) => new(table);

    /// <summary>Runs what a batch has come to: first the rows, then the statements.</summary>
    internal abstract Task<int> ExecuteAsync(
        DbConnection connection, DbTransaction transaction, IEnumerable<TableRows> rows, IReadOnlyList<SqlStatement> statements, CancellationToken cancel);

    /// <summary>Opens the database that a user named: <c>Host=…</c> is PostgreSQL, anything else a SQLite file.</summary>
    public static Database Open(string connection) => connection.Contains("Host=", StringComparison.OrdinalIgnoreCase)
        ? new PostgresDatabase(connection)
        : new SqliteDatabase(connection);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>Fact values as stored: amounts as whole numbers, lists as <c>|a|b|</c>.</summary>
    public static object? Stored(ColumnType type, object? value) => (type, value) switch
    {
        (_, null) => null,
        (ColumnType.Money, decimal d) => (long)decimal.Round(d * 100m, MidpointRounding.AwayFromZero),
        (ColumnType.Decimal, decimal d) => (long)decimal.Round(d * 10_000m, MidpointRounding.AwayFromZero),
        (ColumnType.WholeNumber, int n) => (long)n,
        (ColumnType.Money, long n) => n * 100,
        (ColumnType.Decimal, long n) => n * 10_000,
        (ColumnType.Codes, IEnumerable<string> list) => string.Concat(list.Select(s => "|" + s)) is { Length: > 0 } joined ? joined + "|" : null,
        _ => value,
    };
}
