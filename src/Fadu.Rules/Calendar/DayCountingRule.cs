namespace Fadu.Rules.Calendar;

/// <summary>How a statute says which of its limits in 日 are working days.</summary>
public enum DayCounting
{
    /// <summary>日 is always a calendar day, and the statute uses no working days.</summary>
    Calendar = 1,

    /// <summary>日 is a calendar day; working days only where the article says 工作日.</summary>
    ExplicitOnly = 2,

    /// <summary>Exactly the listed numbers of 日 are working days (行政处罚法 art. 85: 2, 3, 5, 7).</summary>
    Listed = 3,

    /// <summary>Limits of at most so many 日 are working days (行政强制法 art. 69: ten and fewer).</summary>
    UpTo = 4,

    /// <summary>Every 日 is a working day (行政许可法 art. 82).</summary>
    AllWorking = 5,
}

/// <summary>A statute's rule for counting days, with the article that says so.</summary>
/// <remarks><paramref name="Roll"/>: a limit whose last day is a day off ends on the next working day (民法典 art. 203; 民事诉讼法
/// art. 85). Saturdays and Sundays are taken as days off, as courts do. Roll is false only for limits that a rule fixes to a date.</remarks>
/// <param name="Numbers">The listed numbers, or the one greatest number; empty for the other kinds.</param>
/// <param name="Basis">The article in short form, for example 第八十五条; empty when general law applies.</param>
public sealed record DayCountingRule(DayCounting Kind, IReadOnlyList<int> Numbers, string Basis, bool Roll = true)
{
    /// <summary>Calendar days, rolling: what applies when a statute is silent (民法典 arts. 200 to 204 by analogy).</summary>
    public static DayCountingRule CivilCode { get; } = new(DayCounting.Calendar, [], "《民法典》第二百条至第二百零四条");

    /// <summary>The unit in which a limit is really counted: working days, calendar days or months (a year is twelve).</summary>
    public (int Value, DurationUnit Unit) Resolve(Duration limit) => limit.Unit switch
    {
        DurationUnit.Days => (limit.Value, CountsWorking(limit.Value) ? DurationUnit.WorkingDays : DurationUnit.CalendarDays),
        DurationUnit.Years => (limit.Value * 12, DurationUnit.Months),
        DurationUnit.Hours => (limit.Value / 24, DurationUnit.CalendarDays),
        var unit => (limit.Value, unit),
    };

    /// <summary>Whether a limit of so many 日 is counted in working days under this statute.</summary>
    public bool CountsWorking(int days) => Kind switch
    {
        DayCounting.AllWorking => true,
        DayCounting.Listed => Numbers.Contains(days),
        DayCounting.UpTo => days <= Numbers[0],
        _ => false,
    };

    /// <summary>The rule as a sentence for the user.</summary>
    public string Chinese => Kind switch
    {
        DayCounting.Listed => $"该法所称{string.Join("日、", Numbers)}日按工作日计算，其他的日按自然日计算",
        DayCounting.UpTo => $"该法所称{Numbers[0]}日以内的期限按工作日计算，其他的日按自然日计算",
        DayCounting.AllWorking => "该法规定的期限按工作日计算，不含法定节假日",
        DayCounting.ExplicitOnly => "写明“工作日”的按工作日计算，其他的日按自然日计算",
        _ => "日按自然日计算",
    } + (Basis.Length > 0 ? $"（{Basis}）" : "");

    /// <summary>Equal when kind, numbers, basis and roll are equal.</summary>
    public bool Equals(DayCountingRule? other) =>
        other is not null && Kind == other.Kind && Roll == other.Roll && Basis == other.Basis && Numbers.SequenceEqual(other.Numbers);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Roll, Basis, Numbers.Count);
}
