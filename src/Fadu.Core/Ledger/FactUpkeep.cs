using Dapper;
using Fadu.Core.Law;
using Fadu.Core.Storage;
using Fadu.Rules.Registers;

namespace Fadu.Core.Ledger;

/// <summary>Keeps facts as the definitions say: where a definition was changed since its facts were computed, they are computed again.</summary>
/// <remarks>The digest of what each register's facts follow from is kept in <c>meta</c>, so that a start without changes asks one question.</remarks>
public sealed class FactUpkeep(Database database, string region, LawStore law, FactRebuild rebuild)
{
    private string Key(string register) => $"facts.{region}.{register}";

    /// <summary>Registers whose facts follow from an older definition.</summary>
    public async Task<IReadOnlyList<string>> StaleAsync() => [.. (await OutdatedAsync()).Select(o => o.Register)];

    /// <summary>Brings the facts of all registers up to their definitions.</summary>
    /// <param name="progress">Told which register is computed again and how far it is.</param>
    /// <returns>Matters computed again.</returns>
    public async Task<long> RunAsync(Action<string>? progress = null, CancellationToken cancel = default) => await RebuildAsync(await OutdatedAsync(), progress, cancel);

    /// <summary>Computes the facts of registers again, whether or not their definitions were changed, and those that follow from them.</summary>
    public Task<long> RebuildAsync(IReadOnlyList<string> registers, Action<string>? progress = null, CancellationToken cancel = default) =>
        RebuildAsync([.. FactReach.WithReaders(law.Current, registers).Select(r => (r, FactDigest.Of(law.Current, r)))], progress, cancel);

    private async Task<IReadOnlyList<(string Register, string Digest)>> OutdatedAsync()
    {
        await using var connection = await database.OpenAsync();
        var known = (await connection.QueryAsync<(string Key, string Value)>("select key, value from meta where key like 'facts.%'")).ToDictionary(m => m.Key, m => m.Value);
        var digests = law.Current.Newest.ToDictionary(r => r.Id, r => FactDigest.Of(law.Current, r.Id));
        // The digest of a register covers what it reads, so its readers are outdated with it.
        return [.. FactReach.WithReaders(law.Current, digests.Keys.Where(r => known.GetValueOrDefault(Key(r)) != digests[r])).Select(r => (r, digests[r]))];
    }

    private async Task<long> RebuildAsync(IReadOnlyList<(string Register, string Digest)> outdated, Action<string>? progress, CancellationToken cancel)
    {
        if (outdated.Count == 0)
        {
            return 0;
        }

        Dictionary<string, long> numbers;
        await using (var connection = await database.OpenAsync(cancel))
        {
            numbers = (await connection.QueryAsync<(string Register, long Count)>(
                "select register, count(*) from matters where region = @region group by register", new { region })).ToDictionary(r => r.Register, r => r.Count);
        }

        var total = 0L;
        foreach (var (register, _) in outdated)
        {
            if (numbers.TryGetValue(register, out var count))
            {
                var title = law.Current.Latest(register).Title;
                progress?.Invoke($"重新计算“{title}”{count} 件事项的统计数据……");
                total += await rebuild.RunAsync(register, done => progress?.Invoke($"“{title}”：{done}/{count}"), cancel);
            }
        }

        await database.WriteAsync(async (connection, transaction) =>
        {
            var batch = new SqlBatch(database);
            foreach (var (register, digest) in outdated)
            {
                batch.SetMeta(Key(register), digest);
            }

            return await batch.ExecuteAsync(connection, transaction, cancel);
        }, cancel);
        return total;
    }
}
