using System.Data;
using System.Data.Common;
using System.Threading.Channels;
using Dapper;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Storage;
using Fadu.Rules.Ledger;

namespace Fadu.Core.Ledger;

/// <summary>How far a verification is.</summary>
/// <param name="Stage">What it looks at, in Chinese.</param>
public sealed record VerifyProgress(string Stage, long Done, long Total);

/// <summary>What a verification is told beside the store itself.</summary>
public sealed record VerifyOptions
{
    /// <summary>Public keys to trust instead of those that the store publishes.</summary>
    public IReadOnlyList<Sm2PublicKey> Keys { get; init; } = [];
    /// <summary>Checkpoints that were kept elsewhere.</summary>
    public IReadOnlyList<SignedCheckpoint> Anchors { get; init; } = [];
    /// <summary>Also compute every fact again; without it only the ledger, the states and the files are checked.</summary>
    public bool Facts { get; init; } = true;
}

/// <summary>Checks the whole store against its ledger: chains, payloads, log, checkpoints, rows of matters, facts, files.</summary>
/// <remarks>One thread reads, the others check; memory does not grow with the ledger but for one bit an entry.</remarks>
public sealed class LedgerVerifier(FaduOptions options, Database database, string region, LedgerKey key, LawStore law, MatterReader matters)
{
    /// <summary>Runs it.</summary>
    public async Task<LedgerReport> VerifyAsync(VerifyOptions? given = null, IProgress<VerifyProgress>? progress = null, CancellationToken cancel = default)
    {
        given ??= new();
        await using var connection = await database.OpenAsync(cancel);
        // One moment for everything: what is recorded meanwhile belongs to the next verification.
        await using var transaction = await BeginAsync(connection, cancel);
        var size = await connection.QuerySingleAsync<long?>("select max(position) + 1 from tiles where region = @region and level = 0", new { region }, transaction) ?? 0;
        var found = new LeafBits(size);
        var facts = given.Facts ? new FactCheck(law) : null;
        var files = new FileCheck(options.Data);
        var workers = Enumerable.Range(0, Math.Max(1, Environment.ProcessorCount)).Select(_ => new MatterCheck(key, facts, found, files)).ToList();
        var pages = Channel.CreateBounded<LedgerPage>(2 * workers.Count);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var running = workers.Select(w => Task.Run(() => WorkAsync(w, pages.Reader, stop), cancel)).ToList();

        using var reader = new LedgerReader(database, region, law.Current, connection, transaction, given.Facts);
        var total = progress is null ? 0 : await reader.CountAsync();
        var done = 0L;
        try
        {
            await foreach (var page in reader.PagesAsync(stop.Token))
            {
                await pages.Writer.WriteAsync(page, stop.Token);
                done += page.Entries.Count;
                progress?.Report(new("核对留痕与事项", done, total));
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // A worker failed and stopped the reading; its own exception is thrown below.
        }
        finally
        {
            pages.Writer.Complete();
        }

        await Task.WhenAll(running);
        var log = new LogCheck(region, given.Keys.Count > 0 ? given.Keys : key.Published, reader, connection, transaction);
        var logReport = await log.RunAsync(given.Anchors, n => progress?.Report(new("核对账本与检查点", n, size)), cancel);
        var missing = await log.MissingAsync(found);
        var others = !given.Facts ? [] : await new OrphanCheck(region, law.Current, connection, transaction).RunAsync();
        var second = await SecondLookAsync(workers.SelectMany(w => w.Doubtful), connection, transaction, cancel);
        return Reports.Merge([.. workers.Select(w => w.Finish()), logReport], [.. workers.SelectMany(w => w.Faults), .. log.Faults, .. missing, .. others, .. second]);
    }

    private static async Task WorkAsync(MatterCheck worker, ChannelReader<LedgerPage> pages, CancellationTokenSource stop)
    {
        try
        {
            await foreach (var page in pages.ReadAllAsync(stop.Token))
            {
                using (page)
                {
                    worker.Check(page);
                }
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private async Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancel) => connection switch
    {
        Microsoft.Data.Sqlite.SqliteConnection sqlite => sqlite.BeginTransaction(deferred: true),
        _ => await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel),
    };

    /// <summary>Facts that reach into other matters are computed with those; a matter changed later excuses a difference, because facts are of their moment.</summary>
    private async Task<List<LedgerFault>> SecondLookAsync(IEnumerable<long> doubtful, DbConnection connection, DbTransaction transaction, CancellationToken cancel)
    {
        List<LedgerFault> faults = [];
        var facts = new FactCheck(law);
        using var reader = new LedgerReader(database, region, law.Current, connection, transaction, facts: true);
        foreach (var id in doubtful.Take(LedgerVerification.ListedFaults))
        {
            using var page = await reader.OneAsync(id, cancel);
            if (page.Matters.GetValueOrDefault(id) is not { } row || await matters.FindAsync(connection, transaction, region, id) is not { } loaded)
            {
                continue;
            }

            var references = await matters.ReferencesAsync(connection, transaction, region, loaded.Register, loaded.State, loaded.State.Values);
            var found = facts.Check(page, row, references).ToList();
            if (found.Count > 0 && !await ChangedLaterAsync(connection, transaction, loaded))
            {
                faults.AddRange(found);
            }
        }

        return faults;
    }

    private async Task<bool> ChangedLaterAsync(DbConnection connection, DbTransaction transaction, LoadedMatter matter)
    {
        var referred = matter.Register.Fields.Where(f => f.Type == Rules.Registers.FieldType.Reference)
            .Select(f => matter.State.Values.GetValueOrDefault(f.Id)).OfType<long>().ToArray();
        return await connection.QuerySingleAsync<long>(
            $"select count(*) from matters o where o.region = @region and o.id {database.IsOneOf("@referred")} and o.changed_at > (select changed_at from matters where region = @region and id = @id)",
            new { region, referred = database.List(referred), id = matter.Id }, transaction) > 0;
    }
}
