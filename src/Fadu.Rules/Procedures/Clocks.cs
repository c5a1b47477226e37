using Fadu.Rules.Calendar;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Procedures;

/// <summary>Reads the clocks of a matter from its acts.</summary>
public static class Clocks
{
    /// <summary>All clocks that have started, in the order of the register.</summary>
    /// <param name="facts">Fields and steps of the matter, for conditions and limits that depend on them.</param>
    /// <param name="trace">Also explain each due day.</param>
    public static IReadOnlyList<ClockState> Read(Register register, MatterState state, FactRow facts, ProcedureContext context, bool trace)
    {
        List<ClockState> states = [];
        foreach (var clock in register.Clocks)
        {
            if (Read(clock, register, state, facts, context, trace) is { } read)
            {
                states.Add(read);
            }
        }

        return states;
    }

    /// <summary>One clock, or none where it has not started or does not apply.</summary>
    public static ClockState? Read(Clock clock, Register register, MatterState state, FactRow facts, ProcedureContext context, bool trace)
    {
        var start = ClockStart.Of(clock, register, state, facts);
        if (start is null)
        {
            return null;
        }

        var evaluation = context.On(state.OpenedOn);
        if (clock.When is { } when && !when.Holds(facts, evaluation))
        {
            return null;
        }

        var met = state.Acts.FirstOrDefault(a => a.Active && clock.To.Contains(a.Step) && a.Sequence > start.Sequence)?.On;
        var basis = trace ? BasisText.Short(clock.Basis) : "";
        if (clock.YearlyDay is { } yearly)
        {
            var due = new DateOnly(start.Day.Year + 1, yearly.Month, yearly.Day);
            return new(clock, new(start.Day, due, due, false, [], []), met);
        }

        if (clock.Limits is [{ Limit: { Amount: 0, Source: null } }])
        {
            return new(clock, new(start.Day, start.Day, start.Day, false, [], []), met);
        }

        if (LimitOf(clock.Limits, facts, evaluation) is not { } limit)
        {
            return null;
        }

        // 民法典 art. 203 moves the end of a period within which something must be done; what must at least pass, passes on days off too.
        var counting = context.Counting(clock.Statute);
        counting = clock.Kind == ClockKind.Minimum ? counting with { Roll = false } : counting;
        var deadline = DeadlineCalculator.Compute(
            start.Day, limit, counting, context.Calendar,
            ClockStops.Of(clock, register, state, start, met), Extensions(clock, state, facts, context, start), basis, trace);
        return new(clock, deadline, met);
    }

    private static Duration? LimitOf(IReadOnlyList<ConditionalLimit> limits, FactRow facts, Expressions.EvaluationContext evaluation)
    {
        foreach (var candidate in limits)
        {
            if (candidate.When is null || candidate.When.Holds(facts, evaluation))
            {
                return LimitValue(candidate.Limit, facts, evaluation);
            }
        }

        return null;
    }

    private static Duration? LimitValue(Limit limit, FactRow facts, Expressions.EvaluationContext evaluation)
    {
        if (limit.Source is null)
        {
            return new(limit.Amount, limit.Unit);
        }

        return limit.Source.Evaluate(facts, evaluation) switch
        {
            long n when n is > 0 and <= 36_500 => new((int)n, limit.Unit),
            decimal d when d is > 0 and <= 36_500 => new((int)d, limit.Unit),
            _ => null,
        };
    }

    private static List<Extension> Extensions(Clock clock, MatterState state, FactRow facts, ProcedureContext context, ClockStart start)
    {
        List<Extension> extensions = [];
        foreach (var extension in clock.Extensions)
        {
            foreach (var act in state.Done(extension.Step).Where(a => a.Sequence > start.Sequence).Take(extension.Times))
            {
                if (LimitValue(extension.Limit, facts, context.On(act.On)) is { } length)
                {
                    extensions.Add(new(length, act.Reason ?? "", BasisText.Short(extension.Basis), act.On));
                }
            }
        }

        return [.. extensions.OrderBy(e => e.DecidedOn)];
    }
}
