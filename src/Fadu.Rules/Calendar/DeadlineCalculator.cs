namespace Fadu.Rules.Calendar;

/// <summary>Computes when a statutory time limit ends.</summary>
/// <remarks>
/// Decided once, here:
/// <list type="bullet">
/// <item>The day of the event is day zero and not counted (民法典 art. 201; 民事诉讼法 art. 85).</item>
/// <item>A period of months or years ends on the corresponding day, or on the last day of a month that has none (民法典 art. 202).</item>
/// <item>A last day that is a day off moves to the next working day (民法典 art. 203); working weekends are working days. Limits in hours do not move.</item>
/// <item>Stopped days are left out (<see cref="Stop"/>); in a period of months they are added, day for day, to the corresponding day.</item>
/// <item>Extensions follow on the unrolled end (<see cref="Extension"/>); months and months add up before the corresponding day is sought.</item>
/// </list>
/// The limit ends at 24:00, or at the close of business where an office must be reached (民法典 art. 203); callers compare dates only.
/// </remarks>
public static class DeadlineCalculator
{
    /// <summary>Computes the end of a limit that neither stopped nor was extended.</summary>
    public static Deadline Compute(
        DateOnly start, Duration limit, DayCountingRule rule, HolidayCalendar calendar, string basis = "", bool withTrace = true) =>
        Compute(start, limit, rule, calendar, [], [], basis, withTrace);

    /// <summary>Computes the end of a limit.</summary>
    /// <param name="basis">The article that sets the limit, for the trace.</param>
    /// <param name="withTrace">False leaves out the trace: for lists and recomputation in bulk.</param>
    /// <exception cref="ArgumentException">A stop resumes before it began.</exception>
    public static Deadline Compute(
        DateOnly start, Duration limit, DayCountingRule rule, HolidayCalendar calendar,
        IReadOnlyList<Stop> stops, IReadOnlyList<Extension> extensions, string basis = "", bool withTrace = true)
    {
        var trace = withTrace ? new TraceWriter(calendar) : null;
        rule = limit.Unit == DurationUnit.Hours ? rule with { Roll = false } : rule;
        trace?.Start(start);
        trace?.Limit(start, limit, rule, basis);
        var count = new RunningCount(start, calendar, StopTimeline.Of(start, stops), trace);
        count.Add(rule.Resolve(limit));
        foreach (var extension in extensions)
        {
            if (extension.DecidedOn is { } decided && count.End(rule.Roll) is { } due && decided > due)
            {
                trace?.Refuse(extension, due);
                continue;
            }
            trace?.Extend(extension, count.RawEnd ?? start, rule);
            count.Add(rule.Resolve(extension.Length));
        }

        var end = count.End(rule.Roll);
        var provisional = end is { } day && (rule.Roll || count.UsedWorkingDays)
            && (!calendar.IsSettled(day) || (count.UsedWorkingDays && !calendar.IsSettled(start)));
        if (end is { } last) trace?.Finish(count.RawEnd!.Value, last, provisional);
        return new(start, end, end is null ? null : count.RawEnd, provisional, end is null ? count.Remaining : [], trace?.Steps ?? []);
    }
}
