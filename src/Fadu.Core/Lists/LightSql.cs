using Fadu.Core.Storage;
using Fadu.Rules.Calendar;

namespace Fadu.Core.Lists;

/// <summary>Lights as conditions on the clock that ends first, by the same rule as <see cref="Light.Of"/>.</summary>
public static class LightSql
{
    /// <summary>The condition for one colour; <c>f</c> is any table with the <c>next_*</c> columns.</summary>
    public static string Of(Database database, SqlQuery sql, LightColour colour, DateOnly today, HolidayCalendar calendar, string alias = "f")
    {
        var due = $"{alias}.next_due";
        if (colour == LightColour.Grey)
        {
            return $"({alias}.next_clock is not null and {due} is null)";
        }

        var now = sql.Value(today);
        if (colour == LightColour.Red)
        {
            return $"{due} < {now}";
        }

        var near = sql.Value(NearUntil(today, calendar));
        var dialect = database.Dialect;
        var lastFifth = $"({dialect.Days(dialect.Date(now), due)}) * 5 <= ({dialect.Days($"{alias}.next_start", due)})";
        return colour == LightColour.Yellow
            ? $"({due} >= {now} and ({due} <= {near} or {lastFifth}))"
            : $"({due} > {near} and not ({lastFifth}))";
    }

    /// <summary>Last day that is at most three working days away.</summary>
    public static DateOnly NearUntil(DateOnly today, HolidayCalendar calendar)
    {
        var day = today;
        while (calendar.CountWorkingDays(today, day.AddDays(1)) <= Light.YellowWorkingDays)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The light of a row, or none where nothing runs.</summary>
    public static Light? Of(DateOnly? start, DateOnly? due, string? clock, DateOnly today, HolidayCalendar calendar) =>
        clock is null ? null : Light.Of(start ?? today, due, today, calendar, null, due is null);
}
