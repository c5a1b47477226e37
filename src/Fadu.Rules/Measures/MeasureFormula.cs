using System.Diagnostics.CodeAnalysis;
using Fadu.Rules.Expressions;

namespace Fadu.Rules.Measures;

/// <summary>Arithmetic over measures: <c>+ - * /</c>, parentheses, numbers.</summary>
public sealed class MeasureFormula
{
    /// <summary>As written.</summary>
    public required string Text { get; init; }

    /// <summary>Measures it names, each by its full identifier, with filters where written.</summary>
    public IReadOnlyList<string> Measures { get; } = [];

    /// <summary>Reads a formula.</summary>
    /// <param name="group">Group of the file: a name without a dot is a measure of this group.</param>
    public static bool TryParse(
        string text, string group, [NotNullWhen(true)] out MeasureFormula? formula, [NotNullWhen(false)] out ExpressionError? error) =>
        throw new NotSupportedException();
}
