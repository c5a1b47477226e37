using Dapper;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Storage;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Supervision;

/// <summary>Records the acts that the law itself performs when a limit has run out, such as 视为受理.</summary>
internal sealed class LapseRecorder(Database database, LawStore law, MatterReader reader, MatterService matters, TimeProvider time)
{
    public async Task<int> RunAsync(string region, DateOnly today, CancellationToken cancel)
    {
        var recorded = 0;
        foreach (var id in await CandidatesAsync(region, today, cancel))
        {
            while (await reader.FindAsync(region, id, cancel) is { } matter
                && Lapses.Next(matter.Register, matter.State, today, time.Now(), law.Context(matter.Register)) is { } act
                && await matters.RecordAsync(Request(matter, act), Actor.System(region), cancel) is MatterOutcome.Recorded)
            {
                recorded++;
            }
        }

        return recorded;
    }

    private static StepRequest Request(LoadedMatter matter, ActDraft act) => new()
    {
        Register = matter.Register.Id,
        Matter = matter.Id,
        SeenVersion = matter.Version,
        Step = act.Step,
        On = act.On,
        Reason = act.Reason,
        Lapsed = true,
    };

    private async Task<List<long>> CandidatesAsync(string region, DateOnly today, CancellationToken cancel)
    {
        List<long> ids = [];
        await using var connection = await database.OpenAsync(cancel);
        foreach (var versions in law.Current.Registers.GroupBy(r => r.Id))
        {
            var clocks = versions.SelectMany(r => r.Clocks).Where(c => c.Lapse is not null).Select(c => c.Id).Distinct().ToList();
            if (clocks.Count > 0)
            {
                var late = string.Join(" or ", clocks.Select(c => $"({c}_due < @today and {c}_met is null)"));
                ids.AddRange(await connection.QueryAsync<long>(
                    $"select matter_id from {FactTable.TableName(versions.Key)} where region = @region and closed_on is null and ({late})", new { region, today = database.Value(today) }));
            }
        }

        return ids;
    }
}
