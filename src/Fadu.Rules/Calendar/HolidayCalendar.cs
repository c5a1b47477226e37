namespace Fadu.Rules.Calendar;

/// <summary>Which days are working days: weekdays, less the days off and plus the make-up days of the yearly notices.</summary>
/// <remarks>Immutable and safe to share. Asking and counting take constant time: working days are numbered once, and outside
/// the loaded years the number follows from the weekday. A weekday outside the loaded years counts as worked, and
/// <see cref="IsSettled"/> says that this is inferred.
/// Source: 全国年节及纪念日放假办法 (2024) arts. 2, 6 and 7, and the yearly notices; part-holidays of art. 3 do not count.</remarks>
public sealed class HolidayCalendar
{
    private readonly Dictionary<int, string> _off = [];
    private readonly Dictionary<int, string> _makeUp = [];
    private readonly int _first;
    private readonly int _last;
    private readonly int[] _numberAt = [];
    private readonly int[] _workingDays = [];

    /// <summary>Builds the calendar of consecutive years.</summary>
    /// <exception cref="ArgumentException">No years, a year twice, or a year missing in between.</exception>
    public HolidayCalendar(IReadOnlyCollection<HolidayYear> years)
    {
        if (years.Count == 0) throw new ArgumentException("节假日表是空的。", nameof(years));
        Years = [.. years.OrderBy(y => y.Year)];
        (FirstKnownYear, LastKnownYear) = (Years[0].Year, Years[^1].Year);
        if (Years.Select(y => y.Year).Distinct().Count() != Years.Count || LastKnownYear - FirstKnownYear + 1 != Years.Count)
            throw new ArgumentException("节假日表的年份重复或者不连续。", nameof(years));

        foreach (var range in Years.SelectMany(y => y.Off))
            for (var day = range.From.DayNumber; day <= range.To.DayNumber; day++) _off[day] = range.Name;
        foreach (var day in Years.SelectMany(y => y.MakeUp)) _makeUp[day.Date.DayNumber] = day.Holiday;

        _first = new DateOnly(FirstKnownYear, 1, 1).DayNumber;
        _last = new DateOnly(LastKnownYear, 12, 31).DayNumber;
        LastSettledDay = new DateOnly(LastKnownYear, 12, 28);
        (_numberAt, _workingDays) = Number();
    }

    /// <summary>The loaded arrangements, by year.</summary>
    public IReadOnlyList<HolidayYear> Years { get; }

    /// <summary>First year with a loaded notice.</summary>
    public int FirstKnownYear { get; }

    /// <summary>Last year with a loaded notice.</summary>
    public int LastKnownYear { get; }

    /// <summary>Last day that no later notice is expected to change: 28 December of <see cref="LastKnownYear"/>.</summary>
    /// <remarks>The notice on the next New Year has more than once moved 29 to 31 December (2006, 2007, 2011, 2018, 2022).</remarks>
    public DateOnly LastSettledDay { get; }

    /// <summary>Whether the day is covered by loaded notices, so that nothing about it is inferred.</summary>
    public bool IsSettled(DateOnly date) => date.Year >= FirstKnownYear && date <= LastSettledDay;

    /// <summary>Whether the day is a working day.</summary>
    public bool IsWorkingDay(DateOnly date) => NumberAt(date.DayNumber) != NumberAt(date.DayNumber - 1);

    /// <summary>Whether the day is a working day, and why.</summary>
    public DayStatus Explain(DateOnly date)
    {
        var settled = IsSettled(date);
        if (_makeUp.TryGetValue(date.DayNumber, out var exchanged)) return new(true, DayReason.MakeUp, exchanged + "调休上班", settled);
        if (_off.TryGetValue(date.DayNumber, out var holiday)) return new(false, DayReason.Holiday, holiday + "放假", settled);
        return IsWeekend(date.DayNumber)
            ? new(false, DayReason.Weekend, "周末", settled)
            : new(true, DayReason.Weekday, "工作日", settled);
    }

    /// <summary>Working days after <paramref name="after"/>, up to and including <paramref name="through"/>; negative when reversed.</summary>
    public int CountWorkingDays(DateOnly after, DateOnly through) => NumberAt(through.DayNumber) - NumberAt(after.DayNumber);

    /// <summary>The n-th working day after a day, that day not counted; for a negative n the n-th working day before it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is zero: the result would depend on whether the day itself is worked.</exception>
    public DateOnly AddWorkingDays(DateOnly date, int n) => n switch
    {
        > 0 => WorkingDay(NumberAt(date.DayNumber) + n),
        < 0 => WorkingDay(NumberAt(date.DayNumber - 1) + n + 1),
        _ => throw new ArgumentOutOfRangeException(nameof(n), "工作日数不能为零。"),
    };

    /// <summary>The day itself if worked, else the next working day: where a limit ends whose last day is a day off.</summary>
    public DateOnly OnOrAfter(DateOnly date) => WorkingDay(NumberAt(date.DayNumber - 1) + 1);

    /// <summary>The day itself if worked, else the last working day before it.</summary>
    public DateOnly OnOrBefore(DateOnly date) => WorkingDay(NumberAt(date.DayNumber));

    private (int[] NumberAt, int[] WorkingDays) Number()
    {
        var numberAt = new int[_last - _first + 1];
        var workingDays = new List<int>(numberAt.Length);
        var number = Weekdays(_first - 1);
        for (var day = _first; day <= _last; day++)
        {
            if (_makeUp.ContainsKey(day) || (!IsWeekend(day) && !_off.ContainsKey(day)))
            {
                number++;
                workingDays.Add(day);
            }
            numberAt[day - _first] = number;
        }
        return (numberAt, [.. workingDays]);
    }

    // Every working day since 0001-01-01 (a Monday, day number 0) has a number; NumberAt is the number reached at the end of a day.
    private int NumberAt(int day) =>
        day < _first ? Weekdays(day)
        : day <= _last ? _numberAt[day - _first]
        : _numberAt[^1] + Weekdays(day) - Weekdays(_last);

    private DateOnly WorkingDay(int number)
    {
        var before = Weekdays(_first - 1);
        if (number <= before) return DateOnly.FromDayNumber(Weekday(number));
        if (number <= _numberAt[^1]) return DateOnly.FromDayNumber(_workingDays[number - before - 1]);
        return DateOnly.FromDayNumber(Weekday(number - _numberAt[^1] + Weekdays(_last)));
    }

    private static bool IsWeekend(int day) => day % 7 >= 5;

    private static int Weekdays(int day) => (day + 1) / 7 * 5 + Math.Min((day + 1) % 7, 5);

    private static int Weekday(int number) => (number - 1) / 5 * 7 + (number - 1) % 5;
}
