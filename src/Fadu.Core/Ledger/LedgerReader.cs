using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Dapper;
using Fadu.Core.Storage;
using Fadu.Rules.Ledger;
using Fadu.Rules.Registers;
using Microsoft.Data.Sqlite;

namespace Fadu.Core.Ledger;

/// <summary>Reads everything the ledger speaks of, page by page, as it was at one moment.</summary>
internal sealed class LedgerReader(Database database, string region, Rules.Registers.Law law, DbConnection connection, DbTransaction transaction, bool facts) : IDisposable
{
    // Few enough to be read, checked and forgotten before the collector comes by.
    private const int PageSize = 1000;
    private readonly ConcurrentBag<LedgerPage> spare = [];
    private SqliteEntries? entries;
    private SqliteMatters? matters;
    private SqliteLeaves? leaves;

    public void Dispose()
    {
        entries?.Dispose();
        matters?.Dispose();
        leaves?.Dispose();
    }

    public Task<long> CountAsync() => connection.QuerySingleAsync<long>("select count(*) from entries where region = @region", new { region }, transaction);

    public async IAsyncEnumerable<LedgerPage> PagesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var after = long.MinValue;
        while (after < long.MaxValue)
        {
            // The last page has no upper end, so that matters without any entry are seen too.
            var upTo = await connection.QuerySingleOrDefaultAsync<long?>(
                "select matter_id from entries where region = @region and matter_id > @after order by matter_id limit 1 offset @size", new { region, after, size = PageSize }, transaction) ?? long.MaxValue;
            yield return await PageAsync(after, upTo, cancel);
            after = upTo;
        }
    }

    /// <summary>The leaves of the log by their place, page by page.</summary>
    public async IAsyncEnumerable<IReadOnlyList<(long Position, Digest Hash)>> LeavesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        List<(long Position, Digest Hash)> page = new(PageSize);
        for (var after = long.MinValue; ; after = page[^1].Position)
        {
            page.Clear();
            if (connection is SqliteConnection sqlite)
            {
                (leaves ??= new(sqlite, LeafSql, region)).Read(after, long.MaxValue, page);
            }
            else
            {
                await ReadAsync(LeafSql, after, long.MaxValue, r => page.Add((r.GetInt64(0), Hash(r.GetString(1)))), cancel);
            }

            if (page.Count == 0)
            {
                yield break;
            }

            yield return page;
        }
    }

    /// <summary>One matter with all that is stored of it.</summary>
    public Task<LedgerPage> OneAsync(long matter, CancellationToken cancel) => PageAsync(matter - 1, matter, cancel);

    private async Task<LedgerPage> PageAsync(long after, long upTo, CancellationToken cancel)
    {
        var page = spare.TryTake(out var used) ? used : new(spare);
        if (connection is SqliteConnection sqlite)
        {
            (entries ??= new(sqlite, EntrySql, region)).Read(after, upTo, page);
        }
        else
        {
            await ReadAsync(EntrySql, after, upTo, r => page.Entries.Add(Entry(r)), cancel);
        }

        if (connection is SqliteConnection ledgerOnly && !facts)
        {
            (matters ??= new(ledgerOnly, MatterSql, region)).Read(after, upTo, page);
        }
        else
        {
            await ReadAsync(MatterSql, after, upTo, r => Add(page, r), cancel);
        }

        await ReadAsync("select matter_id, sequence, name, sm3 from matter_files where region = @region and matter_id > @after and matter_id <= @upto order by matter_id, sequence, position", after, upTo, r =>
        {
            var matter = r.GetInt64(0);
            (page.Files.TryGetValue(matter, out var files) ? files : page.Files[matter] = []).Add(new(r.GetInt32(1), r.GetString(2), r.GetString(3)));
        }, cancel);
        foreach (var register in page.Matters.Values.Select(m => m.Register).Distinct().Where(r => facts && law.Has(r)).ToList())
        {
            await FactsAsync(page, law.Facts(register), after, upTo, cancel);
        }

        return page;
    }

    private async Task FactsAsync(LedgerPage page, FactTable table, long after, long upTo, CancellationToken cancel)
    {
        await ReadAsync(Select(table.Name, "matter_id", table.Columns), after, upTo, r => page.Facts[(table.Register, r.GetInt64(0))] = Values(r, 1, table.Columns.Count), cancel);
        foreach (var rows in table.Rows)
        {
            await ReadAsync(Select(rows.Table, "matter_id, row_no", rows.Columns) + " order by matter_id, row_no", after, upTo, r =>
            {
                var key = (rows.Table, r.GetInt64(0));
                (page.Rows.TryGetValue(key, out var list) ? list : page.Rows[key] = []).Add((r.GetInt32(1), Values(r, 2, rows.Columns.Count)));
            }, cancel);
        }
    }

    private async Task ReadAsync(string sql, long after, long upTo, Action<DbDataReader> each, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in new (string, object)[] { ("region", region), ("after", after), ("upto", upTo) })
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            each(reader);
        }
    }

    private static string Select(string table, string keys, IReadOnlyList<FactColumn> columns) =>
        $"select {keys}, {string.Join(", ", columns.Select(c => c.Name))} from {table} where region = @region and matter_id > @after and matter_id <= @upto";

    private static string LeafSql =>
        $"select position, hash from tiles where region = @region and level = 0 and position > @after and position <= @upto order by position limit {PageSize}";

    private string EntrySql =>
        $"""
        select e.matter_id, e.sequence, e.kind, e.step, {(database is PostgresDatabase ? "convert_to(e.payload, 'UTF8')" : "e.payload")}, e.took_effect, e.recorded, e.account, e.office,
          e.previous, e.payload_digest, e.hash, e.mac, e.leaf, t.hash
        from entries e left join tiles t on t.region = e.region and t.level = 0 and t.position = e.leaf
        where e.region = @region and e.matter_id > @after and e.matter_id <= @upto order by e.matter_id, e.sequence
        """;

    private string MatterSql =>
        $"select id, register, version, head, {(database is PostgresDatabase ? "convert_to(state, 'UTF8')" : "state")}{(facts ? ", " + string.Join(", ", StoredMatter.Names) : "")} from matters where region = @region and id > @after and id <= @upto";

    private StoredEntry Entry(DbDataReader r)
    {
        var matter = r.GetInt64(0);
        var entry = new LedgerEntry
        {
            Region = region,
            Matter = matter.ToString(CultureInfo.InvariantCulture),
            Sequence = r.GetInt32(1),
            Kind = r.GetString(2),
            Step = r.GetString(3),
            Payload = (byte[])r.GetValue(4),
            TookEffect = Time(r, 5),
            Recorded = Time(r, 6),
            Account = r.GetString(7),
            Office = r.GetString(8),
            Previous = Hash(r.GetString(9)),
            PayloadDigest = Hash(r.GetString(10)),
            Hash = Hash(r.GetString(11)),
        };
        return new(entry, matter, r.GetString(12), r.IsDBNull(13) ? null : r.GetInt64(13), r.IsDBNull(14) ? null : Hash(r.GetString(14)));
    }

    private void Add(LedgerPage page, DbDataReader r)
    {
        var state = r.GetValue(4) is byte[] bytes ? bytes : Encoding.UTF8.GetBytes(r.GetString(4));
        page.Matters[r.GetInt64(0)] = new(r.GetInt64(0), r.GetString(1), r.GetInt32(2), r.GetString(3), state, facts ? Values(r, 5, StoredMatter.Names.Length) : []);
    }

    private static object?[] Values(DbDataReader r, int first, int count)
    {
        var values = new object?[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = r.IsDBNull(first + i) ? null : r.GetValue(first + i);
        }

        return values;
    }

    // A hash that cannot be read is a wrong hash: zero is no entry's.
    private static Digest Hash(string text) => Digest.TryParse(text, out var digest) ? digest : default;

    // A time that cannot be read is a wrong time; the entry's hash then says so.
    private static DateTimeOffset Time(DbDataReader r, int column) => r.GetValue(column) switch
    {
        string text => DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : DateTimeOffset.UnixEpoch,
        var other => ColumnValues.Time(other) ?? DateTimeOffset.UnixEpoch,
    };
}
