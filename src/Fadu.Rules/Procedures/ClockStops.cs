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
            if (Has(state, stop.From))
            {
                AddStop(stops, stop, register, state, start, met);
            }
        }

        foreach (var sender in register.Steps)
        {
            if (sender.SendBack is { } back && back.Clocks.GetValueOrDefault(clock.Id) == ClockOnSendBack.Stop && Has(state, sender.Id))
            {
                AddSendBack(stops, sender, back, state, start, met);
            }
        }

        return stops.Count < 2 ? stops : [.. stops.OrderBy(s => s.From)];
    }

    private static bool Has(MatterState state, string step)
    {
        foreach (var act in state.Acts)
        {
            if (act.Step == step)
            {
                return true;
            }
        }

        return false;
    }

    private static void AddStop(List<Stop> stops, ClockStop stop, Register register, MatterState state, ClockStart start, DateOnly? met) =>
        AddPairs(stops, state, start, met, a => a.Active && a.Step == stop.From, a => a.Active && stop.To.Contains(a.Step),
            register.Step(stop.From)?.Title ?? stop.From, BasisText.Short(stop.Basis));

    private static void AddSendBack(List<Stop> stops, Step sender, SendBack back, MatterState state, ClockStart start, DateOnly? met) =>
        AddPairs(stops, state, start, met, a => a.Step == sender.Id, a => a.Step == back.To, sender.Title, BasisText.Short(sender.Basis));

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
