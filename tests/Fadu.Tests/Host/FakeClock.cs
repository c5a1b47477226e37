using Fadu.Rules.Calendar;

namespace Fadu.Tests.Host;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public DateOnly Today => now.DayInChina();

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

    public void Advance(TimeSpan by) => now += by;

    public void GoTo(DateOnly day) => now = ChinaTime.At(day, new TimeOnly(10, 0));
}
