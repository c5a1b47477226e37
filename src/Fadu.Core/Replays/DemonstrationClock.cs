namespace Fadu.Core.Replays;

/// <summary>The clock of the demonstration district: it runs as every clock does, a whole number of days behind.</summary>
/// <remarks>Its matters are those of a year that is over. Without this every limit would have ended long ago, and nobody would see a green light.</remarks>
internal sealed class DemonstrationClock(TimeProvider real, int daysBehind) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => real.GetUtcNow().AddDays(-daysBehind);

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => real.TimestampFrequency;

    /// <inheritdoc/>
    public override long GetTimestamp() => real.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => real.CreateTimer(callback, state, dueTime, period);
}
