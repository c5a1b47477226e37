using Microsoft.Extensions.Logging;

namespace Fadu.Core.Ledger;

/// <summary>Seals in the background of a host.</summary>
public sealed partial class SealingService(LedgerSealer sealer, TimeProvider time, ILogger<SealingService> log) : RecurringService(time, log)
{
    private readonly ILogger<SealingService> log = log;

    /// <inheritdoc/>
    protected override string Work => "sealing";

    /// <summary>An entry is sealed at most this long after it was recorded.</summary>
    protected override TimeSpan Pause => TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task RunAsync(CancellationToken stop)
    {
        var outcome = await sealer.SealAsync(stop);
        if (outcome.Refused.Count > 0)
        {
            Refused(outcome.Refused.Count, outcome.Refused[0].Matter, outcome.Refused[0].Sequence);
        }
    }

    [LoggerMessage(LogLevel.Error, "{Count} entries did not come through the system and are not sealed; the first is matter {Matter}, sequence {Sequence}")]
    private partial void Refused(int count, long matter, int sequence);
}
