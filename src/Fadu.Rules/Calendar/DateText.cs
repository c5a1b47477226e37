namespace Fadu.Rules.Calendar;

/// <summary>Dates as official documents print them (GB/T 9704: full year, no padding).</summary>
public static class DateText
{
    /// <summary>For example 2026年9月7日.</summary>
    public static string Chinese(DateOnly date) => $"{date.Year}年{date.Month}月{date.Day}日";

    /// <summary>For example 2026年2月15日至2月23日; the year is repeated only where it changes.</summary>
    public static string Range(DateOnly from, DateOnly to) =>
        from == to ? Chinese(from)
        : from.Year == to.Year ? $"{Chinese(from)}至{to.Month}月{to.Day}日"
        : $"{Chinese(from)}至{Chinese(to)}";
}
