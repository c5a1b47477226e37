using Fadu.Rules.Registers;

namespace Fadu.Rules.Procedures;

/// <summary>Finds the acts that the law itself performs when a limit runs out, such as 视为受理.</summary>
/// <remarks>
/// A lapse takes effect on the day after the due day. Whoever records matters asks for the next one before each act and each morning,
/// records it as an act of its own and asks again, because one lapse may start the clock of another.
/// </remarks>
public static class Lapses
{
    private const string System = "system";

    /// <summary>The earliest lapse that has taken effect and is not recorded yet, or none.</summary>
    /// <param name="today">A lapse counts from the day after its due day on.</param>
    /// <param name="recordedAt">When it is noticed; the ledger keeps both times.</param>
    public static ActDraft? Next(Register register, MatterState state, DateOnly today, DateTimeOffset recordedAt, ProcedureContext context)
    {
        var facts = FactBuilder.Build(register, state, context);
        return facts.Clocks
            .Where(c => c is { Clock.Lapse: not null, Met: null } && c.Deadline.Due < today)
            .OrderBy(c => c.Deadline.Due)
            .Select(c => Draft(c.Clock.Lapse!, c.Deadline.Due!.Value.AddDays(1), state, recordedAt))
            .FirstOrDefault(d => Procedure.Record(register, state, d, context).Accepted);
    }

    private static ActDraft Draft(Lapse lapse, DateOnly on, MatterState state, DateTimeOffset recordedAt) => new()
    {
        Step = lapse.Step,
        On = on,
        RecordedAt = recordedAt,
        Account = System,
        AccountName = "系统",
        Office = state.Office,
        Reason = lapse.Says,
        Lapsed = true,
    };
}
