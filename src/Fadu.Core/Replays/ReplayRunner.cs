using Fadu.Core.Matters;
using Fadu.Rules.Procedures;

namespace Fadu.Core.Replays;

/// <summary>Records the matters of a replay through the same service as everybody.</summary>
public sealed class ReplayRunner(FaduSystem system)
{
    private const int BatchSize = 100;

    /// <summary>Runs a replay in its district.</summary>
    /// <param name="progress">Told after each batch: recorded so far, and all.</param>
    /// <exception cref="StoreException">A recipe asks for what a gate refuses; the words name the recipe and the gate.</exception>
    public async Task<int> RunAsync(Replay replay, DemonstrationDistrict district, Action<int, int>? progress, CancellationToken cancel = default)
    {
        var total = replay.Recipes.Sum(r => r.Count);
        var actor = Actor.System(system.District.Region);
        var generator = new ReplayGenerator(system.Law, district.ForReplay(), DemonstrationFiles.Of);
        var done = 0;
        foreach (var chunk in generator.Matters(replay).Chunk(BatchSize))
        {
            var results = await system.Matters.RecordManyAsync([.. chunk.Select(c => c.Matter)], actor, cancel);
            if (results.FirstOrDefault(r => r.Id is null) is { } refused)
            {
                var (recipe, matter) = chunk[refused.Index];
                throw new StoreException(
                    $"方案 {recipe.Place}“{matter.Register}”不能生成：{string.Join("；", refused.Refusals.Where(r => r.Blocks).Select(r => r.Says))}", "请调整该方案的环节、日期或者取值");
            }

            done += chunk.Length;
            progress?.Invoke(done, total);
        }

        return done;
    }
}
