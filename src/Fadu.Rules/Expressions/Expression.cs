namespace Fadu.Rules.Expressions;

/// <summary>A condition or value of the definition language, parsed and bound once, used four ways: explain, needs, evaluate, sql.</summary>
public sealed partial class Expression
{
    /// <summary>As written in the definition.</summary>
    public required string Text { get; init; }
}
