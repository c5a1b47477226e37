using Fadu.Rules.Calendar;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Procedures;

/// <summary>A clock of one matter.</summary>
/// <param name="Clock">Its definition.</param>
/// <param name="Deadline">How the due day comes about; with trace where it was asked for.</param>
/// <param name="Met">Day on which it was met, or none.</param>
public sealed record ClockState(Clock Clock, Deadline Deadline, DateOnly? Met)
{
    /// <summary>Stopped and not yet met.</summary>
    public bool Stopped => Met is null && Deadline.IsStopped;

    /// <summary>Runs and is not met.</summary>
    public bool Running => Met is null && !Deadline.IsStopped;

    /// <summary>Light on a day.</summary>
    public Light LightOn(DateOnly today, HolidayCalendar calendar) =>
        Light.Of(Deadline.Start, Deadline.Due, today, calendar, Met, Stopped);

    /// <summary>Past its due day on a day, met or not.</summary>
    public bool OverdueOn(DateOnly today) => Deadline.Due is { } due && (Met ?? today) > due;
}
