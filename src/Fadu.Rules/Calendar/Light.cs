namespace Fadu.Rules.Calendar;

/// <summary>Colour of a clock; always shown with its text, never alone.</summary>
public enum LightColour
{
    /// <summary>In time.</summary>
    Green = 1,

    /// <summary>Near the end.</summary>
    Yellow = 2,

    /// <summary>Over.</summary>
    Red = 3,

    /// <summary>Stopped.</summary>
    Grey = 4,
}

/// <summary>What the light of a clock shows on a given day.</summary>
/// <param name="Days">Working days left, the last day included; or calendar days over; zero when stopped or met in time.</param>
/// <param name="Text">For the user: 剩余8个工作日, 今日到期, 已超期3日, 中止, 按期完成, 超期3日完成.</param>
public readonly record struct Light(LightColour Colour, int Days, string Text)
{
    /// <summary>Working days left at which a clock turns yellow.</summary>
    public const int YellowWorkingDays = 3;

    /// <summary>Judges a clock. Yellow begins with the last fifth of the span or the last three working days, whichever comes first.</summary>
    /// <param name="start">Day zero of the limit.</param>
    /// <param name="due">Its last day; null while stopped.</param>
    /// <param name="metOn">Day on which the act was done; null when not yet.</param>
    public static Light Of(DateOnly start, DateOnly? due, DateOnly today, HolidayCalendar calendar, DateOnly? metOn = null, bool stopped = false)
    {
        if (metOn is { } met)
            return due is { } limit && met > limit
                ? new(LightColour.Red, met.DayNumber - limit.DayNumber, $"超期{met.DayNumber - limit.DayNumber}日完成")
                : new(LightColour.Green, 0, "按期完成");
        if (stopped || due is not { } last) return new(LightColour.Grey, 0, "中止");
        if (today > last) return new(LightColour.Red, today.DayNumber - last.DayNumber, $"已超期{today.DayNumber - last.DayNumber}日");
        var left = calendar.CountWorkingDays(today, last);
        if (today == last) return new(LightColour.Yellow, 0, "今日到期");
        var lastFifth = (last.DayNumber - today.DayNumber) * 5 <= last.DayNumber - start.DayNumber;
        var colour = lastFifth || left <= YellowWorkingDays ? LightColour.Yellow : LightColour.Green;
        return new(colour, left, $"剩余{left}个工作日");
    }
}
