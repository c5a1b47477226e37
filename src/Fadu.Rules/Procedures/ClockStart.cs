using Fadu.Rules.Registers;

namespace Fadu.Rules.Procedures;

/// <summary>Where a clock starts: the day, and the act from which on its end is looked for.</summary>
/// <param name="Sequence">Sequence of the starting act; 0 where a date field starts it.</param>
public sealed record ClockStart(DateOnly Day, int Sequence)
{
    /// <summary>Finds the start, or none.</summary>
    /// <remarks>
    /// The last act of the present round counts. Where a send-back undid it, the clock waits for the act to be done again
    /// (restart, the default), or keeps its first start where the send-back says that it continues or stops.
    /// </remarks>
    public static ClockStart? Of(Clock clock, Register register, MatterState state, FactRow facts)
    {
        if (clock.From.Count == 1 && register.Step(clock.From[0]) is null)
        {
            return facts[clock.From[0]] switch
            {
                DateOnly day => new(day, 0),
                long year when clock.Kind == ClockKind.Yearly && year is > 1900 and < 3000 => new(new((int)year, 12, 31), 0),
                _ => null,
            };
        }

        ClockStart? kept = null;
        ClockStart? found = null;
        foreach (var act in state.Acts)
        {
            if (!clock.From.Contains(act.Step))
            {
                continue;
            }

            if (!act.Active)
            {
                if (Mode(clock, register, state, act) != ClockOnSendBack.Restart)
                {
                    kept ??= new(act.On, act.Sequence);
                }
            }
            else
            {
                found = new(act.On, act.Sequence);
            }
        }

        return kept ?? found;
    }

    private static ClockOnSendBack Mode(Clock clock, Register register, MatterState state, RecordedAct act)
    {
        var sender = state.Acts.First(a => a.Sequence == act.SupersededBy);
        return register.Step(sender.Step)?.SendBack?.Clocks.GetValueOrDefault(clock.Id, ClockOnSendBack.Restart) ?? ClockOnSendBack.Restart;
    }
}
