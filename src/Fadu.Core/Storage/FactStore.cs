using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Fadu.Rules.Registers;

namespace Fadu.Core.Storage;

/// <summary>Writes fact rows and keeps the fact tables as wide as the law asks, by adding columns only.</summary>
public sealed class FactStore(Database database)
{
    private readonly ConcurrentDictionary<(string Table, int Columns), string> upserts = new();
    private readonly ConcurrentDictionary<FactTable, TableColumns> inserts = new();

    /// <summary>Creates missing tables, columns and indexes, all or none. A column that the law no longer knows stays: closed years still need it.</summary>
    /// <remarks>With some 140 registers a statement each would take longer than everything else at the start: what is there is asked once, what is missing is made in one transaction.</remarks>
    public async Task MigrateAsync(DbConnection connection, IEnumerable<(FactTable Table, IReadOnlyList<string> Shown)> tables, CancellationToken cancel = default)
    {
        var (columns, indexes) = (await database.FactColumnsAsync(connection, cancel), await database.FactIndexNamesAsync(connection, cancel));
        List<string> statements = [];
        foreach (var (table, shown) in tables)
        {
            statements.AddRange(Missing(columns, table.Name, table.Columns, "region text not null, matter_id bigint not null", "region, matter_id"));
            statements.AddRange(FactIndexes.Of(table, shown).Where(i => !indexes.Contains(i.Name)).Select(i => i.Sql));
            statements.AddRange(FactIndexes.Former(table).Where(indexes.Contains).Select(i => $"drop index {i}"));
            foreach (var rows in table.Rows)
            {
                statements.AddRange(Missing(columns, rows.Table, rows.Columns, "region text not null, matter_id bigint not null, row_no integer not null", "region, matter_id, row_no"));
            }
        }

        if (statements.Count == 0)
        {
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(string.Join(";\n", statements), transaction: transaction, cancellationToken: cancel));
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Adds the statements that store one fact row and its rows tables.</summary>
    /// <param name="table">Table of the register with the columns of all its versions: those foreign to this version become missing.</param>
    /// <param name="isNew">The matter is opened now: there are no old rows to remove.</param>
    public void Put(SqlBatch batch, string region, long matter, FactTable table, FactRow facts, bool isNew)
    {
        if (isNew)
        {
            Insert(batch, region, matter, table, facts);
        }
        else
        {
            Update(batch, region, matter, table, facts);
        }

        foreach (var rows in table.Rows)
        {
            PutRows(batch, region, matter, rows, facts.Rows.GetValueOrDefault(rows.Field) ?? [], isNew);
        }
    }

    private void Insert(SqlBatch batch, string region, long matter, FactTable table, FactRow facts)
    {
        var row = new object?[table.Columns.Count + 2];
        (row[0], row[1]) = (region, matter);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            row[i + 2] = Database.Stored(table.Columns[i].Type, facts[table.Columns[i].Name]);
        }

        batch.Insert(inserts.GetOrAdd(table, static t => new(t.Name, ["region", "matter_id", .. t.Columns.Select(c => c.Name)])), row);
    }

    private void Update(SqlBatch batch, string region, long matter, FactTable table, FactRow facts)
    {
        var parameters = new (string, object?)[table.Columns.Count + 2];
        parameters[0] = ("region", region);
        parameters[1] = ("matter_id", matter);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            parameters[i + 2] = (TableColumns.Place(i), Database.Stored(table.Columns[i].Type, facts[table.Columns[i].Name]));
        }

        batch.Add(upserts.GetOrAdd((table.Name, table.Columns.Count), _ => Upsert(table)), parameters);
    }

    private static void PutRows(
        SqlBatch batch, string region, long matter, RowsTable table, IReadOnlyList<IReadOnlyDictionary<string, object?>> rows, bool isNew)
    {
        if (isNew && rows.Count == 0)
        {
            return;
        }

        if (!isNew)
        {
            batch.Add($"delete from {table.Table} where region = @region and matter_id = @matter_id and row_no > @kept",
                ("region", region), ("matter_id", matter), ("kept", rows.Count));
        }

        var names = string.Join(", ", table.Columns.Select(c => c.Name));
        var values = string.Join(", ", table.Columns.Select((_, i) => "@c" + i));
        var updates = string.Join(", ", table.Columns.Select(c => $"{c.Name} = excluded.{c.Name}"));
        var sql = $"insert into {table.Table}(region, matter_id, row_no, {names}) values (@region, @matter_id, @row_no, {values}) on conflict (region, matter_id, row_no) do update set {updates}";
        for (var i = 0; i < rows.Count; i++)
        {
            batch.Add(sql, [("region", region), ("matter_id", matter), ("row_no", i + 1),
                .. table.Columns.Select((c, n) => ("c" + n, Database.Stored(c.Type, rows[i].GetValueOrDefault(c.Name))))]);
        }
    }

    private static string Upsert(FactTable table)
    {
        var names = string.Join(", ", table.Columns.Select(c => c.Name));
        var values = string.Join(", ", table.Columns.Select((_, i) => "@c" + i));
        var updates = string.Join(", ", table.Columns.Select(c => $"{c.Name} = excluded.{c.Name}"));
        return $"insert into {table.Name}(region, matter_id, {names}) values (@region, @matter_id, {values}) on conflict (region, matter_id) do update set {updates}";
    }

    private IEnumerable<string> Missing(ILookup<string, string> existing, string name, IReadOnlyList<FactColumn> columns, string keys, string primary)
    {
        if (!existing.Contains(name))
        {
            return [$"create table {name} ({keys}, {string.Concat(columns.Select(c => $"{c.Name} {database.TypeOf(c.Type)}, "))}primary key ({primary}))"];
        }

        var there = existing[name].ToHashSet(StringComparer.Ordinal);
        return columns.Where(c => !there.Contains(c.Name)).Select(c => $"alter table {name} add column {c.Name} {database.TypeOf(c.Type)}");
    }
}
