using Fadu.Rules.Calendar;
using Fadu.Rules.Expressions;

namespace Fadu.Rules.Registers;

/// <summary>A time limit: a number, or the value of a parameter or whole-number field.</summary>
/// <param name="Amount">The number; ignored where a source is given.</param>
/// <param name="Source">Expression that yields the number, or none.</param>
public sealed record Limit(int Amount, DurationUnit Unit, Expression? Source);

/// <summary>A limit with the condition under which it holds; no condition = always.</summary>
public sealed record ConditionalLimit(Limit Limit, Expression? When);

/// <summary>Time that does not count, from one step to another.</summary>
public sealed record ClockStop(string From, IReadOnlyList<string> To, Basis Basis);

/// <summary>A step that extends the limit.</summary>
public sealed record ClockExtension(string Step, Limit Limit, int Times, Basis Basis);

/// <summary>What the law makes of a lapsed limit: a step recorded by the system the day after.</summary>
public sealed record Lapse(string Step, string Says, Basis Basis);

/// <summary>How a clock works.</summary>
public enum ClockKind
{
    /// <summary>Must be done at the latest by then.</summary>
    Maximum,
    /// <summary>May not be done before then.</summary>
    Minimum,
    /// <summary>Due on a fixed day of the year after the one reported.</summary>
    Yearly,
}

/// <summary>A time limit from one step to another.</summary>
public sealed record Clock
{
    /// <summary>Identifier, unique in the register.</summary>
    public required string Id { get; init; }
    /// <summary>Chinese name.</summary>
    public required string Title { get; init; }
    /// <summary>How it works.</summary>
    public ClockKind Kind { get; init; }
    /// <summary>Steps (the last one done counts) or one date field (a whole-number field for yearly clocks).</summary>
    public required IReadOnlyList<string> From { get; init; }
    /// <summary>Steps that meet it.</summary>
    public required IReadOnlyList<string> To { get; init; }
    /// <summary>Limits in order; the first whose condition holds applies.</summary>
    public IReadOnlyList<ConditionalLimit> Limits { get; init; } = [];
    /// <summary>Month and day of a yearly clock.</summary>
    public (int Month, int Day)? YearlyDay { get; init; }
    /// <summary>The clock exists only where this holds.</summary>
    public Expression? When { get; init; }
    /// <summary>Article.</summary>
    public required Basis Basis { get; init; }
    /// <summary>Statute whose day-counting rule applies.</summary>
    public required string Statute { get; init; }
    /// <summary>Time that does not count.</summary>
    public IReadOnlyList<ClockStop> Stops { get; init; } = [];
    /// <summary>Extensions.</summary>
    public IReadOnlyList<ClockExtension> Extensions { get; init; } = [];
    /// <summary>Effect of lapse, or none.</summary>
    public Lapse? Lapse { get; init; }
    /// <summary>Nobody's duty any more once the matter is closed: none of its steps can then be done, or the definition says so.</summary>
    public bool QuietAfterClose { get; init; }
    /// <summary>Where it is defined.</summary>
    public required Position Position { get; init; }
}
