using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fadu.Core;

/// <summary>Work that a host does again and again in the background. A fault of the store is logged and the work tried again: recording goes on without it.</summary>
public abstract partial class RecurringService(TimeProvider time, ILogger log) : BackgroundService
{
    /// <summary>What the log calls it.</summary>
    protected abstract string Work { get; }

    /// <summary>Time between the start of the host and the first round.</summary>
    protected virtual TimeSpan AfterStart => TimeSpan.Zero;

    /// <summary>Time between two rounds.</summary>
    protected abstract TimeSpan Pause { get; }

    /// <summary>One round.</summary>
    protected abstract Task RunAsync(CancellationToken stop);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(AfterStart, time, stoppingToken);
            while (true)
            {
                await TryAsync(stoppingToken);
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task TryAsync(CancellationToken stop)
    {
        try
        {
            await RunAsync(stop);
        }
        catch (Exception e) when (e is DbException or StoreException or IOException)
        {
            Failed(Work, e);
        }
    }

    [LoggerMessage(LogLevel.Error, "{Work} failed; it will be tried again")]
    private partial void Failed(string work, Exception fault);
}
