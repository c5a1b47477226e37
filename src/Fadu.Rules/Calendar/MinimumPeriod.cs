namespace Fadu.Rules.Calendar;

/// <summary>How a period that must at least pass is read.</summary>
public enum MinimumReading
{
    /// <summary>All its days must have passed in full: the next act may come on the day after the last. The default, because it is
    /// safe under either reading (不少于30日, 七日前).</summary>
    FullDays = 1,

    /// <summary>The next act may come on the last day itself: seven days before the 15th is the 8th. For rules where practice is settled so.</summary>
    LastDayIncluded = 2,
}

/// <summary>A period that must at least pass between two acts: for comments, before a hearing, before a meeting.</summary>
/// <param name="LastDay">Its last day by count, not rolled: a minimum is kept even when it ends on a day off.</param>
/// <param name="AdvisedLastDay">The last day rolled to a working day: what should be announced where people must be able to reach an office.</param>
/// <param name="EarliestNext">First day on which the next act is allowed.</param>
/// <param name="Provisional">The dates depend on days for which no notice is loaded.</param>
public sealed record MinimumPeriod(DateOnly LastDay, DateOnly AdvisedLastDay, DateOnly EarliestNext, bool Provisional)
{
    /// <summary>Computes the period that begins with an act; the day of the act is not counted.</summary>
    public static MinimumPeriod After(
        DateOnly act, Duration atLeast, DayCountingRule rule, HolidayCalendar calendar, MinimumReading reading = MinimumReading.FullDays)
    {
        var (value, unit) = rule.Resolve(atLeast);
        var last = unit switch
        {
            DurationUnit.WorkingDays => calendar.AddWorkingDays(act, value),
            DurationUnit.Months => act.AddMonths(value),
            _ => act.AddDays(value),
        };
        var settled = calendar.IsSettled(last) && (unit != DurationUnit.WorkingDays || calendar.IsSettled(act));
        return new(last, calendar.OnOrAfter(last), reading == MinimumReading.FullDays ? last.AddDays(1) : last, !settled);
    }

    /// <summary>Whether an act was followed too early, so that less than the minimum had passed.</summary>
    public bool IsTooEarly(DateOnly next) => next < EarliestNext;

    /// <summary>Latest day for the first act when the second is to take place on a given day: the inverse of <see cref="After"/>.</summary>
    public static DateOnly LatestBefore(
        DateOnly next, Duration atLeast, DayCountingRule rule, HolidayCalendar calendar, MinimumReading reading = MinimumReading.FullDays)
    {
        var (value, unit) = rule.Resolve(atLeast);
        var last = reading == MinimumReading.FullDays ? next.AddDays(-1) : next;
        if (unit == DurationUnit.WorkingDays)
            // The count through `last` must reach `value`: step back to the n-th working day and stand on the day before it.
            return calendar.AddWorkingDays(last.AddDays(1), -value).AddDays(-1);
        if (unit != DurationUnit.Months) return last.AddDays(-value);
        // Month ends make the corresponding day ambiguous (31 January and 28 February): take the latest day that still fits.
        var act = last.AddMonths(-value).AddDays(3);
        while (act.AddMonths(value) > last) act = act.AddDays(-1);
        return act;
    }
}
