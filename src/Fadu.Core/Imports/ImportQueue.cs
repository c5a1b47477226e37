using System.Collections.Concurrent;
using Fadu.Core.Matters;

namespace Fadu.Core.Imports;

/// <summary>Runs checks and imports behind the pages: a page starts one and asks how far it is.</summary>
public sealed class ImportQueue(ImportService imports)
{
    private readonly Lock starting = new();
    private readonly ConcurrentDictionary<string, (int Rows, Task Task)> running = new();

    /// <summary>Rows read so far, or null where nothing runs for this import in this process.</summary>
    public int? Progress(string id) => running.TryGetValue(id, out var run) ? run.Rows : null;

    /// <summary>Starts a check.</summary>
    public Task Check(ImportRecord record, Actor actor) => Start(record, progress => imports.CheckAsync(record, actor, progress));

    /// <summary>Starts an import.</summary>
    public Task Import(ImportRecord record, Actor actor, bool validOnly) => Start(record, progress => imports.ImportAsync(record, actor, validOnly, progress));

    /// <summary>Waits a moment, so that short files need no second page.</summary>
    public static Task WaitAMoment(Task run, TimeSpan most) => Task.WhenAny(run, Task.Delay(most));

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
            try
            {
                await Task.Run(() => run(rows => running.AddOrUpdate(record.Id, _ => (rows, Task.CompletedTask), (_, known) => (rows, known.Task))));
            }
            catch (Exception error)
            {
                await imports.FailAsync(record, error);
            }
            finally
            {
                running.TryRemove(record.Id, out _);
            }
        }
    }
}
