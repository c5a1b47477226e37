using Fadu.Rules.Calendar;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Expressions;

/// <summary>All that an expression may know besides the matter itself.</summary>
/// <param name="Today">The day asked about.</param>
/// <param name="Period">The period asked about; without one <c>in period</c> is unknown.</param>
/// <param name="Parameters">Values of parameters by identifier; one that is absent has the value the definition gives it.</param>
/// <param name="Calendar">Working days.</param>
/// <param name="References">Finds the facts of a matter of another register.</param>
/// <param name="Measures">Values of measures in the period, for <c>measure(id)</c>.</param>
public sealed record EvaluationContext(
    DateOnly Today, Period? Period, IReadOnlyDictionary<string, object> Parameters, HolidayCalendar Calendar,
    Func<string, long, FactRow?>? References = null, Func<string, decimal?>? Measures = null);
