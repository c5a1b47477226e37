namespace Fadu.Rules.Calendar;

/// <summary>A time during which a limit does not run (中止, 听证, 鉴定, 公告…).</summary>
/// <param name="From">Day on which the limit stops; it still counts.</param>
/// <param name="To">Day on which it resumes, the last day that does not count; null while it is stopped.</param>
/// <remarks>The days left out are those after <paramref name="From"/> up to and including <paramref name="To"/>. No national norm says
/// which of the two days counts. We read both like the start of any period: the day on which something begins is not counted, it
/// begins on the next (民法典 art. 201). So the stop begins on the day after the order to stop, and the rest of the limit on the
/// day after the order to resume. Either other reading that leaves out one of the two days gives the same date in calendar days.</remarks>
public sealed record Stop(DateOnly From, DateOnly? To, string Reason, string Basis = "");

/// <summary>A lengthening of a limit.</summary>
/// <param name="Length">How much is added; the statute's rule for counting days applies to this number by itself.</param>
/// <param name="DecidedOn">Day of the decision; null when it is not known or not required.</param>
/// <remarks>It is added to the day on which the count ended before any roll, so that an authority never gets more than the sum of
/// both. An extension decided after the limit has run out has no effect, and the trace says so.</remarks>
public sealed record Extension(Duration Length, string Reason, string Basis = "", DateOnly? DecidedOn = null);

/// <summary>A part of a limit that is still to run when it resumes.</summary>
/// <param name="Unit">Working days, calendar days or months.</param>
public readonly record struct RemainingTime(int Value, DurationUnit Unit)
{
    /// <summary>For example 剩余12个工作日 without the word 剩余.</summary>
    public string Chinese => Unit switch
    {
        DurationUnit.WorkingDays => $"{Value}个工作日",
        DurationUnit.Months => $"{Value}个月",
        _ => $"{Value}日",
    };
}

/// <summary>The end of a limit, how sure it is, and how it came about.</summary>
/// <param name="Start">The day of the event; not counted.</param>
/// <param name="Due">Last day on which the act is in time; null while the limit is stopped.</param>
/// <param name="RawDue">Where the count ended before the roll to a working day; null while stopped.</param>
/// <param name="Provisional">The date depends on days for which no notice is loaded.</param>
/// <param name="Remaining">What is left while stopped, in order; empty otherwise.</param>
/// <param name="Trace">Every step of the computation; empty when it was not asked for.</param>
public sealed record Deadline(
    DateOnly Start, DateOnly? Due, DateOnly? RawDue, bool Provisional,
    IReadOnlyList<RemainingTime> Remaining, IReadOnlyList<TraceStep> Trace)
{
    /// <summary>The note shown beside a provisional date.</summary>
    public const string ProvisionalNote = "按周末推算，待节假日安排公布";

    /// <summary>Whether the limit is stopped and the end therefore unknown.</summary>
    public bool IsStopped => Due is null;

    /// <summary><see cref="ProvisionalNote"/>, or null when the date is certain.</summary>
    public string? Note => Provisional ? ProvisionalNote : null;

    /// <summary>What is left while stopped, for example 12个工作日; empty when running.</summary>
    public string RemainingText => string.Join("，另加", Remaining.Select(r => r.Chinese));
}
