using Fadu.Rules.Calendar;
using Fadu.Rules.Expressions;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Procedures;

/// <summary>What a procedure needs beside the register and the matter.</summary>
/// <param name="Calendar">Working days.</param>
/// <param name="Counting">Day-counting rule of a statute.</param>
/// <param name="Parameters">Values in force for this register: its own, or the district's.</param>
/// <param name="References">Facts of another matter, for <c>reference.field</c>.</param>
public sealed record ProcedureContext(
    HolidayCalendar Calendar,
    Func<string, DayCountingRule> Counting,
    IReadOnlyDictionary<string, object> Parameters,
    Func<string, long, FactRow?>? References = null)
{
    /// <summary>Name of an office by its code, for titles; without it titles show the code.</summary>
    public Func<string, string>? Office { get; init; }

    /// <summary>The matter itself, for <c>matter</c> as a value; none where it has no number yet.</summary>
    public long? Matter { get; init; }

    internal EvaluationContext On(DateOnly day) => new(day, null, Parameters, Calendar, References);
}
