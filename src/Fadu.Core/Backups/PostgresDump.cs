using System.IO.Compression;
using System.Text;
using Dapper;
using Npgsql;

namespace Fadu.Core.Backups;

/// <summary>Writes and reads the tables of a PostgreSQL store by COPY, as of one moment.</summary>
/// <remarks>Not pg_dump: that must be of the server's version and beside the program; COPY is always there, streams, and its digests are in our manifest.</remarks>
internal static class PostgresDump
{
    private static readonly UTF8Encoding Utf8 = new(false);

    public static async Task<(IReadOnlyList<BackupTable>, long, string?)> WriteAsync(ZipArchive archive, List<BackupFile> files, FaduSystem system, CancellationToken cancel)
    {
        await using var connection = (NpgsqlConnection)await system.Database.OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        var tables = await TablesAsync(connection);
        foreach (var table in tables)
        {
            var name = $"database/{table.Name}.copy";
            await using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
            var digest = new DigestStream(entry);
            await using (var writer = new StreamWriter(digest, Utf8, 1 << 16, leaveOpen: true))
            using (var rows = await connection.BeginTextExportAsync($"copy {Quoted(table.Name)} ({List(table)}) to stdout", cancel))
            {
                Pump(rows, writer);
            }

            files.Add(new(name, digest.Count, digest.Finish().ToString()));
        }

        var entries = await connection.QuerySingleAsync<long>("select count(*) from entries");
        var checkpoint = await connection.QuerySingleOrDefaultAsync<string>("select note from checkpoints order by size desc limit 1");
        return (tables, entries, checkpoint);
    }

    /// <summary>Makes a table and fills it; its constraints and indexes come later.</summary>
    public static async Task FillAsync(NpgsqlConnection connection, BackupTable table, Stream data, CancellationToken cancel)
    {
        await connection.ExecuteAsync($"create table {Quoted(table.Name)} ({string.Join(", ", table.Definitions)})");
        using var reader = new StreamReader(data, Utf8, false, 1 << 16, leaveOpen: true);
        await using var writer = await connection.BeginTextImportAsync($"copy {Quoted(table.Name)} ({List(table)}) from stdin", cancel);
        Pump(reader, writer);
    }

    public static async Task FinishAsync(NpgsqlConnection connection, BackupTable table)
    {
        foreach (var statement in table.Constraints.Select(c => $"alter table {Quoted(table.Name)} add {c}").Concat(table.Indexes))
        {
            await connection.ExecuteAsync(statement, commandTimeout: 0);
        }
    }

    private static async Task<IReadOnlyList<BackupTable>> TablesAsync(NpgsqlConnection connection)
    {
        var names = await connection.QueryAsync<string>(
            "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = current_schema() and c.relkind = 'r' order by c.relname");
        List<BackupTable> tables = [];
        foreach (var name in names.ToList())
        {
            var columns = (await connection.QueryAsync<(string Name, string Type, bool Required, string? Default)>(
                """
                select a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid) from pg_attribute a
                left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                where a.attrelid = (quote_ident(current_schema()) || '.' || quote_ident(@name))::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum
                """, new { name })).ToList();
            var constraints = await connection.QueryAsync<string>(
                "select 'constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid) from pg_constraint where conrelid = (quote_ident(current_schema()) || '.' || quote_ident(@name))::regclass and contype in ('p', 'u', 'c') order by contype desc, conname", new { name });
            var indexes = await connection.QueryAsync<string>(
                """
                select replace(pg_get_indexdef(i.indexrelid), ' ON ' || quote_ident(current_schema()) || '.', ' ON ') from pg_index i
                where i.indrelid = (quote_ident(current_schema()) || '.' || quote_ident(@name))::regclass and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid) order by 1
                """, new { name });
            tables.Add(new(name, [.. columns.Select(c => c.Name)],
                [.. columns.Select(c => $"{Quoted(c.Name)} {c.Type}{(c.Default is null ? "" : " default " + c.Default)}{(c.Required ? " not null" : "")}")], [.. constraints], [.. indexes]));
        }

        return tables;
    }

    private static void Pump(TextReader from, TextWriter to)
    {
        var buffer = new char[1 << 16];
        int count;
        while ((count = from.Read(buffer, 0, buffer.Length)) > 0)
        {
            to.Write(buffer, 0, count);
        }
    }

    private static string List(BackupTable table) => string.Join(", ", table.Columns.Select(Quoted));

    private static string Quoted(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
