using System.Globalization;

namespace Fadu.Core.Storage;

/// <summary>Words of the search index that no text holds: register, office and time of opening of a matter. The index itself narrows a search by them; whoever reads the rows asks again.</summary>
/// <remarks>A text has words of one or two characters, a mark has at least three.</remarks>
public static class SearchMarks
{
    private const int MonthsFrom = 32;
    private const int YearsFrom = 367;

    /// <summary>Mark of a register.</summary>
    public static string Register(string id) => "reg" + Plain(id);

    /// <summary>Mark of an office.</summary>
    public static string Office(string code) => "off" + Plain(code);

    /// <summary>Marks of the day, the month and the year, each alone and with the register, for an index that does not follow the days itself.</summary>
    public static string Days(DateOnly day, string register) => string.Join(' ', new[] { Day(day), Month(day), Year(day) }.SelectMany(m => new[] { m, m + Plain(register) }));

    /// <summary>A span from a day on towards later or earlier days; longer ones end with a month or a year, so that few marks tell them.</summary>
    public static DateOnly EndOf(DateOnly start, int days, bool later) => (days, later) switch
    {
        ( >= YearsFrom, true) => new(Moved(start, days).Year, 12, 31),
        ( >= YearsFrom, false) => new(Moved(start, -days).Year, 1, 1),
        ( >= MonthsFrom, true) when Moved(start, days) is var end => new(end.Year, end.Month, DateTime.DaysInMonth(end.Year, end.Month)),
        ( >= MonthsFrom, false) when Moved(start, -days) is var end => new(end.Year, end.Month, 1),
        (_, true) => Moved(start, days - 1),
        _ => Moved(start, 1 - days),
    };

    /// <summary>The fewest marks of years, months and days that tell a span, of all registers or of one.</summary>
    public static IEnumerable<string> Of(DateOnly from, DateOnly until, string? register)
    {
        var of = register is null ? "" : Plain(register);
        for (var day = from; day <= until;)
        {
            var (mark, last) = day is { Month: 1, Day: 1 } && new DateOnly(day.Year, 12, 31) is var year && year <= until ? (Year(day), year)
                : day.Day == 1 && new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)) is var month && month <= until ? (Month(day), month)
                : (Day(day), day);
            yield return mark + of;
            if (last == DateOnly.MaxValue)
            {
                yield break;
            }

            day = last.AddDays(1);
        }
    }

    private static string Day(DateOnly day) => day.ToString("'d'yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Month(DateOnly day) => day.ToString("'m'yyyyMM", CultureInfo.InvariantCulture);

    private static string Year(DateOnly day) => day.ToString("'y'yyyy", CultureInfo.InvariantCulture);

    private static DateOnly Moved(DateOnly day, int by) => DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + by, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    private static string Plain(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
