using Fadu.Rules.Calendar;

namespace Fadu.Core;

/// <summary>What the clocks of China say now.</summary>
public static class ChinaClock
{
    /// <summary>Now.</summary>
    public static DateTimeOffset Now(this TimeProvider time) => time.GetUtcNow().InChina();

    /// <summary>Today.</summary>
    public static DateOnly Today(this TimeProvider time) => time.GetUtcNow().DayInChina();
}
