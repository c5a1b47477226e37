using System.Data.Common;
using Dapper;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Storage;
using Fadu.Rules.Supervision;

namespace Fadu.Core.Supervision;

/// <summary>Brings the findings of one rule up to its hits.</summary>
/// <remarks>A finding is raised once for a key and never again, also after it was closed. One that no longer hits is marked as resolved and stays open; one that hits again loses the mark.</remarks>
internal sealed class FindingStore(Database database, LawStore law, RecordIds ids)
{
    private const int ChunkSize = 500;

    public async Task<(int Raised, int Resolved)> BringUpAsync(SupervisionRule rule, IReadOnlyList<RuleHit> hits, string region, DateTimeOffset now, CancellationToken cancel)
    {
        var known = await KnownAsync(rule.Id, region, cancel);
        var keys = hits.Select(h => h.Key).ToHashSet(StringComparer.Ordinal);
        var fresh = hits.Where(h => !known.ContainsKey(h.Key)).ToList();
        // An import finds at its gates what no rule asks about again; only what this rule raised can cease to hit.
        var changed = known.Where(k => keys.Contains(k.Key) == k.Value.Resolved && k.Value.Open).ToList();
        foreach (var chunk in fresh.Chunk(ChunkSize))
        {
            await database.WriteAsync((connection, transaction) => RaiseAsync(connection, transaction, rule, chunk, region, now, cancel), cancel);
        }

        foreach (var chunk in changed.Chunk(ChunkSize))
        {
            await database.WriteAsync((connection, transaction) =>
            {
                var batch = new SqlBatch(database);
                foreach (var (_, (id, _, resolved)) in chunk)
                {
                    batch.Add("update findings set resolved_at = @at where region = @region and id = @id", ("at", resolved ? null : now), ("region", region), ("id", id));
                }

                return batch.ExecuteAsync(connection, transaction, cancel);
            }, cancel);
        }

        return (fresh.Count, changed.Count(c => !c.Value.Resolved));
    }

    private Task<int> RaiseAsync(
        DbConnection connection, DbTransaction transaction, SupervisionRule rule, RuleHit[] hits, string region, DateTimeOffset now, CancellationToken cancel)
    {
        var says = $"{rule.Says}（{law.Cite(rule.Basis)}）";
        var batch = new SqlBatch(database);
        foreach (var hit in hits)
        {
            new NewFinding(rule.Id, rule.Severity, rule.Register, hit.Matter, hit.Office, hit.Officer, hit.Title, says, hit.OccurredOn, hit.Key).AddTo(batch, ids, region, now);
        }

        return batch.ExecuteAsync(connection, transaction, cancel);
    }

    private async Task<Dictionary<string, (long Id, bool Open, bool Resolved)>> KnownAsync(string rule, string region, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        var rows = await connection.QueryAsync<(string Key, long Id, string Status, object? Resolved)>(
            "select key, id, status, resolved_at from findings where region = @region and rule = @rule", new { region, rule });
        return rows.ToDictionary(r => r.Key, r => (r.Id, r.Status is not ("closed" or "dismissed"), r.Resolved is not null), StringComparer.Ordinal);
    }
}
