using Fadu.Rules.Registers;

namespace Fadu.Rules.Procedures;

/// <summary>Why a step may not be done.</summary>
public enum RefusalKind
{
    /// <summary>Order of steps.</summary>
    Order,
    /// <summary>Not for such a matter.</summary>
    NotApplicable,
    /// <summary>A date that cannot be.</summary>
    Date,
    /// <summary>A field is missing or wrong.</summary>
    Field,
    /// <summary>An instrument is missing.</summary>
    File,
    /// <summary>A gate does not hold.</summary>
    Gate,
    /// <summary>A check does not hold.</summary>
    Check,
    /// <summary>A minimum period has not run.</summary>
    MinimumPeriod,
}

/// <summary>One reason, in words for the user.</summary>
/// <param name="Id">Gate, check, clock or field concerned; <c>order</c> for the order of steps.</param>
/// <param name="Says">What is wrong.</param>
/// <param name="Basis">Which rule says so, or none for plain input errors.</param>
/// <param name="Advice">What to do.</param>
/// <param name="Blocks">False for a warning.</param>
public sealed record Refusal(RefusalKind Kind, string Id, string Says, Basis? Basis, string? Advice, bool Blocks = true);
