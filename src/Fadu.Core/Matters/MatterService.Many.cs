using System.Data.Common;
using Fadu.Core.Storage;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Matters;

/// <summary>One matter with all its acts, to be taken over from another system or written by a replay.</summary>
/// <param name="Acts">In order; the first one opens the matter.</param>
/// <param name="Source">System it comes from; null where it is recorded here.</param>
/// <param name="Number">Number it already has; null = the register's pattern gives one.</param>
public sealed record WholeMatter(string Register, string Office, IReadOnlyList<ActDraft> Acts, string? Source, string? External, string? Number);

/// <summary>What came of one matter of many.</summary>
public sealed record WholeResult(int Index, long? Id, IReadOnlyList<Refusal> Refusals);

public sealed partial class MatterService
{
    /// <summary>Writes many new matters in one transaction: all or none of those that are accepted.</summary>
    /// <remarks>The same gates as online. Matters with a source keep what gates would refuse as findings; those without are left out.</remarks>
    public async Task<IReadOnlyList<WholeResult>> RecordManyAsync(IReadOnlyList<WholeMatter> matters, Actor actor, CancellationToken cancel = default) =>
        await database.WriteAsync(async (connection, transaction) =>
        {
            List<WholeResult> results = [];
            var batch = new SqlBatch(database);
            for (var i = 0; i < matters.Count; i++)
            {
                results.Add(await AddWholeAsync(connection, transaction, batch, i, matters[i], actor, cancel));
            }

            await batch.ExecuteAsync(connection, transaction, cancel);
            return results;
        }, cancel);

    private async Task<WholeResult> AddWholeAsync(
        DbConnection connection, DbTransaction transaction, SqlBatch batch, int index, WholeMatter matter, Actor actor, CancellationToken cancel)
    {
        var register = law.Opening(matter.Register, matter.Acts[0].On);
        var work = new MatterWork(connection, transaction, actor, batch);
        var composer = work.Add(new(actor.Region, ids.Next(), register, law.Current.Facts(register.Id), null));
        foreach (var act in matter.Acts)
        {
            var draft = act with { Imported = matter.Source is not null, Source = matter.Source, External = matter.External };
            var refusals = await AddAsync(work, composer, draft, matter.Number, trial: false, cancel: cancel);
            if (refusals.Count > 0)
            {
                return new(index, null, refusals);
            }
        }

        var write = Finish(work)[0];
        return new(index, write.Id, write.Warnings);
    }
}
