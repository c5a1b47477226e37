using System.Globalization;
using Fadu.Rules.Registers;

namespace Fadu.Core.Storage;

/// <summary>Reads what the databases return back into the types of the rules.</summary>
public static class ColumnValues
{
    /// <summary>A day from <c>date</c> or <c>yyyy-MM-dd</c>.</summary>
    public static DateOnly? Day(object? value) => value switch
    {
        null or DBNull => null,
        DateOnly day => day,
        DateTime time => DateOnly.FromDateTime(time),
        string text => DateOnly.ParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"not a day: {value.GetType().Name}"),
    };

    /// <summary>A time from <c>timestamptz</c> or ISO text, in UTC.</summary>
    public static DateTimeOffset? Time(object? value) => value switch
    {
        null or DBNull => null,
        DateTimeOffset time => time.ToUniversalTime(),
        DateTime time => new(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
        string text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        _ => throw new InvalidOperationException($"not a time: {value.GetType().Name}"),
    };

    /// <summary>Yes or no from <c>boolean</c> or 0/1.</summary>
    public static bool? YesNo(object? value) => value switch
    {
        null or DBNull => null,
        bool yes => yes,
        _ => Convert.ToInt64(value, CultureInfo.InvariantCulture) != 0,
    };

    /// <summary>A fact column in the type that <see cref="ColumnType"/> names.</summary>
    public static object? Fact(ColumnType type, object? value) => value is null or DBNull ? null : type switch
    {
        ColumnType.Date => Day(value),
        ColumnType.YesNo => YesNo(value),
        ColumnType.WholeNumber or ColumnType.Reference => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ColumnType.Money => Convert.ToInt64(value, CultureInfo.InvariantCulture) / 100m,
        ColumnType.Decimal => Convert.ToInt64(value, CultureInfo.InvariantCulture) / 10_000m,
        ColumnType.Codes => ((string)value).Split('|', StringSplitOptions.RemoveEmptyEntries).ToList(),
        _ => value,
    };
}
