using Fadu.Rules.Expressions;

namespace Fadu.Rules.Registers;

/// <summary>What happens where a gate or check does not hold.</summary>
public enum GateLevel
{
    /// <summary>Refused online, finding when imported.</summary>
    Block,
    /// <summary>Said before the button; recorded as a finding.</summary>
    Warn,
}

/// <summary>A condition that must hold before a step (or, with no steps, always: a check).</summary>
/// <param name="Before">Steps it guards; empty = an invariant of the matter.</param>
/// <param name="Says">The rule in words, without the article.</param>
/// <param name="Advice">What to do first.</param>
public sealed record Gate(
    string Id, IReadOnlyList<string> Before, Expression Needs, Basis Basis, string Says, string? Advice, GateLevel Level, Position Position);
