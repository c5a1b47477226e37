namespace Fadu.Tests.Host;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public DateOnly Today => DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromHours(8)).DateTime);

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

    public void Advance(TimeSpan by) => now += by;

    public void GoTo(DateOnly day) => now = new(day.ToDateTime(new TimeOnly(10, 0)), TimeSpan.FromHours(8));
}
