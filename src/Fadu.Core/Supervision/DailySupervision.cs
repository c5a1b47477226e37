using Fadu.Core.Districts;
using Microsoft.Extensions.Logging;

namespace Fadu.Core.Supervision;

/// <summary>Runs supervision each day in the background of a host, for the first time shortly after its start.</summary>
public sealed partial class DailySupervision(SupervisionService supervision, District district, TimeProvider time, ILogger<DailySupervision> log) : RecurringService(time, log)
{
    private readonly ILogger<DailySupervision> log = log;

    /// <inheritdoc/>
    protected override string Work => "supervision";

    /// <inheritdoc/>
    protected override TimeSpan AfterStart => TimeSpan.FromSeconds(5);

    /// <summary>How often it looks whether the day has changed.</summary>
    protected override TimeSpan Pause => TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    protected override async Task RunAsync(CancellationToken stop)
    {
        if (await supervision.RunDailyAsync(district.Region, stop) is { } run)
        {
            Ran(run.Rules.Count, run.Raised, run.Resolved, run.Lapsed);
        }
    }

    [LoggerMessage(LogLevel.Information, "supervision: {Rules} rules, {Raised} findings raised, {Resolved} resolved, {Lapsed} lapsed limits recorded")]
    private partial void Ran(int rules, int raised, int resolved, int lapsed);
}
