using Dapper;
using Fadu.Core.Law;
using Fadu.Core.Storage;
using Fadu.Core.Matters;
using Fadu.Rules.Procedures;

namespace Fadu.Core.Ledger;

/// <summary>Computes the facts and the search words of all matters of a register again from their states, after its definition or a parameter was changed.</summary>
/// <remarks>Nothing is recorded: what was done stays what it was, only what follows from it is counted anew.</remarks>
public sealed class FactRebuild(Database database, string region, LawStore law, FactStore facts, MatterReader reader)
{
    private const int PageSize = 200;

    /// <summary>Runs over one register; returns the number of matters.</summary>
    /// <param name="progress">Told after each page: matters done so far.</param>
    public async Task<long> RunAsync(string register, Action<long>? progress = null, CancellationToken cancel = default)
    {
        var (count, after) = (0L, long.MinValue);
        while (true)
        {
            var ids = await database.WriteAsync(async (connection, transaction) =>
            {
                // Locked, so that nobody records between our reading and our writing.
                var locking = database is PostgresDatabase ? " for update" : "";
                var page = (await connection.QueryAsync<long>(
                    $"select id from matters where region = @region and register = @register and id > @after order by id limit @size{locking}", new { region, register, after, size = PageSize }, transaction)).ToList();
                var batch = new SqlBatch(database);
                foreach (var loaded in await reader.FindManyAsync(connection, transaction, region, page))
                {
                    var id = loaded.Id;
                    var references = await reader.ReferencesAsync(connection, transaction, region, loaded.Register, loaded.State, loaded.State.Values);
                    var row = FactBuilder.Build(loaded.Register, loaded.State, law.Context(loaded.Register) with { References = references, Matter = id }).Row;
                    facts.Put(batch, region, id, law.Current.Facts(register), row, isNew: false);
                    new SearchEntry(id, register, loaded.State.Office, loaded.State.OpenedOn, MatterWords.Of(loaded.Register, loaded.State)).AddTo(batch, database, region, loaded.State.OpenedOn);
                    batch.Add("update matters set next_clock = @clock, next_start = @start, next_due = @due where region = @region and id = @id",
                        ("clock", row["next_clock"]), ("start", row["next_start"]), ("due", row["next_due"]), ("region", region), ("id", id));
                }

                if (page.Count > 0)
                {
                    RegisterPositions.AddRebuild(batch, region);
                }

                await batch.ExecuteAsync(connection, transaction, cancel);
                return page;
            }, cancel);
            if (ids.Count == 0)
            {
                return count;
            }

            (count, after) = (count + ids.Count, ids[^1]);
            progress?.Invoke(count);
        }
    }
}
