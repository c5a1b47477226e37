using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fadu.Core.Ledger;

/// <summary>Seals in the background of a host. A fault is logged and tried again: recording goes on without it.</summary>
public sealed partial class SealingService(LedgerSealer sealer, TimeProvider time, ILogger<SealingService> log) : BackgroundService
{
    /// <summary>Pause between rounds: an entry is sealed at most this long after it was recorded.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                var outcome = await sealer.SealAsync(stoppingToken);
                if (outcome.Refused.Count > 0)
                {
                    Refused(outcome.Refused.Count, outcome.Refused[0].Matter, outcome.Refused[0].Sequence);
                }
            }
            catch (Exception e) when (e is DbException or StoreException or IOException)
            {
                Failed(e);
            }
        }
        while (await NextAsync(timer, stoppingToken));
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "{Count} entries did not come through the system and are not sealed; the first is matter {Matter}, sequence {Sequence}")]
    private partial void Refused(int count, long matter, int sequence);

    [LoggerMessage(LogLevel.Error, "sealing failed; it will be tried again")]
    private partial void Failed(Exception fault);
}
