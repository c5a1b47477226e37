namespace Fadu.Rules.Calendar;

/// <summary>Counts a limit and its extensions forward from day zero, leaving stops out.</summary>
/// <remarks>Mutable, used inside one computation only.</remarks>
internal sealed class RunningCount(DateOnly start, HolidayCalendar calendar, StopTimeline stops, TraceWriter? trace)
{
    private readonly List<RemainingTime> _remaining = [];
    private DateOnly _cursor = start;
    private DateOnly _monthsAnchor = start;
    private int _months;
    private bool _stopped;

    public bool UsedWorkingDays { get; private set; }

    public IReadOnlyList<RemainingTime> Remaining => _remaining;

    public DateOnly? RawEnd => _stopped ? null : _cursor;

    public void Add((int Value, DurationUnit Unit) time)
    {
        UsedWorkingDays |= time.Unit == DurationUnit.WorkingDays;
        if (_stopped) Keep(time.Value, time.Unit);
        else if (time.Unit == DurationUnit.Months) AddMonths(time.Value);
        else AddDays(time.Value, time.Unit == DurationUnit.WorkingDays);
    }

    /// <summary>The end after the roll; null while stopped. A roll that meets a stop goes to the first working day after it.</summary>
    public DateOnly? End(bool roll)
    {
        if (_stopped) return null;
        if (!roll) return _cursor;
        var day = calendar.OnOrAfter(_cursor);
        while (stops.Covering(day) is { } stop)
        {
            if (stop.To is not { } resumed) return null;
            day = calendar.OnOrAfter(resumed.AddDays(1));
        }
        return day;
    }

    private void AddDays(int value, bool working)
    {
        _months = 0;
        foreach (var stop in stops.Stops)
        {
            if (stop.To <= _cursor) continue;
            var from = stop.From > _cursor ? stop.From : _cursor;
            var running = working ? calendar.CountWorkingDays(_cursor, from) : from.DayNumber - _cursor.DayNumber;
            if (running >= value) break;
            trace?.Count(_cursor, from, working);
            value -= running;
            if (stop.To is not { } resumed)
            {
                Halt(stop, from, value, working ? DurationUnit.WorkingDays : DurationUnit.CalendarDays);
                return;
            }
            trace?.Stop(stop, from);
            _cursor = resumed;
        }
        var end = working ? calendar.AddWorkingDays(_cursor, value) : _cursor.AddDays(value);
        trace?.Count(_cursor, end, working);
        _cursor = end;
    }

    private void AddMonths(int value)
    {
        if (_months == 0) _monthsAnchor = _cursor;
        _months += value;
        var end = _monthsAnchor.AddMonths(_months);
        trace?.CorrespondingDay(_monthsAnchor, _months, end);
        foreach (var stop in stops.Stops)
        {
            if (stop.To <= _monthsAnchor) continue;
            var from = stop.From > _monthsAnchor ? stop.From : _monthsAnchor;
            if (from >= end) break;
            if (stop.To is not { } resumed)
            {
                Halt(stop, from, end.DayNumber - from.DayNumber, DurationUnit.CalendarDays);
                return;
            }
            trace?.Stop(stop, from);
            end = end.AddDays(resumed.DayNumber - from.DayNumber);
        }
        _cursor = end;
    }

    private void Halt(Stop stop, DateOnly from, int left, DurationUnit unit)
    {
        _stopped = true;
        Keep(left, unit);
        trace?.OpenStop(stop, from, _remaining[0]);
    }

    private void Keep(int value, DurationUnit unit)
    {
        if (_remaining.Count > 0 && _remaining[^1].Unit == unit) _remaining[^1] = new(_remaining[^1].Value + value, unit);
        else _remaining.Add(new(value, unit));
    }
}
