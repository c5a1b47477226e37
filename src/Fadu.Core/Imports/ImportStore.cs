using System.Data.Common;
using System.Text.Json;
using Dapper;
using Fadu.Core.Matters;
using Fadu.Core.Storage;
using Fadu.Rules.Procedures;

namespace Fadu.Core.Imports;

/// <summary>The tables <c>imports</c> and <c>import_rows</c>.</summary>
public sealed class ImportStore(Database database)
{
    private static readonly TableColumns Rows = new("import_rows", "region", "import_id", "row_no", "result", "external", "matter_id", "cells", "errors");
    private const string Columns = "region, id, register, source, file_name, sm3, account, office, at, status, rows_read, rows_added, rows_changed, rows_same, detail";

    /// <summary>One import of a register, or null.</summary>
    public async Task<ImportRecord?> FindAsync(string region, string id, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        return await connection.QuerySingleOrDefaultAsync<Stored>($"select {Columns} from imports where region = @region and id = @id", new { region, id }) is { } row ? row.ToRecord() : null;
    }

    /// <summary>The last imports of a register, newest first.</summary>
    public async Task<IReadOnlyList<ImportRecord>> LastAsync(string region, string register, Actor actor, int most = 50, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        var rows = await connection.QueryAsync<Stored>($"select {Columns} from imports where region = @region and register = @register order by id desc limit @most", new { region, register, most });
        return [.. rows.Select(r => r.ToRecord()).Where(r => actor.Covers(r.Office, r.Account))];
    }

    /// <summary>An earlier import of the same content that was carried out, or null.</summary>
    public async Task<ImportRecord?> SameFileAsync(ImportRecord record, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        var row = await connection.QueryFirstOrDefaultAsync<Stored>(
            $"select {Columns} from imports where region = @Region and register = @Register and source = @Source and sm3 = @Sm3 and status = 'imported' and id <> @Id order by id desc",
            new { record.Region, record.Register, record.Source, record.Sm3, record.Id });
        return row?.ToRecord();
    }

    /// <summary>Sources that imports of a register have named, for the list of suggestions.</summary>
    public async Task<IReadOnlyList<string>> SourcesAsync(string region, string register, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        return [.. await connection.QueryAsync<string>("select distinct source from imports where region = @region and register = @register order by source", new { region, register })];
    }

    /// <summary>Rows of an import with one result, in the order of the file.</summary>
    public async Task<IReadOnlyList<ImportRowResult>> RowsAsync(ImportRecord record, string result, int after, int most, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        var rows = await connection.QueryAsync<(long Row, string Result, string? External, long? Matter, string Errors)>(
            "select row_no, result, external, matter_id, errors from import_rows where region = @Region and import_id = @Id and result = @result and row_no > @after order by row_no limit @most",
            new { record.Region, record.Id, result, after, most });
        return [.. rows.Select(r => new ImportRowResult((int)r.Row, r.Result, r.External, r.Matter, Errors(r.Errors)))];
    }

    /// <summary>Findings that stand on matters of an import.</summary>
    public async Task<IReadOnlyList<(long Id, string Title, string Says, string Severity, long Matter)>> FindingsAsync(ImportRecord record, int most, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        return [.. await connection.QueryAsync<(long, string, string, string, long)>(
            """
            select f.id, f.title, f.says, f.severity, f.matter_id from import_rows r join findings f on f.region = r.region and f.matter_id = r.matter_id
            where r.region = @Region and r.import_id = @Id order by r.row_no, f.id limit @most
            """, new { record.Region, record.Id, most })];
    }

    internal async Task<Dictionary<int, IReadOnlyList<ImportError>>> ErrorsAsync(ImportRecord record, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        var rows = await connection.QueryAsync<(long Row, string Errors)>(
            "select row_no, errors from import_rows where region = @Region and import_id = @Id and result = 'error'", new { record.Region, record.Id });
        return rows.ToDictionary(r => (int)r.Row, r => Errors(r.Errors));
    }

    internal Task AddAsync(ImportRecord record, CancellationToken cancel) => database.WriteAsync(async (connection, transaction) =>
    {
        SqlBatch batch = new(database);
        batch.Add(
            """
            insert into imports(region, id, register, source, file_name, sm3, account, office, at, status, rows_read, rows_valid, rows_added, rows_changed, rows_same, detail)
            values (@region, @id, @register, @source, @file, @sm3, @account, @office, @at, @status, 0, 0, 0, 0, 0, @detail)
            """,
            ("region", record.Region), ("id", record.Id), ("register", record.Register), ("source", record.Source), ("file", record.FileName), ("sm3", record.Sm3),
            ("account", record.Account), ("office", record.Office), ("at", record.At), ("status", record.Status), ("detail", record.Detail.Write()));
        return await batch.ExecuteAsync(connection, transaction, cancel);
    }, cancel);

    internal Task SetStatusAsync(ImportRecord record, string status, CancellationToken cancel) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync("update imports set status = @status where region = @Region and id = @Id", new { record.Region, record.Id, status }, transaction), cancel);

    internal async Task<ImportRecord> FinishAsync(ImportRecord record, CancellationToken cancel)
    {
        await database.WriteAsync((connection, transaction) => FinishAsync(connection, transaction, record), cancel);
        return record;
    }

    internal Task<int> FinishAsync(DbConnection connection, DbTransaction transaction, ImportRecord record) => connection.ExecuteAsync(
        "update imports set status = @Status, rows_read = @Read, rows_valid = @Valid, rows_added = @Added, rows_changed = @Changed, rows_same = @Same, detail = @detail where region = @Region and id = @Id",
        new { record.Status, record.Counts.Read, record.Counts.Valid, record.Counts.Added, record.Counts.Changed, record.Counts.Same, detail = record.Detail.Write(), record.Region, record.Id }, transaction);

    internal Task ClearRowsAsync(ImportRecord record, CancellationToken cancel) => database.WriteAsync((connection, transaction) => ClearRowsAsync(connection, transaction, record), cancel);

    internal Task<int> ClearRowsAsync(DbConnection connection, DbTransaction transaction, ImportRecord record) =>
        connection.ExecuteAsync("delete from import_rows where region = @Region and import_id = @Id", new { record.Region, record.Id }, transaction);

    internal async Task AddErrorsAsync(ImportRecord record, IReadOnlyList<ImportRow> rows, CancellationToken cancel)
    {
        SqlBatch batch = new(database);
        AddRows(batch, record, [.. rows.Where(r => r.Result is null)]);
        if (!batch.IsEmpty)
        {
            await database.WriteAsync((connection, transaction) => batch.ExecuteAsync(connection, transaction, cancel), cancel);
        }
    }

    internal static void AddRows(SqlBatch batch, ImportRecord record, IReadOnlyList<ImportRow> rows)
    {
        foreach (var row in rows.Where(r => r.Result?.Kind != TakeOverKind.Same))
        {
            var result = row.Result?.Kind switch { null => "error", TakeOverKind.Added => "added", _ => "changed" };
            batch.Insert(
                Rows, record.Region, record.Id, row.Row.Number, result, row.External.Length > 0 ? row.External : null, row.Result?.Id, "",
                row.Errors.Count == 0 ? "" : JsonSerializer.Serialize(row.Errors, StateJson.Plain));
        }
    }

    private static IReadOnlyList<ImportError> Errors(string json) => json.Length == 0 ? [] : JsonSerializer.Deserialize<List<ImportError>>(json) ?? [];

    private sealed class Stored
    {
        public string region { get; set; } = "";
        public string id { get; set; } = "";
        public string register { get; set; } = "";
        public string source { get; set; } = "";
        public string file_name { get; set; } = "";
        public string sm3 { get; set; } = "";
        public string account { get; set; } = "";
        public string office { get; set; } = "";
        public object at { get; set; } = "";
        public string status { get; set; } = "";
        public int rows_read { get; set; }
        public int rows_added { get; set; }
        public int rows_changed { get; set; }
        public int rows_same { get; set; }
        public string detail { get; set; } = "";

        public ImportRecord ToRecord()
        {
            var more = ImportDetail.Read(detail);
            return new(region, id, register, source, file_name, sm3, account, office, ColumnValues.Time(at)!.Value, status, new(rows_read, rows_added, rows_changed, rows_same, more.Errors, more.Findings), more);
        }
    }
}
