namespace Fadu.Rules.Calendar;

/// <summary>The State Council's arrangement of days off and make-up working days that fall in one calendar year.</summary>
/// <param name="Year">The year in which every date of this arrangement lies.</param>
/// <param name="Notices">The notices it was taken from; more than one when a later notice changed it.</param>
/// <param name="Off">Days off, by holiday.</param>
/// <param name="MakeUp">Saturdays and Sundays that are worked (调休上班).</param>
/// <remarks>Days are filed under the year in which they lie, not under the year of the notice: the notice on New Year 2023
/// made 2022-12-31 a day off.</remarks>
public sealed record HolidayYear(
    int Year, IReadOnlyList<HolidayNotice> Notices, IReadOnlyList<HolidayRange> Off, IReadOnlyList<MakeUpDay> MakeUp);

/// <summary>A notice of the General Office of the State Council on days off.</summary>
/// <param name="Unverified">The number or date was not seen in an official copy: shown as 待核实.</param>
public sealed record HolidayNotice(string Number, string Title, DateOnly? Issued, bool Unverified);

/// <summary>Consecutive days off for one holiday, both ends included, as a notice words it ("10月1日至7日").</summary>
public sealed record HolidayRange(string Name, DateOnly From, DateOnly To);

/// <summary>A weekend day that is worked in exchange for a day off of the named holiday.</summary>
public sealed record MakeUpDay(DateOnly Date, string Holiday);
