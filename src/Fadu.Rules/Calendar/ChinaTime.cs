namespace Fadu.Rules.Calendar;

/// <summary>The one time of the country, eight hours ahead of UTC: it decides on which day something happened.</summary>
public static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>A time of a day; its beginning where none is given.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time = default) => new(day.ToDateTime(time), Offset);

    /// <summary>The same instant on the clocks of China.</summary>
    public static DateTimeOffset InChina(this DateTimeOffset at) => at.ToOffset(Offset);

    /// <summary>The day in China on which an instant falls.</summary>
    public static DateOnly DayInChina(this DateTimeOffset at) => DateOnly.FromDateTime(at.InChina().DateTime);
}
