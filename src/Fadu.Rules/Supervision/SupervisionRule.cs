using Fadu.Rules.Expressions;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Supervision;

/// <summary>What a supervision rule is asked about.</summary>
public enum SupervisionSubject
{
    /// <summary>Each matter of a register.</summary>
    Matters = 1,
    /// <summary>Each office, once per period.</summary>
    Offices = 2,
    /// <summary>Each enforcement officer, once per period.</summary>
    Officers = 3,
}

/// <summary>How grave a finding is.</summary>
public enum Severity
{
    /// <summary>低.</summary>
    Low = 1,
    /// <summary>中.</summary>
    Medium = 2,
    /// <summary>高.</summary>
    High = 3,
}

/// <summary>The period for which a rule on offices or officers is asked.</summary>
public enum SupervisionPeriod
{
    /// <summary>Calendar year.</summary>
    Year = 1,
    /// <summary>Quarter.</summary>
    Quarter = 2,
    /// <summary>Month.</summary>
    Month = 3,
}

/// <summary>A condition that makes a finding while it holds.</summary>
/// <remarks>The finding outlives the condition: it is closed by its own procedure, not by the condition ceasing to hold.</remarks>
public sealed record SupervisionRule
{
    /// <summary>Identifier, e.g. <c>penalty.overdue</c>.</summary>
    public required string Id { get; init; }
    /// <summary>Name within its group, as worked cases call it.</summary>
    public required string Key { get; init; }
    /// <summary>Chinese name.</summary>
    public required string Title { get; init; }
    /// <summary>Module (menu group).</summary>
    public required string Module { get; init; }
    /// <summary>What it is asked about.</summary>
    public required SupervisionSubject Subject { get; init; }
    /// <summary>Register of the matters; none for offices and officers.</summary>
    public string? Register { get; init; }
    /// <summary>How grave.</summary>
    public required Severity Severity { get; init; }
    /// <summary>Hits while this holds.</summary>
    public required Expression Where { get; init; }
    /// <summary>Period for offices and officers; a year unless the rule says otherwise.</summary>
    public SupervisionPeriod Each { get; init; } = SupervisionPeriod.Year;
    /// <summary>Article.</summary>
    public required Basis Basis { get; init; }
    /// <summary>The rule in words.</summary>
    public required string Says { get; init; }
    /// <summary>What the office is asked to do.</summary>
    public string? Advice { get; init; }
    /// <summary>Where it is defined.</summary>
    public required Position Position { get; init; }
}
