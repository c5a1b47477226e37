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
    public async Task<IReadOnlyList<string>> StaleAsync()
    {
        await using var connection = await database.OpenAsync();
        var known = (await connection.QueryAsync<(string Key, string Value)>("select key, value from meta where key like 'facts.%'")).ToDictionary(m => m.Key, m => m.Value);
        return [.. law.Current.Newest.Select(r => r.Id).Where(r => known.GetValueOrDefault(Key(r)) != FactDigest.Of(law.Current, r))];
    }

    /// <summary>Brings the facts of all registers up to their definitions.</summary>
    /// <param name="progress">Told which register is computed again and how far it is.</param>
    /// <returns>Matters computed again.</returns>
    public async Task<long> RunAsync(Action<string>? progress = null, CancellationToken cancel = default) => await RebuildAsync(await StaleAsync(), progress, cancel);

    /// <summary>Computes the facts of registers again, whether or not their definitions were changed.</summary>
    public async Task<long> RebuildAsync(IReadOnlyList<string> registers, Action<string>? progress = null, CancellationToken cancel = default)
    {
        if (registers.Count == 0)
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
        foreach (var register in registers)
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
            foreach (var register in registers)
            {
                batch.Add(
                    "insert into meta(key, value) values (@key, @value) on conflict (key) do update set value = excluded.value",
                    ("key", Key(register)), ("value", FactDigest.Of(law.Current, register)));
            }

            return await batch.ExecuteAsync(connection, transaction, cancel);
        }, cancel);
        return total;
    }
}
