using System.Data.Common;
using System.Globalization;
using System.Text;
using Fadu.Core.Storage;
using Fadu.Rules.Ledger;

namespace Fadu.Core.Ledger;

/// <summary>Writes thousands of leaves and tiles in one statement each: PostgreSQL takes arrays, SQLite a JSON text.</summary>
internal abstract class SealWrite
{
    public static SealWrite Of(Database database) => database is PostgresDatabase ? new OnPostgres(database) : new OnSqlite(database);

    /// <summary>Gives the entries their places from <paramref name="first"/> on; returns how many had none before.</summary>
    public abstract Task<int> SetLeavesAsync(
        DbConnection connection, DbTransaction transaction, string region, long first, List<long> matters, List<int> sequences, CancellationToken cancel);

    /// <summary>Adds tiles; a leaf names its entry, so that a deleted one can be told.</summary>
    public abstract Task AddTilesAsync(
        DbConnection connection, DbTransaction transaction, string region, List<TileHash> tiles, long first, List<long> matters, List<int> sequences, CancellationToken cancel);

    private sealed class OnPostgres(Database database) : SealWrite
    {
        public override Task<int> SetLeavesAsync(
            DbConnection connection, DbTransaction transaction, string region, long first, List<long> matters, List<int> sequences, CancellationToken cancel)
        {
            var batch = new SqlBatch(database);
            batch.Add(
                """
                update entries e set leaf = @first + v.n - 1 from unnest(@matters, @sequences) with ordinality as v(matter, sequence, n)
                where e.region = @region and e.matter_id = v.matter and e.sequence = v.sequence and e.leaf is null
                """,
                ("region", region), ("first", first), ("matters", matters.ToArray()), ("sequences", sequences.ToArray()));
            return batch.ExecuteAsync(connection, transaction, cancel);
        }

        public override Task AddTilesAsync(
            DbConnection connection, DbTransaction transaction, string region, List<TileHash> tiles, long first, List<long> matters, List<int> sequences, CancellationToken cancel)
        {
            var batch = new SqlBatch(database);
            batch.Add(
                "insert into tiles(region, level, position, hash, matter_id, sequence) select @region, * from unnest(@levels, @positions, @hashes, @matters, @sequences)",
                ("region", region), ("levels", tiles.Select(t => t.Level).ToArray()), ("positions", tiles.Select(t => t.Index).ToArray()),
                ("hashes", tiles.Select(t => t.Hash.ToString()).ToArray()),
                ("matters", tiles.Select(t => t.Level == 0 ? matters[(int)(t.Index - first)] : (long?)null).ToArray()),
                ("sequences", tiles.Select(t => t.Level == 0 ? sequences[(int)(t.Index - first)] : (int?)null).ToArray()));
            return batch.ExecuteAsync(connection, transaction, cancel);
        }
    }

    private sealed class OnSqlite(Database database) : SealWrite
    {
        public override Task<int> SetLeavesAsync(
            DbConnection connection, DbTransaction transaction, string region, long first, List<long> matters, List<int> sequences, CancellationToken cancel)
        {
            var json = new StringBuilder("[");
            for (var i = 0; i < matters.Count; i++)
            {
                json.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ",")}[{matters[i]},{sequences[i]}]");
            }

            var batch = new SqlBatch(database);
            // Materialised, so that each row finds its entry by the primary key; planned the other way round, every entry would read the whole list.
            batch.Add(
                """
                with v(n, matter, sequence) as materialized (select key, json_extract(value, '$[0]'), json_extract(value, '$[1]') from json_each(@rows))
                update entries set leaf = @first + v.n from v
                where entries.region = @region and entries.matter_id = v.matter and entries.sequence = v.sequence and +entries.leaf is null
                """,
                ("region", region), ("first", first), ("rows", json.Append(']').ToString()));
            return batch.ExecuteAsync(connection, transaction, cancel);
        }

        public override Task AddTilesAsync(
            DbConnection connection, DbTransaction transaction, string region, List<TileHash> tiles, long first, List<long> matters, List<int> sequences, CancellationToken cancel)
        {
            var json = new StringBuilder("[");
            foreach (var tile in tiles)
            {
                var entry = tile.Level == 0
                    ? string.Create(CultureInfo.InvariantCulture, $"{matters[(int)(tile.Index - first)]},{sequences[(int)(tile.Index - first)]}")
                    : "null,null";
                json.Append(CultureInfo.InvariantCulture, $"{(json.Length == 1 ? "" : ",")}[{tile.Level},{tile.Index},\"{tile.Hash}\",{entry}]");
            }

            var batch = new SqlBatch(database);
            batch.Add(
                """
                insert into tiles(region, level, position, hash, matter_id, sequence)
                select @region, json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'), json_extract(value, '$[3]'), json_extract(value, '$[4]') from json_each(@rows)
                """,
                ("region", region), ("rows", json.Append(']').ToString()));
            return batch.ExecuteAsync(connection, transaction, cancel);
        }
    }
}
