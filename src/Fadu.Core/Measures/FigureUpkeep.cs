using Fadu.Core.Districts;
using Microsoft.Extensions.Logging;

namespace Fadu.Core.Measures;

/// <summary>Computes the figures asked last again after records have changed, in the background of a host: who opens the page need not wait for it.</summary>
/// <remarks>Correctness does not hang on it: a question is always compared with the ledger of the moment at which it is asked.</remarks>
public sealed class FigureUpkeep(MeasureService measures, District district, TimeProvider time, ILogger<FigureUpkeep> log) : RecurringService(time, log)
{
    /// <inheritdoc/>
    protected override string Work => "computing figures ahead";

    /// <inheritdoc/>
    protected override TimeSpan Pause => TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override Task RunAsync(CancellationToken stop) => measures.RefreshAsync(district.Region, stop);
}
