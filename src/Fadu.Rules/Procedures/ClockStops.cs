using Fadu.Rules.Calendar;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Procedures;

/// <summary>Finds the time that does not count for a clock.</summary>
internal static class ClockStops
{
    public static List<Stop> Of(Clock clock, Register register, MatterState state, ClockStart start, DateOnly? met)
    {
        List<Stop> stops = [];
        foreach (var stop in clock.Stops)
        {
            AddPairs(stops, state, start, met, a => a.Active && a.Step == stop.From, a => a.Active && stop.To.Contains(a.Step),
                register.Step(stop.From)?.Title ?? stop.From, BasisText.Short(stop.Basis));
        }

        foreach (var sender in register.Steps)
        {
            if (sender.SendBack is { } back && back.Clocks.GetValueOrDefault(clock.Id) == ClockOnSendBack.Stop)
            {
                AddPairs(stops, state, start, met, a => a.Step == sender.Id, a => a.Step == back.To, sender.Title, BasisText.Short(sender.Basis));
            }
        }

        return [.. stops.OrderBy(s => s.From)];
    }

    private static void AddPairs(
        List<Stop> stops, MatterState state, ClockStart start, DateOnly? met,
        Func<RecordedAct, bool> from, Func<RecordedAct, bool> to, string reason, string basis)
    {
        DateOnly? open = null;
        foreach (var act in state.Acts.Where(a => a.Sequence > start.Sequence && a.On >= start.Day))
        {
            if (open is null && from(act))
            {
                open = act.On;
            }
            else if (open is { } began && to(act))
            {
                stops.Add(new(began, act.On < began ? began : act.On, reason, basis));
                open = null;
            }
        }

        if (open is { } still)
        {
            // A matter decided while stopped keeps the due day it had: the stop ends with the act that meets the clock.
            stops.Add(new(still, met is { } day && day >= still ? day : null, reason, basis));
        }
    }
}
