using System.Collections.Concurrent;
using Fadu.Core.Matters;
using Fadu.Core.Storage;

namespace Fadu.Core.Imports;

/// <summary>Runs checks and imports behind the pages: a page starts one and asks how far it is.</summary>
public sealed class ImportQueue(ImportService imports)
{
    private readonly Lock starting = new();
    private readonly ConcurrentDictionary<string, (int Rows, Task Task)> running = new();
    private readonly ConcurrentDictionary<string, string> faults = new();

    /// <summary>Rows read so far, or null where nothing runs for this import in this process.</summary>
    public int? Progress(string id) => running.TryGetValue(id, out var run) ? run.Rows : null;

    /// <summary>Why the last run in this process broke off, where the store could not take the note.</summary>
    public string? Fault(string id) => faults.GetValueOrDefault(id);

    /// <summary>Starts a check.</summary>
    public Task Check(ImportRecord record, Actor actor) => Start(record, progress => imports.CheckAsync(record, actor, progress));

    /// <summary>Starts an import.</summary>
    public Task Import(ImportRecord record, Actor actor, bool validOnly) => Start(record, progress => imports.ImportAsync(record, actor, validOnly, progress));

    /// <summary>Waits a moment, so that short files need no second page.</summary>
    public static Task WaitAMoment(Task run, TimeSpan most) => Task.WhenAny(run, Task.Delay(most));

    private async Task FailAsync(ImportRecord record, Exception error)
    {
        try
        {
            await imports.FailAsync(record, error);
        }
        catch (Exception again) when (StorageFaults.Says(again) is { } says)
        {
            // A full disk does not take the note either.
            faults[record.Id] = says;
        }
    }

    private Task Start(ImportRecord record, Func<Action<int>, Task> run)
    {
        var started = new TaskCompletionSource();
        lock (starting)
        {
            // A second click joins the run of the first.
            var entry = running.GetOrAdd(record.Id, _ => (0, RunAsync()));
            started.TrySetResult();
            return entry.Task;
        }

        async Task RunAsync()
        {
            await started.Task;
            faults.TryRemove(record.Id, out _);
            try
            {
                await Task.Run(() => run(rows => running.AddOrUpdate(record.Id, _ => (rows, Task.CompletedTask), (_, known) => (rows, known.Task))));
            }
            catch (Exception error)
            {
                await FailAsync(record, error);
            }
            finally
            {
                running.TryRemove(record.Id, out _);
            }
        }
    }
}
