using System.Globalization;
using System.Text.RegularExpressions;

namespace Fadu.Rules.Expressions;

/// <summary>Periods as typed on the command line and in addresses: 2024, 2024Q3, 2024-03, 2024-01-01..2024-06-30.</summary>
public static partial class PeriodText
{
    /// <summary>What stands in a refusal.</summary>
    public const string Forms = "2024（年）、2024Q3（季度）、2024-03（月）或者 2024-01-01..2024-06-30（任意起止日）";

    /// <summary>Reads a period; none where the text is not one.</summary>
    public static Period? Parse(string text)
    {
        if (Shape().Match(text.Trim()) is not { Success: true } match || !int.TryParse(match.Groups["year"].Value, out var year) || year is < 1949 or > 2200)
        {
            return Between(text.Trim());
        }

        return match.Groups["quarter"] is { Success: true } quarter ? Period.Quarter(year, quarter.Value[0] - '0')
            : !match.Groups["month"].Success ? Period.Year(year)
            : int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var month ? Period.Month(year, month)
            : null;
    }

    /// <summary>Writes a period so that <see cref="Parse"/> reads it again.</summary>
    public static string Write(Period period)
    {
        var (start, year) = (period.Start, period.Start.Year);
        return period == Period.Year(year) ? $"{year}"
            : period == Period.Month(year, start.Month) ? $"{year}-{start.Month:00}"
            : period == Period.Quarter(year, (start.Month + 2) / 3) ? $"{year}Q{(start.Month + 2) / 3}"
            : $"{start:yyyy-MM-dd}..{period.End:yyyy-MM-dd}";
    }

    private static Period? Between(string text)
    {
        var parts = text.Split("..");
        return parts.Length == 2 && Day(parts[0]) is { } start && Day(parts[1]) is { } end && start <= end ? Period.Between(start, end) : null;
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"^(?<year>\d{4})年?(?:[Qq](?<quarter>[1-4])|-(?<month>\d{1,2}))?$")]
    private static partial Regex Shape();
}
