using System.Data.Common;
using Fadu.Core.Districts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fadu.Core.Supervision;

/// <summary>Runs supervision each day in the background of a host, for the first time shortly after its start.</summary>
public sealed partial class DailySupervision(SupervisionService supervision, District district, TimeProvider time, ILogger<DailySupervision> log) : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(AfterStart, time, stoppingToken);
            while (true)
            {
                await RunAsync(stoppingToken);
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private async Task RunAsync(CancellationToken stop)
    {
        try
        {
            if (await supervision.RunDailyAsync(district.Region, stop) is { } run)
            {
                Ran(run.Rules.Count, run.Raised, run.Resolved, run.Lapsed);
            }
        }
        catch (Exception e) when (e is DbException or StoreException or IOException)
        {
            Failed(e);
        }
    }

    [LoggerMessage(LogLevel.Information, "supervision: {Rules} rules, {Raised} findings raised, {Resolved} resolved, {Lapsed} lapsed limits recorded")]
    private partial void Ran(int rules, int raised, int resolved, int lapsed);

    [LoggerMessage(LogLevel.Error, "supervision failed; it will be tried again")]
    private partial void Failed(Exception fault);
}
