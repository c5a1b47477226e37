using Fadu.Rules.Expressions;

namespace Fadu.Core.Measures;

/// <summary>For when and for whom measures are asked.</summary>
/// <param name="Period">The days asked about.</param>
/// <param name="Office">One office; none = all that the actor may see.</param>
/// <param name="Below">Also the offices below that one.</param>
public sealed record MeasureQuestion(Period Period, string? Office = null, bool Below = false)
{
    /// <summary>The same question a year before.</summary>
    public MeasureQuestion Previous => this with { Period = Period.Previous() };
}
