using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Fadu.Rules.Calendar;

/// <summary>The unit in which a rule states a time limit.</summary>
public enum DurationUnit
{
    /// <summary>工作日, said so in the rule.</summary>
    WorkingDays = 1,

    /// <summary>日: the statute decides which numbers of days are working days.</summary>
    Days = 2,

    /// <summary>自然日, whatever the statute says.</summary>
    CalendarDays = 3,

    /// <summary>月.</summary>
    Months = 4,

    /// <summary>年.</summary>
    Years = 5,

    /// <summary>小时, whole days of them: they end on the day after, be it a day off.</summary>
    Hours = 6,
}

/// <summary>The length of a time limit as the rule states it: a positive number and a unit.</summary>
/// <remarks>Acts are recorded by day, so hours are kept as whole days: 24 hours end with the next day, and no day off moves them.</remarks>
public readonly record struct Duration
{
    private static readonly Dictionary<string, DurationUnit> Units = new(StringComparer.Ordinal)
    {
        ["working days"] = DurationUnit.WorkingDays,
        ["working day"] = DurationUnit.WorkingDays,
        ["days"] = DurationUnit.Days,
        ["day"] = DurationUnit.Days,
        ["calendar days"] = DurationUnit.CalendarDays,
        ["calendar day"] = DurationUnit.CalendarDays,
        ["months"] = DurationUnit.Months,
        ["month"] = DurationUnit.Months,
        ["years"] = DurationUnit.Years,
        ["year"] = DurationUnit.Years,
        ["hours"] = DurationUnit.Hours,
    };

    /// <summary>Makes a duration.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 1 and 36,500, or the unit is unknown.</exception>
    public Duration(int value, DurationUnit unit)
    {
        if (value is < 1 or > 36_500) throw new ArgumentOutOfRangeException(nameof(value), value, "期限应当是1至36500之间的整数。");
        if (unit == DurationUnit.Hours && value % 24 != 0) throw new ArgumentOutOfRangeException(nameof(value), value, "以小时计的期限应当是24的倍数。");
        if (!Enum.IsDefined(unit)) throw new ArgumentOutOfRangeException(nameof(unit), unit, "不认识的期限单位。");
        (Value, Unit) = (value, unit);
    }

    /// <summary>How many units.</summary>
    public int Value { get; }

    /// <summary>Which unit.</summary>
    public DurationUnit Unit { get; }

    /// <summary>As a Chinese rule writes it: 5个工作日, 30日, 30个自然日, 2个月, 1年.</summary>
    public string Chinese => Unit switch
    {
        DurationUnit.WorkingDays => $"{Value}个工作日",
        DurationUnit.Days => $"{Value}日",
        DurationUnit.CalendarDays => $"{Value}个自然日",
        DurationUnit.Months => $"{Value}个月",
        DurationUnit.Hours => $"{Value}小时",
        _ => $"{Value}年",
    };

    /// <summary>The unit that a word of the law files means: <c>working days</c>, <c>month</c> …; none where it means none.</summary>
    internal static DurationUnit? UnitOf(string word) => Units.TryGetValue(word, out var unit) ? unit : null;

    /// <summary>Reads the notation of the law files: <c>5 working days</c>, <c>60 days</c>, <c>30 calendar days</c>, <c>2 months</c>, <c>1 year</c>, <c>24 hours</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Duration duration)
    {
        duration = default;
        var parts = (text ?? "").Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || !Units.TryGetValue(parts[1], out var unit)) return false;
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value is < 1 or > 36_500 || (unit == DurationUnit.Hours && value % 24 != 0)) return false;
        duration = new(value, unit);
        return true;
    }

    /// <summary>Reads the notation of the law files.</summary>
    /// <exception cref="FormatException">The text is not a duration; the message shows the notation.</exception>
    public static Duration Parse(string text) => TryParse(text, out var duration)
        ? duration
        : throw new FormatException($"“{text}”不是期限，请写成 5 working days、60 days、30 calendar days、2 months、1 year 或者 24 hours。");

    /// <inheritdoc/>
    public override string ToString() => Chinese;
}
