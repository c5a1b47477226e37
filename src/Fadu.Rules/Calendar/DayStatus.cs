namespace Fadu.Rules.Calendar;

/// <summary>Why a day is worked or not.</summary>
public enum DayReason
{
    /// <summary>Monday to Friday, no holiday.</summary>
    Weekday = 1,

    /// <summary>Saturday or Sunday.</summary>
    Weekend = 2,

    /// <summary>Day off named in a notice.</summary>
    Holiday = 3,

    /// <summary>Saturday or Sunday worked in exchange (调休上班).</summary>
    MakeUp = 4,
}

/// <summary>Whether a day is a working day, and why, in words for the user.</summary>
/// <param name="Text">For example 工作日, 周末, 国庆节放假, 国庆节调休上班.</param>
/// <param name="Settled">False where no notice is loaded and the answer is inferred from the weekday alone.</param>
public readonly record struct DayStatus(bool IsWorkingDay, DayReason Reason, string Text, bool Settled);
